import type { Article } from '../format/article.ts';
import { readText } from '../format/read.ts';
import type { Range } from '../text/range.ts';

/** Line and character from 0; characters are UTF-16 units, lines end at LF, CRLF and CR (LSP 3.17). */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** What a replacement did to the list of articles: `removed` old ones at `first` became `added` new ones. */
export interface ArticleChange {
	readonly document: DumpDocument;
	readonly first: number;
	readonly removed: number;
	readonly added: number;
}

/** Makes a string of its own out of a slice, which would keep its whole parent in memory. */
const flat = (part: string): string => ` ${part}`.slice(1);

/**
 * An open dump as a list of articles, each with a text of its own. Immutable: a replacement reads again only the
 * articles it touches and hands on all others as they are, with what they have cached.
 */
export class DumpDocument {
	readonly articles: readonly Article[];
	readonly length: number;
	/** LSP lines; an empty dump has one. */
	readonly lineCount: number;
	/** Offset and line where each article starts. */
	readonly #offsets: Float64Array;
	readonly #lines: Float64Array;

	private constructor(articles: readonly Article[], offsets: Starts, lines: Starts) {
		this.articles = articles;
		this.#offsets = offsets.values;
		this.#lines = lines.values;
		this.length = offsets.end;
		this.lineCount = lines.end + 1;
	}

	static read(text: string): DumpDocument { return DumpDocument.#of(readText(text, flat)); }

	static #of(articles: readonly Article[]): DumpDocument {
		return new DumpDocument(articles, startsOf(articles, lengthOf), startsOf(articles, lineEnds));
	}

	get text(): string { return this.articles.map(article => article.text).join(''); }

	/** Offset in the dump where the article starts. */
	startOf(index: number): number { return this.#offsets[index] ?? this.length; }
	/** Line of the dump, from 0, where the article starts. */
	firstLineOf(index: number): number { return this.#lines[index] ?? this.lineCount - 1; }

	/** Index of the article that holds the offset; the end of the dump belongs to the last one. −1 in an empty dump. */
	indexAt(offset: number): number { return lastAtMost(this.#offsets, offset); }

	slice(range: Range): string {
		let result = '';
		for (let index = Math.max(0, this.indexAt(range.start)); index < this.articles.length && this.startOf(index) < range.end; index++) {
			const start = this.startOf(index);
			result += (this.articles[index] as Article).slice({ start: Math.max(0, range.start - start), end: Math.min(range.end, this.startOf(index + 1)) - start });
		}
		return result;
	}

	positionAt(offset: number): Position {
		const inside = Math.max(0, Math.min(offset, this.length));
		const index = this.indexAt(inside);
		const article = this.articles[index];
		if (article === undefined) { return { line: 0, character: 0 }; }
		const { line, character } = placeIn(article, inside - this.startOf(index));
		return { line: this.firstLineOf(index) + line, character };
	}

	/** Offset of a position; beyond the end of a line or of the dump it is that end, as the protocol says. */
	offsetAt(position: Position): number {
		if (position.line < 0) { return 0; }
		const index = lastAtMost(this.#lines, position.line);
		const article = this.articles[index];
		if (article === undefined) { return 0; }
		const line = position.line - this.firstLineOf(index);
		if (line >= article.lines.count) { return this.startOf(index) + article.length; }
		return this.startOf(index) + Math.min(article.lines.start(line) + Math.max(0, position.character), article.lines.end(line));
	}

	/** Replaces a range of the dump; see the class. */
	replace(range: Range, text: string): ArticleChange {
		const [start, last] = this.#window(range);
		let first = start;
		let added = this.#readAgain(first, last, range, text);
		// An article whose header is gone belongs to the one before it.
		if (first > 0 && added[0]?.header === undefined) { added = this.#readAgain(--first, last, range, text); }
		const articles = [...this.articles.slice(0, first), ...added, ...this.articles.slice(last)];
		const document = new DumpDocument(
			articles,
			spliced({ values: this.#offsets, end: this.length }, first, last, startsOf(added, lengthOf)),
			spliced({ values: this.#lines, end: this.lineCount - 1 }, first, last, startsOf(added, lineEnds)),
		);
		return { document, first, removed: last - first, added: added.length };
	}

	#readAgain(first: number, last: number, range: Range, text: string): readonly Article[] {
		const base = this.startOf(first);
		const before = this.articles.slice(first, last).map(article => article.text).join('');
		return readText(before.slice(0, range.start - base) + text + before.slice(range.end - base), flat);
	}

	/**
	 * The articles that the range touches. One that ends where it starts is not among them: it is read again only where
	 * what follows it has lost its header.
	 */
	#window(range: Range): readonly [first: number, last: number] {
		return this.articles.length === 0 ? [0, 0] : [this.indexAt(range.start), this.indexAt(range.end) + 1];
	}
}

/** Position in an article that is not empty, of an offset in it; its end is on the line behind its last line end. */
export function placeIn({ lines, length }: Article, offset: number): Position {
	const line = lines.at(offset);
	if (offset === length && lines.isTerminated(line)) { return { line: line + 1, character: 0 }; }
	return { line, character: Math.min(offset, lines.end(line)) - lines.start(line) };
}

/** Sums of what stands in front of each of several articles, and of all of them. */
interface Starts {
	readonly values: Float64Array;
	readonly end: number;
}

function startsOf(articles: readonly Article[], size: (article: Article) => number): Starts {
	const values = new Float64Array(articles.length);
	let end = 0;
	for (const [index, article] of articles.entries()) {
		values[index] = end;
		end += size(article);
	}
	return { values, end };
}

/** Puts `added` in the place of what stood from `first` to `last`; what follows moves, but is not measured again. */
function spliced({ values, end }: Starts, first: number, last: number, added: Starts): Starts {
	const base = values[first] ?? end;
	const count = added.values.length;
	const result = new Float64Array(values.length - (last - first) + count);
	result.set(values.subarray(0, first));
	for (let index = 0; index < count; index++) { result[first + index] = base + (added.values[index] as number); }
	result.set(values.subarray(last), first + count);
	const by = base + added.end - (values[last] ?? end);
	for (let index = first + count; by !== 0 && index < result.length; index++) { result[index] = (result[index] as number) + by; }
	return { values: result, end: end + by };
}

const lengthOf = (article: Article): number => article.length;

const lineEnds = ({ lines }: Article): number => lines.ends;

/** Index of the last value that is at most `value`; several articles never start at one place, as none is empty. */
function lastAtMost(values: Float64Array, value: number): number {
	let low = 0;
	let high = values.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((values[middle] as number) <= value) { low = middle; } else { high = middle - 1; }
	}
	return high < 0 ? -1 : low;
}
