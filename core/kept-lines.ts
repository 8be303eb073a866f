import type { Article } from './format/article.ts';
import type { Problem } from './rules/rule.ts';
import type { Edit } from './text/edit.ts';
import type { Range } from './text/range.ts';
import { firstAtLeast } from './text/sorted.ts';

/**
 * Lines in which somebody let a problem stand, and those that say the same, as the copy of a title. A problem is known by
 * the text of its line, and by the address or the title of its article: whatever changes these takes the acceptance away,
 * and what was accepted would be mended next time.
 */
export class KeptLines {
	readonly #text: string;
	/** By position. */
	readonly #lines: readonly Range[];
	readonly #ends: readonly number[];
	readonly #name: Range | undefined;

	/** @param accepted at least one */
	constructor(article: Article, accepted: Iterable<Problem>) {
		const { lines, header, titleLine } = article;
		const numbers = new Set(Array.from(accepted, ({ range }) => lines.at(range.start)).filter(line => line >= 0));
		this.#text = article.text;
		// The only name of an article without an address, and its copy, which must not become another.
		if (header?.address === undefined && titleLine >= 0) { numbers.add(titleLine); }
		const texts = new Set(Array.from(numbers, line => article.lineText(line)).filter(text => text !== ''));
		for (let line = 0; line < lines.count && texts.size > 0; line++) { if (texts.has(article.lineText(line))) { numbers.add(line); } }
		this.#lines = [...numbers].sort((a, b) => a - b).map(line => lines.range(line));
		this.#ends = this.#lines.map(({ end }) => end);
		this.#name = header?.address;
	}

	/** Whether the lines, and what the article is known by, are there unchanged behind an edit. */
	survive(edit: Edit): boolean {
		if (this.#name !== undefined && !isLeft(this.#name, edit)) { return false; }
		const { start, end } = edit.range;
		for (let index = firstAtLeast(this.#ends, start); index < this.#lines.length; index++) {
			const line = this.#lines[index] as Range;
			if (line.start > end) { break; }
			if (!this.#isLineLeft(line, edit)) { return false; }
		}
		return true;
	}

	/** Of a line that shares text with the edit, or meets it. */
	#isLineLeft(line: Range, { range, text }: Edit): boolean {
		if (range.end === line.start) { return text === '' ? range.start === 0 || this.#isLineEnd(range.start - 1) : isLineEnd(text.at(-1)); }
		if (range.start === line.end) { return text === '' ? range.end === this.#text.length || this.#isLineEnd(range.end) : isLineEnd(text[0]); }
		return false;
	}

	#isLineEnd(at: number): boolean { return isLineEnd(this.#text[at]); }
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** Beside a part of a line blanks may go, and the line may end behind it in another way; nothing else may come. */
const isLeft = (part: Range, { range, text }: Edit): boolean =>
	range.end < part.start || range.start > part.end || (range.end === part.start && text === '') || (range.start === part.end && (text === '' || isLineEnd(text[0])));
