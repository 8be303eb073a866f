import type { Range } from './range.ts';

/** Replaces `range` with `text`; offsets refer to the text before any edit of the same list. */
export interface Edit {
	readonly range: Range;
	readonly text: string;
}

export const replace = (range: Range, text: string): Edit => ({ range, text });
export const remove = (range: Range): Edit => ({ range, text: '' });
export const insert = (offset: number, text: string): Edit => ({ range: { start: offset, end: offset }, text });

export const byPosition = (a: Edit, b: Edit): number => a.range.start - b.range.start || a.range.end - b.range.end;

/** Applies disjoint edits in any order; undefined when two of them overlap or one leaves the text. */
export function applyEdits(source: string, edits: readonly Edit[]): string | undefined {
	let result = '';
	let last = 0;
	for (const { range, text } of [...edits].sort(byPosition)) {
		if (range.start < last || range.end < range.start || range.end > source.length) { return undefined; }
		result += source.slice(last, range.start) + text;
		last = range.end;
	}
	return result + source.slice(last);
}

/** The smallest edit that turns `before` into `after`; undefined when they are equal. Never cuts a surrogate pair or a CRLF. */
export function minimalEdit(before: string, after: string): Edit | undefined {
	if (before === after) { return undefined; }
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) { start++; }
	while (start > 0 && (isInsidePair(before, start) || isInsidePair(after, start))) { start--; }
	let tail = 0;
	while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) { tail++; }
	while (tail > 0 && (isInsidePair(before, before.length - tail) || isInsidePair(after, after.length - tail))) { tail--; }
	return replace({ start, end: before.length - tail }, after.slice(start, after.length - tail));
}

/** True when `offset` lies between the two units of a surrogate pair or of a CRLF. */
export function isInsidePair(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) { return false; }
	const before = text.charCodeAt(offset - 1);
	const after = text.charCodeAt(offset);
	return (before === 0x0d && after === 0x0a) || ((before & 0xfc00) === 0xd800 && (after & 0xfc00) === 0xdc00);
}

/** What takes edits back: edits of the text that they give. They are disjoint, and come by position. */
export function inverted(text: string, edits: readonly Edit[]): Edit[] {
	let shift = 0;
	return edits.map(({ range: { start, end }, text: put }) => {
		const range = { start: start + shift, end: start + shift + put.length };
		shift += put.length - (end - start);
		return { range, text: text.slice(start, end) };
	});
}
