import { Kind, blankKinds, digitKinds, isKind, kindTable, kindsOf, letterKinds } from './kinds.ts';
import type { Range } from './range.ts';
import { unitsOf } from './source.ts';

const LF = 0x0a;
const CR = 0x0d;
const wordKinds = letterKinds | digitKinds;

/**
 * Words between two offsets: runs between blanks or line ends that hold a letter or digit. A lone dash is none; joiners
 * and bidi marks part nothing.
 */
export function countWords(units: Uint16Array, from: number, to: number): number {
	let count = 0;
	let isWord = 0;
	// With bits instead of branches: letters and blanks come in no order that a processor could guess.
	for (let at = from; at < to; at++) {
		const unit = units[at] as number;
		const kind = kindTable[unit] as number;
		const isEnd = kind === Kind.Other && (unit === LF || unit === CR) ? 1 : (blankKinds >>> kind) & 1;
		count += isWord & isEnd;
		isWord = (isWord | ((wordKinds >>> kind) & 1)) & (isEnd ^ 1);
	}
	return count + isWord;
}

/** As {@link countWords}, of a text. */
export const wordsIn = (text: string): number => countWords(unitsOf(text), 0, text.length);

/** What belongs to a word. Half of a surrogate pair does: emoji stay whole, and letters beyond the BMP are letters. */
const inside = letterKinds | digitKinds | kindsOf(Kind.Mark, Kind.Tatweel, Kind.Joiner, Kind.Surrogate);

/** The word that holds `offset` or ends there; undefined between words. */
export function wordAt(text: string, offset: number): Range | undefined {
	let start = offset;
	let end = offset;
	while (start > 0 && isKind(text.charCodeAt(start - 1), inside)) { start--; }
	while (end < text.length && isKind(text.charCodeAt(end), inside)) { end++; }
	return start < end ? { start, end } : undefined;
}
