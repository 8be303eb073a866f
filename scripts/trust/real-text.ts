import { existsSync, readFileSync } from 'node:fs';
import type { Article } from '#core/format/article.ts';
import type { Day } from '#core/format/day.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import type { Problem } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { at } from '../project.mjs';

/** The real text to try Warraq on, which is not part of the project. */
export const CORPUS = '../shared/corpus';

/** The clock of the counts, so that they come out the same on every day; what `--today` takes is `TODAY_TEXT`. */
export const TODAY: Day = { year: 2026, month: 6, day: 1 };
export const TODAY_TEXT = '2026-06-01';

/** Whether the corpus lies beside the project. */
export const isHere = existsSync(at(CORPUS, 'manifest_dev.jsonl'));

/** An article of the corpus as its manifest describes it. */
export interface ManifestEntry {
	readonly file: string;
	/** From 0, in the file. */
	readonly index: number;
	/** Counts from 1. */
	readonly first_line: number;
	readonly lang: string;
	/** `random`, or why the article was picked. */
	readonly selection: string;
}

export interface RealArticle {
	readonly entry: ManifestEntry;
	readonly article: Article;
	readonly problems: readonly Problem[];
	/** Of the rules that are off by default, as if they were on. */
	readonly off: readonly Problem[];
}

export function readManifest(): ManifestEntry[] {
	return readFileSync(at(CORPUS, 'manifest_dev.jsonl'), 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as ManifestEntry);
}

/** Every article of `dev`, checked by the rules as they come, in the order of the manifest. Throws where a file holds other articles than the manifest says. */
export function checkReal(): RealArticle[] {
	const settings = defaultSettings(TODAY);
	const linter = new Linter(settings);
	const others = new Linter({ ...settings, rules: new Map([...settings.rules].map(([id, own]) => [id, { ...own, severity: own.severity === 'off' ? 'hint' : 'off' }])) });
	const files = new Map<string, readonly Article[]>();
	return readManifest().map(entry => {
		const articles = files.get(entry.file) ?? readText(textOf(entry.file));
		files.set(entry.file, articles);
		const article = articles[entry.index];
		if (article === undefined) { throw new Error(`${entry.file} holds ${articles.length} articles; the manifest names one more.`); }
		const file = { isStart: entry.index === 0 };
		return { entry, article, problems: linter.check(article, file), off: others.check(article, file) };
	});
}

/** The text of a file of `dev`, its byte order mark included, as the command line sees it. */
export const textOf = (file: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(at(CORPUS, 'dev', file)));
