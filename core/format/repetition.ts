import { isDigit, isLetter } from '../text/kinds.ts';

/**
 * Where the letters and digits of `part` stand in `text`, whatever punctuation and blanks lie between them, from the
 * first to the last; offset and length in UTF-16 units. Undefined where they do not, or are fewer than `least`. Linear.
 */
export function findRepeated(text: string, part: string, least: number): { readonly offset: number; readonly length: number } | undefined {
	const needle = lettersOf(part);
	if (needle.letters.length < least) { return undefined; }
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
