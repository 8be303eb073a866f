import { chosenFix, fixArticle, type FixChoice } from '../fix.ts';
import type { Article } from '../format/article.ts';
import { readArticles, readText } from '../format/read.ts';
import type { Linter } from '../lint.ts';
import { Cursor, factsOf, type BytePiece, type Decoded } from '../report/decoded.ts';
import { countProblem, newTally, type Tally } from '../report/tally.ts';
import type { FileFacts } from '../rules/rule.ts';
import type { Edit } from '../text/edit.ts';
import { firstAtLeast } from '../text/sorted.ts';
import type { ByteEdit } from './bytes.ts';
import { addAmount, amountOf, newAmount, type Amount } from './change.ts';
import type { RehearsedArticle } from './rehearsal.ts';
import { isSelected, type Selection } from './selection.ts';

/** How the platform turns UTF-8 into units and text into UTF-8. */
export interface Codec {
	decode(bytes: Uint8Array): Decoded;
	encode(text: string): Uint8Array;
}

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

export interface MendPlan {
	readonly linter: Linter;
	readonly choice: FixChoice;
	readonly codec: Codec;
	readonly selection: Selection;
	readonly watchers: readonly Watcher[];
	/** A file without any header is no dump, and is passed over. */
	readonly isGuess: boolean;
}

export interface MendResult {
	/** Fixes applied, by rule. */
	readonly applied: ReadonlyMap<string, number>;
	/** What the edits take out and put in. */
	readonly amount: Readonly<Amount>;
	/** Rules whose fixes undo each other. */
	readonly unsettled: ReadonlySet<string>;
	/** Articles whose fixes would have touched ill-formed bytes, and were therefore left out. */
	readonly held: number;
	/** Problems that are left. */
	readonly remaining: Readonly<Tally>;
}

/** Finds the fixes of one file, piece by piece, as edits of its bytes. */
export class Mender {
	readonly #applied = new Map<string, number>();
	readonly #unsettled = new Set<string>();
	readonly #remaining = newTally();
	readonly #amount = newAmount();
	readonly #file: string;
	readonly #plan: MendPlan;
	#held = 0;
	#oldLine = 1;
	#newLine = 1;
	#isPassedOver = false;

	/** @param file as the user knows it */
	constructor(file: string, plan: MendPlan) {
		this.#file = file;
		this.#plan = plan;
	}

	/** What has become of the pieces so far. */
	get result(): MendResult { return { applied: this.#applied, amount: this.#amount, unsettled: this.#unsettled, held: this.#held, remaining: this.#remaining }; }

	/** The file turned out to be no dump. */
	get isPassedOver(): boolean { return this.#isPassedOver; }

	/** The edits for a piece, disjoint and by position. */
	add(piece: BytePiece): ByteEdit[] {
		const { codec, watchers, isGuess } = this.#plan;
		const decoded = codec.decode(piece.bytes);
		const cursor = new Cursor(decoded, piece.start);
		const articles = readArticles(decoded.units, decoded.source);
		const edits: ByteEdit[] = [];
		let start = 0;
		if (isGuess && piece.start === 0 && piece.isLast && articles.every(({ header }) => header === undefined)) {
			this.#isPassedOver = true;
			return [];
		}
		for (const watcher of watchers) { watcher.read?.(decoded.units, articles.length); }
		for (const [index, article] of articles.entries()) {
			for (const edit of this.#fix(article, start, decoded, factsOf(piece, decoded, start, article.length), piece.isLast && index === articles.length - 1)) {
				const from = cursor.byteAt(start + edit.range.start);
				edits.push({ start: from, end: cursor.byteAt(start + edit.range.end), bytes: codec.encode(edit.text) });
			}
			start += article.length;
			this.#remaining.articles++;
		}
		this.#remaining.bytes += piece.bytes.length;
		return edits;
	}

	#fix(article: Article, start: number, decoded: Decoded, facts: FileFacts, isLast: boolean): readonly Edit[] {
		const { linter, choice, selection } = this.#plan;
		const problems = linter.check(article, facts);
		const lines = article.lines.ends;
		if (problems.some(problem => chosenFix(problem, choice) !== undefined) && isSelected(article, linter, selection)) {
			const fixed = fixArticle(article.text, linter, { ...choice, isFile: true }, { isFirst: facts.isStart, isLast });
			for (const rule of fixed.unsettled) { this.#unsettled.add(rule); }
			if (fixed.edits.length > 0 && this.#mayApply(fixed.edits, start, decoded)) {
				for (const [rule, count] of fixed.applied) { this.#applied.set(rule, (this.#applied.get(rule) ?? 0) + count); }
				addAmount(this.#amount, amountOf(article.text, fixed.edits));
				const mended: MendedArticle = { file: this.#file, index: this.#remaining.articles, line: this.#oldLine, newLine: this.#newLine, article, text: article.text, fixed };
				for (const watcher of this.#plan.watchers) { watcher.mended?.(mended); }
				this.#oldLine += lines;
				for (const [index, after] of readText(fixed.text).entries()) {
					this.#newLine += after.lines.ends;
					for (const problem of linter.check(after, { isStart: facts.isStart && index === 0 })) { countProblem(this.#remaining, problem); }
				}
				return fixed.edits;
			}
		}
		this.#oldLine += lines;
		this.#newLine += lines;
		for (const problem of problems) { countProblem(this.#remaining, problem); }
		return [];
	}

	/** Ill-formed bytes are never touched, nor is what they look like written anywhere. */
	#mayApply(edits: readonly Edit[], start: number, { illFormed }: Decoded): boolean {
		if (illFormed === undefined) { return true; }
		const { mended } = illFormed;
		const touches = edits.some(({ range, text }) => {
			const next = mended[firstAtLeast(mended, start + range.start)];
			return text.includes('\ufffd') || (next !== undefined && next < start + range.end);
		});
		if (touches) { this.#held++; }
		return !touches;
	}
}
