/** Text that can be cut without being one string yet; offsets are UTF-16 units. */
export interface TextSource {
	readonly length: number;
	slice(start: number, end: number): string;
	/** All of it as UTF-16 units, which nobody may change. */
	units(): Uint16Array;
}

export const stringSource = (text: string): TextSource => ({
	length: text.length,
	slice: (start, end) => text.slice(start, end),
	units: () => filled(new Uint16Array(text.length), text),
});

const SCRATCH = 1 << 16;
let scratch = new Uint16Array(SCRATCH);

/** The UTF-16 units of a string, in a buffer that the next call reuses. */
export function unitsOf(text: string): Uint16Array {
	if (scratch.length < text.length) { scratch = new Uint16Array(Math.max(text.length, scratch.length * 2)); }
	const units = filled(scratch.subarray(0, text.length), text);
	// A rare giant must not stay in memory for the life of the process.
	if (scratch.length > SCRATCH * 64) { scratch = new Uint16Array(SCRATCH); }
	return units;
}

function filled(units: Uint16Array, text: string): Uint16Array {
	for (let at = 0; at < text.length; at++) { units[at] = text.charCodeAt(at); }
	return units;
}
