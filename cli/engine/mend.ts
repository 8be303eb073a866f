import { fixArticle, chosenFix, type FixChoice } from '#core/fix.ts';
import type { Article } from '#core/format/article.ts';
import { readArticles, readText } from '#core/format/read.ts';
import type { Linter } from '#core/lint.ts';
import type { FileFacts } from '#core/rules/rule.ts';
import { countProblem, newTally, type Tally } from '#core/report/tally.ts';
import type { Edit } from '#core/text/edit.ts';
import { firstAtLeast } from '#core/text/sorted.ts';
import { decode, type Decoded } from './decode.ts';
import { Cursor, factsOf } from './examine.ts';
import type { Piece } from './pieces.ts';

/** Bytes of a file to be replaced; offsets in the file. */
export interface ByteEdit {
	readonly start: number;
	readonly end: number;
	readonly bytes: Buffer;
}

/** A mended article, for whoever shows the changes; lines from 1, before and after all changes of the file. */
export interface MendedArticle {
	readonly text: string;
	readonly edits: readonly Edit[];
	readonly oldLine: number;
	readonly newLine: number;
}

export interface MendResult {
	/** Fixes applied, by rule. */
	readonly applied: ReadonlyMap<string, number>;
	/** Characters (code points) taken out and put in. */
	readonly removed: number;
	readonly added: number;
	/** Rules whose fixes undo each other. */
	readonly unsettled: ReadonlySet<string>;
	/** Articles whose fixes would have touched ill-formed bytes, and were therefore left out. */
	readonly held: number;
	/** Problems that are left. */
	readonly remaining: Tally;
}

/** Finds the fixes of one file, piece by piece, as edits of its bytes. */
export class Mender implements MendResult {
	readonly applied = new Map<string, number>();
	readonly unsettled = new Set<string>();
	readonly remaining = newTally();
	removed = 0;
	added = 0;
	held = 0;
	hasHeader = false;
	readonly #linter: Linter;
	readonly #choice: FixChoice;
	readonly #show: ((article: MendedArticle) => void) | undefined;
	#oldLine = 1;
	#newLine = 1;

	constructor(linter: Linter, choice: FixChoice, show?: (article: MendedArticle) => void) {
		this.#linter = linter;
		this.#choice = choice;
		this.#show = show;
	}

	/** The edits for a piece, disjoint and by position. */
	add(piece: Piece): ByteEdit[] {
		const decoded = decode(piece.bytes);
		const cursor = new Cursor(decoded, piece.start);
		const articles = readArticles(decoded.units, decoded.source);
		const edits: ByteEdit[] = [];
		let start = 0;
		for (const [index, article] of articles.entries()) {
			this.hasHeader ||= article.header !== undefined;
			for (const edit of this.#fix(article, start, decoded, factsOf(piece, decoded, start, article.length), piece.isLast && index === articles.length - 1)) {
				const from = cursor.byteAt(start + edit.range.start);
				edits.push({ start: from, end: cursor.byteAt(start + edit.range.end), bytes: Buffer.from(edit.text) });
			}
			start += article.length;
		}
		this.remaining.articles += articles.length;
		this.remaining.bytes += piece.bytes.length;
		return edits;
	}

	#fix(article: Article, start: number, decoded: Decoded, facts: FileFacts, isLast: boolean): readonly Edit[] {
		const problems = this.#linter.check(article, facts);
		const lines = article.lines.ends;
		if (problems.some(problem => chosenFix(problem, this.#choice) !== undefined)) {
			const fixed = fixArticle(article.text, this.#linter, { ...this.#choice, isFile: true }, { isFirst: facts.isStart, isLast });
			for (const rule of fixed.unsettled) { this.unsettled.add(rule); }
			if (fixed.edits.length > 0 && this.#mayApply(fixed.edits, start, decoded)) {
				for (const [rule, count] of fixed.applied) { this.applied.set(rule, (this.applied.get(rule) ?? 0) + count); }
				this.#count(article.text, fixed.edits);
				this.#show?.({ text: article.text, edits: fixed.edits, oldLine: this.#oldLine, newLine: this.#newLine });
				this.#oldLine += lines;
				for (const [index, after] of readText(fixed.text).entries()) {
					this.#newLine += after.lines.ends;
					for (const problem of this.#linter.check(after, { isStart: facts.isStart && index === 0 })) { countProblem(this.remaining, problem); }
				}
				return fixed.edits;
			}
		}
		this.#oldLine += lines;
		this.#newLine += lines;
		for (const problem of problems) { countProblem(this.remaining, problem); }
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
		if (touches) { this.held++; }
		return !touches;
	}

	#count(text: string, edits: readonly Edit[]): void {
		for (const edit of edits) {
			this.removed += codePoints(text.slice(edit.range.start, edit.range.end));
			this.added += codePoints(edit.text);
		}
	}
}

function codePoints(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) { if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) { count++; } }
	return count;
}
