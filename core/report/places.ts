/** A place in a file as reports name it. */
export interface Place {
	/** From 1; lines end at LF, CRLF and CR. */
	line: number;
	/** From 1, in code points; a byte order mark is one. */
	readonly column: number;
	/** From 1, in UTF-16 units. */
	readonly unitColumn: number;
	/** Offset in the file, UTF-16 units. */
	unit: number;
	/** Offset in the file, bytes. */
	readonly byte: number;
}

/** Where an article starts in its file. */
export interface Origin {
	readonly line: number;
	readonly unit: number;
	readonly byte: number;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Finds the places of many offsets of one article in one walk over its units.
 * @param units of the article, which starts at a line start
 * @param offsets in the article, UTF-16 units, in any order, repetitions welcome
 * @param byteOf byte offset in the file of each unit, where the bytes are ill-formed and cannot be told from the units
 */
export function placesOf(units: Uint16Array, offsets: readonly number[], origin: Origin, byteOf?: (unit: number) => number): Map<number, Place> {
	const places = new Map<number, Place>();
	let { line, byte } = origin;
	let column = 1;
	let lineStart = 0;
	let at = 0;
	for (const offset of Float64Array.from(offsets).sort()) {
		if (places.has(offset)) { continue; }
		const end = Math.min(offset, units.length);
		for (; at < end; at++) {
			const unit = units[at] as number;
			if (unit < 0x80) {
				byte++;
				column++;
				if (unit === LF || (unit === CR && units[at + 1] !== LF)) { line++; column = 1; lineStart = at + 1; }
			} else if (unit < 0x800) {
				byte += 2;
				column++;
			} else if ((unit & 0xfc00) === 0xdc00) {
				// The first half has counted three bytes and the column.
				byte++;
			} else {
				byte += 3;
				column++;
			}
		}
		places.set(offset, { line, column, unitColumn: end - lineStart + 1, unit: origin.unit + end, byte: byteOf === undefined ? byte : byteOf(end) });
	}
	return places;
}

/** By UTF-16 unit: its bytes in UTF-8; of the four of a surrogate pair each half counts two. */
const sizes = new Uint8Array(0x10000).fill(3).fill(2, 0x80, 0x800).fill(1, 0, 0x80).fill(2, 0xd800, 0xe000);

/** Length in UTF-8 of well-formed units. */
export function utf8Length(units: Uint16Array, from: number, to: number): number {
	let length = 0;
	for (let at = from; at < to; at++) { length += sizes[units[at] as number] as number; }
	return length;
}
