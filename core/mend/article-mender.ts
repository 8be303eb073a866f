import { factsBehind, factsWithin } from '../file-facts.ts';
import { chosenFix, fixArticle, type FixChoice, type Standing } from '../fix.ts';
import type { Article } from '../format/article.ts';
import { readText } from '../format/read.ts';
import type { Linter } from '../lint.ts';
import { countProblem, newTally, type Tally } from '../report/tally.ts';
import type { Edit } from '../text/edit.ts';
import { addAmount, amountOf, newAmount, type Amount } from './change.ts';
import type { RehearsedArticle } from './rehearsal.ts';
import { isSelected, type Selection } from './selection.ts';

/** A mended article, for whoever shows or counts the changes. */
export interface MendedArticle extends RehearsedArticle {
	/** Before any change. */
	readonly article: Article;
	/** Line in the file, from 1, after all changes before it. */
	readonly newLine: number;
}

/** Looks on while articles are read and mended. */
export interface Watcher {
	/** Text that is read, changed or not, with the number of its articles. */
	read?(units: Uint16Array, articles: number): void;
	mended?(article: MendedArticle): void;
}

/** What mending articles takes, wherever they stand. */
export interface MendPlan {
	readonly linter: Linter;
	readonly choice: FixChoice;
	readonly selection: Selection;
	readonly watchers: readonly Watcher[];
}

export interface MendResult {
	/** Fixes applied, by rule. */
	readonly applied: ReadonlyMap<string, number>;
	/** What the edits take out and put in. */
	readonly amount: Readonly<Amount>;
	/** Rules whose fixes undo each other. */
	readonly unsettled: ReadonlySet<string>;
	/** Articles whose fixes were left out, because they would have touched ill-formed bytes. */
	readonly held: number;
	/** Problems before anything is mended. */
	readonly found: Readonly<Tally>;
	/** Problems that are left. */
	readonly remaining: Readonly<Tally>;
}

/** How an article stands in its dump, and what it may become. */
export interface MendStanding extends Standing {
	/** Asked before edits count; offsets in the article. */
	readonly mayApply?: (edits: readonly Edit[]) => boolean;
}

/** Mends the articles of one dump in their order, and counts what it does. */
export class ArticleMender implements MendResult {
	readonly applied = new Map<string, number>();
	readonly unsettled = new Set<string>();
	readonly found = newTally();
	readonly remaining = newTally();
	readonly amount = newAmount();
	held = 0;
	readonly #file: string;
	readonly #plan: MendPlan;
	#oldLine = 1;
	#newLine = 1;

	/** @param file as the user knows it */
	constructor(file: string, plan: MendPlan) {
		this.#file = file;
		this.#plan = plan;
	}

	/** The edits for the next article, disjoint and by position; offsets in it. */
	add(article: Article, standing: MendStanding): readonly Edit[] {
		const edits = this.#fix(article, standing);
		this.remaining.articles++;
		return edits;
	}

	#fix(article: Article, { isLast, facts, mayApply }: MendStanding): readonly Edit[] {
		const { linter, choice, selection, watchers } = this.#plan;
		const problems = linter.check(article, facts);
		for (const problem of problems) { countProblem(this.found, problem); }
		const lines = article.lines.ends;
		if (problems.some(problem => chosenFix(problem, choice) !== undefined) && isSelected(article, linter, selection)) {
			const fixed = fixArticle(article.text, linter, choice, { isLast, facts });
			for (const rule of fixed.unsettled) { this.unsettled.add(rule); }
			const isRefused = fixed.edits.length > 0 && mayApply?.(fixed.edits) === false;
			if (isRefused) { this.held++; }
			if (fixed.edits.length > 0 && !isRefused) {
				for (const [rule, count] of fixed.applied) { this.applied.set(rule, (this.applied.get(rule) ?? 0) + count); }
				addAmount(this.amount, amountOf(article.text, fixed.edits));
				const mended: MendedArticle = { file: this.#file, index: this.remaining.articles, line: this.#oldLine, newLine: this.#newLine, article, text: article.text, fixed };
				for (const watcher of watchers) { watcher.mended?.(mended); }
				this.#oldLine += lines;
				const behind = facts && factsBehind(facts, fixed.edits);
				let start = 0;
				for (const after of readText(fixed.text)) {
					const end = start + after.length;
					this.#newLine += after.lines.ends;
					for (const problem of linter.check(after, behind && factsWithin(behind, start, end))) { countProblem(this.remaining, problem); }
					start = end;
				}
				return fixed.edits;
			}
		}
		this.#oldLine += lines;
		this.#newLine += lines;
		for (const problem of problems) { countProblem(this.remaining, problem); }
		return [];
	}
}

/**
 * Mends the articles of a dump whose text somebody has open; offsets of the edits are in the dump.
 * @param between is called behind each article with its units; what it throws ends the work
 */
export async function mendArticles(mender: ArticleMender, articles: readonly Article[], { watchers }: MendPlan, between: (units: number) => Promise<void>): Promise<Edit[]> {
	const edits: Edit[] = [];
	let start = 0;
	for (const [index, article] of articles.entries()) {
		for (const watcher of watchers) { watcher.read?.(article.units, 1); }
		for (const { range, text } of mender.add(article, { isLast: index === articles.length - 1 })) {
			edits.push({ range: { start: range.start + start, end: range.end + start }, text });
		}
		start += article.length;
		await between(article.length);
	}
	return edits;
}
