const LIMIT = 60;

/**
 * A value for use inside a message: in curly quotes, isolated (U+2068 … U+2069, UAX #9) so that neither direction
 * spills into the sentence around it, shortened in the middle to 60 units, invisible characters written as [U+XXXX].
 */
export function quoted(value: string): string {
	return `“\u2068${escapeInvisible(shortened(value))}\u2069”`;
}

function shortened(value: string): string {
	if (value.length <= LIMIT) { return value; }
	const head = cut(value, LIMIT - 20);
	const tail = cut(value, value.length - 19);
	return `${value.slice(0, head)}…${value.slice(tail)}`;
}

function cut(value: string, at: number): number {
	const unit = value.charCodeAt(at);
	return (unit & 0xfc00) === 0xdc00 ? at + 1 : at;
}

/** By UTF-16 unit: whether it is written as its code point. Joiners are left alone: without them Persian words fall apart. */
const isHidden = new Uint8Array(0x10000);
for (const [first, last] of [
	[0x00, 0x1f], [0x7f, 0xa0], [0xad, 0xad], [0x61c, 0x61c], [0x115f, 0x1160], [0x180e, 0x180e], [0x200b, 0x200b], [0x200e, 0x200f], [0x2028, 0x202e],
	[0x2060, 0x2069], [0x3164, 0x3164], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfffe, 0xffff],
] as const) { isHidden.fill(1, first, last + 1); }

/** Writes each invisible or control character as its code point in brackets: `[U+200E]`. */
export function escapeInvisible(value: string): string {
	let escaped = '';
	let last = 0;
	for (let at = 0; at < value.length; at++) {
		const unit = value.charCodeAt(at);
		if (isHidden[unit] === 0) { continue; }
		escaped += `${value.slice(last, at)}[${codePointName(unit)}]`;
		last = at + 1;
	}
	return last === 0 ? value : escaped + value.slice(last);
}

/** `U+0640`, at least four hexadecimal digits. */
export function codePointName(codePoint: number): string {
	return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `1 line`, `2 lines`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
