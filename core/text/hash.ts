const OFFSET_HIGH = 0xcbf29ce4;
const OFFSET_LOW = 0x84222325;
/** The prime is 2^40 + 0x1b3. */
const PRIME_LOW = 0x1b3;

/**
 * FNV-1a (Fowler, Noll, Vo), 64 bit, of the UTF-8 bytes of a text, as 16 hexadecimal digits; half a surrogate pair counts as U+FFFD.
 * It stands in files of users, so it never changes.
 */
export function hashOf(text: string): string {
	let high = OFFSET_HIGH;
	let low = OFFSET_LOW;
	const add = (byte: number): void => {
		low = (low ^ byte) >>> 0;
		const product = (low & 0xffff) * PRIME_LOW;
		const upper = (low >>> 16) * PRIME_LOW + Math.floor(product / 0x10000);
		high = (Math.imul(high, PRIME_LOW) + (low << 8) + Math.floor(upper / 0x10000)) >>> 0;
		low = (((upper & 0xffff) << 16) | (product & 0xffff)) >>> 0;
	};
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const scalar = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
		if (scalar < 0x80) { add(scalar); continue; }
		if (scalar < 0x800) {
			add(0xc0 | (scalar >> 6));
		} else if (scalar < 0x10000) {
			add(0xe0 | (scalar >> 12));
			add(0x80 | ((scalar >> 6) & 0x3f));
		} else {
			add(0xf0 | (scalar >> 18));
			add(0x80 | ((scalar >> 12) & 0x3f));
			add(0x80 | ((scalar >> 6) & 0x3f));
		}
		add(0x80 | (scalar & 0x3f));
	}
	return hex(high) + hex(low);
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');
