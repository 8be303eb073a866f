/** Half-open span of UTF-16 code units; what it is relative to (an article, a line, a dump) is said where it is used. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

export const isEmpty = (range: Range): boolean => range.start === range.end;

export const contains = (range: Range, offset: number): boolean => range.start <= offset && offset <= range.end;

/** True when the two ranges share text or meet at one offset. */
export const touches = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

export const shift = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });

/** The part of `text` between two offsets, without the blanks and invisible characters in `skip` at either end. */
export function trimmed(text: string, range: Range, skip: (unit: number) => boolean): Range {
	let { start, end } = range;
	while (start < end && skip(text.charCodeAt(start))) { start++; }
	while (end > start && skip(text.charCodeAt(end - 1))) { end--; }
	return { start, end };
}
