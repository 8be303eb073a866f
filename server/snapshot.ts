import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { DumpDocument } from '#core/document/document.ts';
import type { Problem } from '#core/rules/rule.ts';
import type { Settings } from '#core/settings.ts';
import type { Checker } from './checker.ts';
import { offsetsOf } from './convert.ts';
import { Standing } from './standing.ts';

type Results = (readonly Problem[] | undefined)[];

/** What an edit did to the articles: `removed` ones at `first` became `added` ones. */
export interface Replaced {
	readonly first: number;
	readonly removed: number;
	readonly added: number;
	/** Articles afterwards. */
	readonly total: number;
}

/**
 * An open dump at one version under one set of settings. Immutable but for what it finds out about itself: problems of
 * an article are found when first asked for, and go along to the next version unless the article was edited.
 */
export class Snapshot {
	readonly uri: string;
	readonly version: number;
	readonly dump: DumpDocument;
	readonly checker: Checker;
	readonly #results: Results;
	#standing: Standing;

	private constructor(uri: string, version: number, dump: DumpDocument, checker: Checker, results: Results, standing = new Standing(version)) {
		this.uri = uri;
		this.version = version;
		this.dump = dump;
		this.checker = checker;
		this.#results = results;
		this.#standing = standing;
	}

	static open(uri: string, version: number, text: string, checker: Checker): Snapshot {
		const dump = DumpDocument.read(text);
		return new Snapshot(uri, version, dump, checker, new Array<undefined>(dump.articles.length).fill(undefined));
	}

	get settings(): Settings { return this.checker.settings; }

	/** Another for every version and all settings. */
	get resultId(): string { return `${this.version}.${this.checker.id}`; }

	/** The same as long as a client may keep the problems it shows. Checks the article that was edited last. */
	get reportId(): string { return `${this.#settled().version}.${this.checker.id}`; }

	problemsOf(index: number): readonly Problem[] {
		const article = this.dump.articles[index];
		if (article === undefined) { return []; }
		return (this.#results[index] ??= this.checker.check(article));
	}

	/** Those that the baseline accepts, as they are shown: faded, and counted nowhere. */
	acceptedOf(index: number): readonly Problem[] {
		const article = this.dump.articles[index];
		if (article === undefined || this.checker.linter.baseline === undefined) { return []; }
		this.problemsOf(index);
		return this.checker.acceptedIn(article);
	}

	/** All that a client shows of an article. */
	shownOf(index: number): readonly Problem[] {
		const accepted = this.acceptedOf(index);
		return accepted.length === 0 ? this.problemsOf(index) : [...this.problemsOf(index), ...accepted];
	}

	isChecked(index: number): boolean { return this.#results[index] !== undefined; }

	/** The dump after the edits of one notification, and what each of them did. */
	edited(version: number, changes: readonly TextDocumentContentChangeEvent[]): { readonly snapshot: Snapshot; readonly replaced: readonly Replaced[] } {
		let { dump } = this;
		let results = this.#results;
		const { open } = this.#standing;
		let standing: Standing | undefined = open === undefined || this.isChecked(open) ? this.#settled() : this.#standing;
		const replaced: Replaced[] = [];
		for (const change of changes) {
			const before = dump.articles.length;
			if ('range' in change) {
				const range = offsetsOf(dump, change.range);
				const made = dump.replace(range, change.text);
				const { first, removed, added } = made;
				standing = standing?.edited(dump, range, made, results === this.#results && results[first] !== undefined ? this.shownOf(first) : results[first]);
				dump = made.document;
				results = results.slice(0, first).concat(new Array<undefined>(added).fill(undefined), results.slice(first + removed));
				replaced.push({ first, removed, added, total: dump.articles.length });
			} else {
				standing = undefined;
				dump = DumpDocument.read(change.text);
				results = new Array<undefined>(dump.articles.length).fill(undefined);
				replaced.push({ first: 0, removed: before, added: dump.articles.length, total: dump.articles.length });
			}
		}
		return { snapshot: new Snapshot(this.uri, version, dump, this.checker, results, standing), replaced };
	}

	#settled(): Standing {
		const { open } = this.#standing;
		const article = open === undefined ? undefined : this.dump.articles[open];
		if (open !== undefined && article !== undefined) {
			const problems = this.shownOf(open);
			// One that cannot be checked is to be told of, as every report does.
			this.#standing = this.checker.failures([article]) > 0 ? new Standing(this.version) : this.#standing.settled(this.version, article, problems);
		}
		return this.#standing;
	}

	/** The same dump under other settings. */
	withChecker(checker: Checker): Snapshot {
		return checker === this.checker ? this : new Snapshot(this.uri, this.version, this.dump, checker, new Array<undefined>(this.dump.articles.length).fill(undefined));
	}
}
