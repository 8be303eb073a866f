/** Text that can be cut without being one string yet; offsets are UTF-16 units. */
export interface TextSource {
	readonly length: number;
	slice(start: number, end: number): string;
}

export const stringSource = (text: string): TextSource => ({ length: text.length, slice: (start, end) => text.slice(start, end) });

/** Reads from a buffer of UTF-16 units that holds the text at `base`; a string is made only of what is asked for. */
export function unitSource(units: Uint16Array, base: number, length: number, decode: (units: Uint16Array) => string): TextSource {
	return { length, slice: (start, end) => decode(units.subarray(base + start, base + Math.min(end, length))) };
}

const SCRATCH = 1 << 16;
let scratch = new Uint16Array(SCRATCH);

/** The UTF-16 units of a string, in a buffer that the next call reuses. */
export function unitsOf(text: string): Uint16Array {
	if (scratch.length < text.length) { scratch = new Uint16Array(Math.max(text.length, scratch.length * 2)); }
	for (let at = 0; at < text.length; at++) { scratch[at] = text.charCodeAt(at); }
	const units = scratch.subarray(0, text.length);
	// A rare giant must not stay in memory for the life of the process.
	if (scratch.length > SCRATCH * 64) { scratch = new Uint16Array(SCRATCH); }
	return units;
}
