import { hashOf } from '../text/hash.ts';

/** Keeps the first `count` of all values in an order, whatever the order they come in; memory is bounded by `count`. */
export class FirstOf<K, V> {
	readonly #count: number;
	readonly #compare: (a: K, b: K) => number;
	readonly #kept: { readonly key: K; readonly value: V }[] = [];

	constructor(count: number, compare: (a: K, b: K) => number) {
		this.#count = count;
		this.#compare = compare;
	}

	get values(): readonly V[] { return this.#kept.map(({ value }) => value); }

	/** `make` is called only for what is kept, at least for now. */
	offer(key: K, make: () => V): void {
		const last = this.#kept.at(-1);
		if (this.#kept.length >= this.#count && (last === undefined || this.#compare(last.key, key) <= 0)) { return; }
		let at = this.#kept.length;
		while (at > 0 && this.#compare((this.#kept[at - 1] as { readonly key: K }).key, key) > 0) { at--; }
		this.#kept.splice(at, 0, { key, value: make() });
		if (this.#kept.length > this.#count) { this.#kept.pop(); }
	}
}

/**
 * Draws lots for fixes. A lot depends on seed, file, article and fix alone: those with the lowest lots are a random
 * sample, and the same one in whatever order and number of parts the files are read.
 */
export class Lots {
	readonly #seed: string;
	#file: string | undefined;
	#high = 0;
	#low = 0;

	constructor(seed: string) { this.#seed = seed; }

	/** From 0 up to 2^53. */
	draw(file: string, article: number, fix: number): number {
		if (file !== this.#file) {
			const hash = hashOf(`${this.#seed}\n${file}`);
			this.#file = file;
			this.#high = Number.parseInt(hash.slice(0, 8), 16);
			this.#low = Number.parseInt(hash.slice(8), 16);
		}
		const low = mixed(mixed(this.#low ^ article) ^ fix);
		const high = mixed(this.#high ^ low);
		return high * 0x200000 + (low >>> 11);
	}
}

/** Every bit of the result depends on every bit of the word (the finaliser “lowbias32” of Chris Wellons). */
function mixed(word: number): number {
	let hash = word ^ (word >>> 16);
	hash = Math.imul(hash, 0x7feb352d);
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x846ca68b);
	return (hash ^ (hash >>> 16)) >>> 0;
}
