import type { FileFacts } from '../rules/rule.ts';
import { firstAtLeast } from '../text/sorted.ts';
import type { TextSource } from '../text/source.ts';
import { utf8Length } from './places.ts';

/** Whole articles of a file, as bytes. */
export interface BytePiece {
	readonly bytes: Uint8Array;
	/** Offset of the bytes in the file. */
	readonly start: number;
	/** Nothing follows. */
	readonly isLast: boolean;
}

/** A piece of a file as UTF-16 units. */
export interface Decoded {
	readonly units: Uint16Array;
	/** Offsets in the piece's bytes of the units, and which units stand for ill-formed bytes; undefined for well-formed pieces. */
	readonly illFormed: { readonly byteOf: Uint32Array; readonly mended: Uint32Array } | undefined;
	/** Text of an article of the piece, see `readArticles`; strings are made only of what is asked for. */
	readonly source: (start: number, length: number) => TextSource;
}

const atStart: FileFacts = { isStart: true };
const inside: FileFacts = { isStart: false };

/** What the bytes of an article tell; `start` and `length` are units in the piece. */
export function factsOf(piece: BytePiece, { illFormed }: Decoded, start: number, length: number): FileFacts {
	const isStart = piece.start === 0 && start === 0;
	if (illFormed === undefined) { return isStart ? atStart : inside; }
	const { byteOf, mended } = illFormed;
	const own = mended.subarray(firstAtLeast(mended, start), firstAtLeast(mended, start + length));
	const [first] = own;
	if (first === undefined) { return { isStart }; }
	const sequences = Array.from(own, unit => piece.bytes.subarray(byteOf[unit], byteOf[unit + 1]));
	return { isStart, illFormed: { units: own.map(unit => unit - start), firstByte: piece.start + (byteOf[first] ?? 0), bytes: joined(sequences) } };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** Finds byte offsets of ascending unit offsets in one walk. */
export class Cursor {
	readonly #units: Uint16Array;
	readonly #byteOf: Uint32Array | undefined;
	readonly #start: number;
	#unit = 0;
	#byte: number;

	/** @param start offset of the piece in the file, bytes */
	constructor({ units, illFormed }: Decoded, start: number) {
		this.#units = units;
		this.#byteOf = illFormed?.byteOf;
		this.#start = start;
		this.#byte = start;
	}

	/** Offset in the file; `unit` may not be smaller than in an earlier call. */
	byteAt(unit: number): number {
		if (this.#byteOf !== undefined) { return this.#start + (this.#byteOf[unit] ?? 0); }
		this.#byte += utf8Length(this.#units, this.#unit, unit);
		this.#unit = unit;
		return this.#byte;
	}

	/** For pieces whose bytes cannot be told from their units: byte offsets in the file of the units of an article. */
	mapFrom(base: number): ((unit: number) => number) | undefined {
		const byteOf = this.#byteOf;
		return byteOf === undefined ? undefined : unit => this.#start + (byteOf[base + unit] ?? 0);
	}
}
