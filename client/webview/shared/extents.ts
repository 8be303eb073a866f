/**
 * Heights of the items of a long list, measured or estimated, and where each item begins. Sums are made again lazily
 * from the first height that changed: 10,000 additions cost less than drawing one line of text.
 */
export class Extents {
	#heights: Float64Array;
	#tops: Float64Array;
	/** Tops up to this item hold. */
	#valid = 0;

	constructor(heights: Iterable<number>) {
		this.#heights = Float64Array.from(heights);
		this.#tops = new Float64Array(this.#heights.length + 1);
	}

	get count(): number { return this.#heights.length; }
	get total(): number { return this.topOf(this.count); }

	heightOf(item: number): number { return this.#heights[item] ?? 0; }

	/** Distance of an item's top from the top of the list; of `count`, the height of it all. */
	topOf(item: number): number {
		const wanted = Math.max(0, Math.min(item, this.count));
		for (; this.#valid < wanted; this.#valid++) {
			this.#tops[this.#valid + 1] = (this.#tops[this.#valid] ?? 0) + (this.#heights[this.#valid] ?? 0);
		}
		return this.#tops[wanted] ?? 0;
	}

	/** True when that changed anything. */
	setHeight(item: number, height: number): boolean {
		if (item < 0 || item >= this.count || this.#heights[item] === height) { return false; }
		this.#heights[item] = height;
		this.#valid = Math.min(this.#valid, item);
		return true;
	}

	/** The item at a distance from the top of the list, the first or the last one beyond its ends; 0 in an empty list. */
	itemAt(distance: number): number {
		this.topOf(this.count);
		let low = 0;
		let high = this.count - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#tops[middle] ?? 0) <= distance) { low = middle; } else { high = middle - 1; }
		}
		return low;
	}

	/** `removed` items at `first` make room for new ones. */
	splice(first: number, removed: number, heights: readonly number[]): void {
		const next = new Float64Array(this.count - removed + heights.length);
		next.set(this.#heights.subarray(0, first));
		next.set(heights, first);
		next.set(this.#heights.subarray(first + removed), first + heights.length);
		this.#heights = next;
		const tops = new Float64Array(next.length + 1);
		this.#valid = Math.min(this.#valid, first);
		tops.set(this.#tops.subarray(0, this.#valid + 1));
		this.#tops = tops;
	}
}
