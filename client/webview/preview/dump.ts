import type { ArticlesChanged, ArticlesResult, SizesResult } from '#contract/preview-article.ts';
import { partOfLine, partsOf } from '#core/features/article-view.ts';
import type { PreviewArticle } from '#core/features/preview.ts';

/** A piece of an article, which is what the list is made of. */
export interface Item {
	readonly index: number;
	readonly part: number;
}

/** Items that were replaced: `removed` ones at `first` became `added`. */
export interface ItemChange {
	readonly first: number;
	readonly removed: number;
	readonly added: number;
}

/** Articles kept; one is a few kilobytes. */
const KEPT = 600;

/** The dump as far as the page knows it: the size of every article, the contents of those it has asked for. */
export class Dump {
	readonly uri: string;
	version: number;
	#lines: number[];
	#lengths: number[];
	#starts: Starts | undefined;
	#articles = new Map<number, PreviewArticle>();
	/** Articles whose contents may be out of date: shown until better ones arrive, but asked for again. */
	#stale = new Set<number>();

	constructor(uri: string, sizes: SizesResult) {
		this.uri = uri;
		this.version = sizes.version;
		this.#lines = [...sizes.lines];
		this.#lengths = [...sizes.lengths];
	}

	get total(): number { return this.#lines.length; }
	get itemCount(): number { return this.#sums.items[this.total] ?? 0; }
	article(index: number): PreviewArticle | undefined { return this.#articles.get(index); }
	isWanting(index: number): boolean { return index >= 0 && index < this.total && (!this.#articles.has(index) || this.#stale.has(index)); }
	lineCount(index: number): number { return this.#lines[index] ?? 0; }
	/** UTF-16 units. */
	length(index: number): number { return this.#lengths[index] ?? 0; }
	/** Offset in the dump where the article starts. */
	startOf(index: number): number { return this.#sums.units[index] ?? 0; }
	/** Line of the dump where the article starts. */
	firstLine(index: number): number { return this.#sums.lines[index] ?? 0; }
	indexOfLine(line: number): number { return lastAtMost(this.#sums.lines, line, this.total); }
	indexOfOffset(offset: number): number { return lastAtMost(this.#sums.units, offset, this.total); }
	itemOf(index: number, part: number): number { return (this.#sums.items[index] ?? 0) + Math.min(part, partsOf(this.lineCount(index)) - 1); }
	itemOfLine(index: number, line: number): number { return this.itemOf(index, partOfLine(line)); }

	at(item: number): Item {
		const index = lastAtMost(this.#sums.items, item, this.total);
		return { index, part: item - (this.#sums.items[index] ?? 0) };
	}

	/** Takes in what the host says has changed; the new articles' sizes are those of the old ones until they are known. */
	change({ version, first, removed, added }: ArticlesChanged): ItemChange {
		const items = this.#itemsOf(first, removed);
		const lines = Array.from({ length: added }, (_, at) => (at < removed ? this.lineCount(first + at) : 4));
		const lengths = Array.from({ length: added }, (_, at) => (at < removed ? this.length(first + at) : 600));
		const kept = [...this.#articles];
		const stale = [...this.#stale];
		this.#articles = new Map();
		this.#stale = new Set();
		for (const [index, article] of kept) {
			if (index < first || (removed === added && index < first + removed)) { this.#articles.set(index, article); } else if (index >= first + removed) { this.#articles.set(index - removed + added, removed === added ? article : { ...article, index: index - removed + added }); }
		}
		for (const index of stale) {
			if (index < first) { this.#stale.add(index); } else if (index >= first + removed) { this.#stale.add(index - removed + added); }
		}
		for (let index = first; index < first + added; index++) { this.#stale.add(index); }
		this.version = version;
		this.#lines = [...this.#lines.slice(0, first), ...lines, ...this.#lines.slice(first + removed)];
		this.#lengths = [...this.#lengths.slice(0, first), ...lengths, ...this.#lengths.slice(first + removed)];
		this.#starts = undefined;
		return { ...items, added: this.#itemsOf(first, added).removed };
	}

	/** Keeps articles that have arrived; undefined when they are of another version and worth nothing. */
	put(result: ArticlesResult): readonly ItemChange[] | undefined {
		if (result.version !== this.version || result.total !== this.total) { return undefined; }
		return result.articles.map(article => {
			const before = this.#itemsOf(article.index, 1);
			this.#articles.delete(article.index);
			this.#articles.set(article.index, article);
			this.#stale.delete(article.index);
			if (this.#lines[article.index] !== article.lineCount || this.#lengths[article.index] !== article.length) {
				this.#lines[article.index] = article.lineCount;
				this.#lengths[article.index] = article.length;
				this.#starts = undefined;
			}
			return { ...before, added: this.#itemsOf(article.index, 1).removed };
		});
	}

	/** Forgets the articles farthest from those in use. */
	forget(firstUsed: number, lastUsed: number): void {
		if (this.#articles.size <= KEPT) { return; }
		const far = [...this.#articles.keys()].filter(index => index < firstUsed || index > lastUsed);
		far.sort((a, b) => distance(b, firstUsed, lastUsed) - distance(a, firstUsed, lastUsed));
		for (const index of far.slice(0, this.#articles.size - KEPT / 2)) {
			this.#articles.delete(index);
			this.#stale.delete(index);
		}
	}

	#itemsOf(first: number, count: number): ItemChange {
		const start = this.#sums.items[first] ?? 0;
		return { first: start, removed: (this.#sums.items[Math.min(first + count, this.total)] ?? start) - start, added: 0 };
	}

	get #sums(): Starts { return (this.#starts ??= sumsOf(this.#lines, this.#lengths)); }
}

/** Per article, and once more for the end: its first line, first unit and first item. */
interface Starts {
	readonly lines: Float64Array;
	readonly units: Float64Array;
	readonly items: Float64Array;
}

function sumsOf(lineCounts: readonly number[], lengths: readonly number[]): Starts {
	const total = lineCounts.length;
	const [lines, units, items] = [new Float64Array(total + 1), new Float64Array(total + 1), new Float64Array(total + 1)];
	for (let index = 0; index < total; index++) {
		const count = lineCounts[index] ?? 0;
		lines[index + 1] = (lines[index] ?? 0) + count;
		units[index + 1] = (units[index] ?? 0) + (lengths[index] ?? 0);
		items[index + 1] = (items[index] ?? 0) + partsOf(count);
	}
	return { lines, units, items };
}

const distance = (index: number, first: number, last: number): number => (index < first ? first - index : index - last);

/** The last of the first `count` values that is at most `value`, 0 where there is none. */
function lastAtMost(values: Float64Array, value: number, count: number): number {
	let low = 0;
	let high = count - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((values[middle] ?? 0) <= value) { low = middle; } else { high = middle - 1; }
	}
	return low;
}
