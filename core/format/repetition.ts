import { isDigit, isLetter } from '../text/kinds.ts';

/** UTF-16 units; less proves no repetition. */
const SHORTEST = 20;

/** Where a text stands in another; offset and length in UTF-16 units. */
export interface Repetition {
	readonly offset: number;
	readonly length: number;
}

/** Where `part` stands in `text` as it is. Undefined where it does not, or has fewer than 20 units. */
export function findExact(text: string, part: string): Repetition | undefined {
	const offset = part.length < SHORTEST ? -1 : text.indexOf(part);
	return offset < 0 ? undefined : { offset, length: part.length };
}

/**
 * Where the letters and digits of `part` stand in `text`, whatever punctuation and blanks lie between them, from the
 * first to the last. Undefined where they do not, or are fewer than 20. Linear.
 */
export function findRepeated(text: string, part: string): Repetition | undefined {
	const needle = lettersOf(part);
	if (needle.letters.length < SHORTEST) { return undefined; }
	const hay = lettersOf(text);
	const found = hay.letters.indexOf(needle.letters);
	if (found < 0) { return undefined; }
	const offset = hay.offsets[found] ?? 0;
	return { offset, length: (hay.offsets[found + needle.letters.length - 1] ?? 0) + 1 - offset };
}

function lettersOf(text: string): { readonly letters: string; readonly offsets: readonly number[] } {
	const offsets: number[] = [];
	let letters = '';
	let start = -1;
	for (let at = 0; at <= text.length; at++) {
		const unit = text.charCodeAt(at);
		if (isLetter(unit) || isDigit(unit)) {
			if (start < 0) { start = at; }
			offsets.push(at);
		} else if (start >= 0) {
			letters += text.slice(start, at);
			start = -1;
		}
	}
	return { letters, offsets };
}
