/** Text of ill-formed UTF-8, and where each of its units stands in the bytes. */
export interface MendedText {
	/** Each ill-formed sequence is one U+FFFD (maximal subparts, Unicode 17.0 §3.9; WHATWG Encoding). */
	readonly units: Uint16Array;
	/** Offset in the bytes of each unit, and behind the last one that of the end. */
	readonly byteOf: Uint32Array;
	/** Units that stand for ill-formed bytes, ascending. */
	readonly mended: Uint32Array;
}

const REPLACEMENT = 0xfffd;

/** Reads UTF-8 that need not be well-formed; a byte order mark stays. Total and linear. */
export function mendUtf8(bytes: Uint8Array): MendedText {
	const units = new Uint16Array(bytes.length);
	const byteOf = new Uint32Array(bytes.length + 1);
	const mended = new Uint32Array(bytes.length);
	let count = 0;
	let marks = 0;
	let at = 0;
	while (at < bytes.length) {
		const length = sequenceLength(bytes, at);
		byteOf[count] = at;
		if (length < 0) {
			mended[marks++] = count;
			units[count++] = REPLACEMENT;
			at -= length;
			continue;
		}
		const codePoint = codePointAt(bytes, at, length);
		if (codePoint > 0xffff) {
			units[count++] = 0xd800 + ((codePoint - 0x10000) >> 10);
			// The second half stands where the second half of the bytes does, as far as there is such a thing.
			byteOf[count] = at + 3;
			units[count++] = 0xdc00 + ((codePoint - 0x10000) & 0x3ff);
		} else { units[count++] = codePoint; }
		at += length;
	}
	byteOf[count] = at;
	return { units: units.slice(0, count), byteOf: byteOf.slice(0, count + 1), mended: mended.slice(0, marks) };
}

/** Bytes of the well-formed sequence at `at`, or minus the bytes of the ill-formed one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const lead = bytes[at] as number;
	if (lead < 0x80) { return 1; }
	if (lead < 0xc2 || lead > 0xf4) { return -1; }
	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	// Table 3-7 of Unicode: the second byte is narrower behind four of the leads.
	const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
	const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
	const second = bytes[at + 1] ?? 0;
	if (second < low || second > high) { return -1; }
	for (let next = 2; next < length; next++) {
		if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) { return -next; }
	}
	return length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
	let codePoint = (bytes[at] as number) & (length === 1 ? 0x7f : 0xff >> (length + 1));
	for (let next = 1; next < length; next++) { codePoint = (codePoint << 6) | ((bytes[at + next] as number) & 0x3f); }
	return codePoint;
}
