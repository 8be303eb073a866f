import { isDateWord } from './months.ts';

/**
 * What in a header looks like a date, whether or not it is one: decides only where a field begins and ends. What the
 * text means is read by `dates.ts`.
 */
const DIGIT = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const SEPARATOR = '[-/.\\u2010-\\u2015\\u2212]';
const numeric = `(?:${DIGIT}{1,4} ?${SEPARATOR} ?${DIGIT}{1,2} ?${SEPARATOR} ?${DIGIT}{1,4}|${DIGIT}{8})`;
const clock = `(?:[T ]+${DIGIT}{1,2}:${DIGIT}{2}(?::${DIGIT}{2})?(?:Z| ?[+-]${DIGIT}{2}:?${DIGIT}{2})?)?`;

const leading = new RegExp(`^${numeric}${clock}(?!${DIGIT})`, 'u');
const trailing = new RegExp(`(?:^|[ \\t\\u00a0])(${numeric})$`, 'u');
const whole = new RegExp(`^${numeric}${clock}$`, 'u');
const letters = /\p{L}[\p{L}\p{M}\u200c]*/gu;
const oneDigit = new RegExp(DIGIT, 'u');

/** True for a text that is nothing but a date: numbers and separators, or a number with month and weekday names. */
export function isDateLike(text: string): boolean {
	if (whole.test(text)) { return true; }
	if (text.length > 90 || !oneDigit.test(text)) { return false; }
	const words = text.match(letters) ?? [];
	return words.length > 0 && words.length <= 9 && words.every(isDateWord);
}

/** Length of the numeric date at the start of `text`, its clock time included. */
export function leadingDate(text: string): number | undefined {
	return leading.exec(text)?.[0].length;
}

/** Offset of a numeric date that ends the text behind a blank. */
export function trailingDate(text: string): number | undefined {
	const match = trailing.exec(text);
	return match === null ? undefined : match.index + match[0].length - (match[1]?.length ?? 0);
}
