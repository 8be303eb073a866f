import { mixed } from './keys.ts';
import { similarityOf } from './words.ts';

/** Least hashes kept of a text, each of its own thirtieth of all hashes (one permutation hashing; Li, Owen, Zhang 2012). */
const BINS = 30;
/** Bins that make a band, by which texts are looked up: of pairs with a similarity of 0.8, 1 in 1,400 shares none of the ten. */
const ROWS = 3;
const BANDS = BINS / ROWS;
/** Texts of one band that are compared at most: more of them are copies of a text that is found by itself. */
const COMPARED = 12;

export interface Match {
	readonly id: number;
	/** Jaccard similarity of the shingles, exact but for hashes that meet. */
	readonly similarity: number;
}

/** Finds texts that share most of their shingles, without comparing each with each. Keeps 4 bytes a shingle. */
export class SimilarTexts {
	readonly #shingles: Uint32Array[] = [];
	/** Band → the last text that has it; from there back by {@link #earlier}. */
	readonly #last = new Map<number, number>();
	/** By text and band: the text before it with the same band, −1 where there is none. */
	readonly #earlier: number[] = [];

	/** The most similar of the texts added before, if it is at least so similar; then adds this one, whose number is the count so far. */
	add(shingles: Uint32Array, least: number): Match | undefined {
		const id = this.#shingles.length;
		const bands = bandsOf(shingles);
		const compared = new Set<number>();
		let best: Match | undefined;
		for (const band of bands) {
			let other = this.#last.get(band) ?? -1;
			for (let steps = 0; other >= 0 && steps < COMPARED; steps++) {
				if (!compared.has(other)) {
					compared.add(other);
					const similarity = this.#compare(shingles, other, least);
					if (similarity >= least && (best === undefined || similarity > best.similarity || (similarity === best.similarity && other < best.id))) { best = { id: other, similarity }; }
				}
				other = this.#earlier[other * BANDS + (band % BANDS)] as number;
			}
		}
		this.#shingles.push(shingles);
		for (let band = 0; band < BANDS; band++) {
			const key = bands[band];
			this.#earlier.push(key === undefined ? -1 : this.#last.get(key) ?? -1);
			if (key !== undefined) { this.#last.set(key, id); }
		}
		return best;
	}

	#compare(shingles: Uint32Array, other: number, least: number): number {
		const known = this.#shingles[other] as Uint32Array;
		// No more can be common than the smaller set holds.
		const [small, large] = known.length < shingles.length ? [known.length, shingles.length] : [shingles.length, known.length];
		return small < large * least ? 0 : similarityOf(shingles, known);
	}
}

/** A key for each band, whose remainder by their number tells which one; none of an empty set. */
function bandsOf(shingles: Uint32Array): number[] {
	if (shingles.length === 0) { return []; }
	const least = new Float64Array(BINS).fill(-1);
	// Ascending: the first of a bin is its least.
	for (const shingle of shingles) {
		const bin = Math.floor(shingle / 0x100000000 * BINS);
		if (least[bin] === -1) { least[bin] = shingle; }
	}
	// An empty bin borrows from the next that is not, so that short texts have all bands too.
	for (let bin = BINS - 1, next = firstFilled(least); bin >= 0; bin--) {
		if (least[bin] === -1) { least[bin] = mixed(next + bin); } else { next = least[bin] as number; }
	}
	return Array.from({ length: BANDS }, (_, band) => {
		let hash = 0;
		for (let row = 0; row < ROWS; row++) { hash = mixed(hash ^ (least[band * ROWS + row] as number)); }
		return hash * BANDS + band;
	});
}

const firstFilled = (least: Float64Array): number => least.find(value => value !== -1) ?? 0;
