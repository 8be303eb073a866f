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

// Joiners are left alone: without them Persian words fall apart.
const hidden = /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

/** Writes each invisible or control character as its code point in brackets: `[U+200E]`. */
export function escapeInvisible(value: string): string {
	return value.replace(hidden, character => `[${codePointName(character.charCodeAt(0))}]`);
}

/** `U+0640`, at least four hexadecimal digits. */
export function codePointName(codePoint: number): string {
	return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `1 line`, `2 lines`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
