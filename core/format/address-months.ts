import { fold } from '../text/fold.ts';
import { isLetter } from '../text/kinds.ts';
import { dateWordAt } from './months.ts';

/** A date in an address whose month is a name; offsets in the address. */
export interface NamedDate {
	readonly start: number;
	readonly end: number;
	readonly year: number;
	/** From 1. */
	readonly month: number;
	readonly day: number;
	/** Its parts are segments of the path, or it is one: inside a slug it may be a date that the article is about. */
	readonly isCertain: boolean;
}

/** Letters of the longest name of a month. */
const LONGEST = 12;
const separators = '/-_';

/** The date with a named month that has its day or its year in `text[start, end)`: /2025/nov/08/, /08-nov-2025/, /november/8/2025, 8-تشرين-الثاني-2025. */
export function namedDateAt(text: string, start: number, end: number): NamedDate | undefined {
	const separator = text[end] ?? '';
	if (separator === '' || !separators.includes(separator)) { return undefined; }
	if (isLetter(text.charCodeAt(end + 1))) {
		const month = monthFrom(text, end + 1, separator);
		const next = month === undefined ? undefined : numberAt(text, month.end + 1);
		if (month === undefined || next === undefined) { return undefined; }
		const own = Number(text.slice(start, end));
		const [year, day] = end - start === 4 ? [own, next.value] : [next.value, own];
		return dated(text, { start, end: next.end }, separator, { year, month: month.month, day });
	}
	const year = end - start <= 2 && text[start - 1] === separator ? numberAt(text, end + 1) : undefined;
	const before = year === undefined ? undefined : monthBefore(text, start - 1, separator);
	if (before === undefined || year === undefined) { return undefined; }
	return dated(text, { start: before.start, end: year.end }, separator, { year: year.value, month: before.month, day: Number(text.slice(start, end)) });
}

function dated(text: string, range: { readonly start: number; readonly end: number }, separator: string, parts: { readonly year: number; readonly month: number; readonly day: number }): NamedDate | undefined {
	if (range.end < text.length && !'/-_.?#&'.includes(text[range.end] ?? '')) { return undefined; }
	const isSegment = text[range.start - 1] === '/' && (range.end === text.length || '/.?#'.includes(text[range.end] ?? ''));
	return { ...range, ...parts, isCertain: separator === '/' || isSegment };
}

/** The month whose name, of one word or two, begins at an offset and ends before the separator and a number. */
function monthFrom(text: string, start: number, separator: string): { readonly end: number; readonly month: number } | undefined {
	const first = lettersEnd(text, start);
	if (text[first] !== separator) { return undefined; }
	const second = lettersEnd(text, first + 1);
	const isLong = second > first + 1;
	const end = isLong ? second : first;
	// The number first: nearly every word of an address is none of a date, and to look one up costs more.
	if (text[end] !== separator || !isDigitAt(text, end + 1)) { return undefined; }
	const month = isLong ? monthOf(text.slice(start, first), text.slice(first + 1, second)) : monthOf(text.slice(start, first));
	return month === undefined ? undefined : { end, month };
}

/** The month whose name ends at an offset. */
function monthBefore(text: string, end: number, separator: string): { readonly start: number; readonly month: number } | undefined {
	const first = lettersStart(text, end);
	const second = text[first - 1] === separator ? lettersStart(text, first - 1) : first;
	const long = second < first - 1 ? monthOf(text.slice(second, first - 1), text.slice(first, end)) : undefined;
	if (long !== undefined) { return { start: second, month: long }; }
	const month = monthOf(text.slice(first, end));
	return month === undefined ? undefined : { start: first, month };
}

/** Names of Gregorian months only; a name of fewer than three letters may be any word. */
function monthOf(...words: readonly string[]): number | undefined {
	if ((words[0]?.length ?? 0) < 3) { return undefined; }
	const found = dateWordAt(words.map(fold), 0);
	return found?.word.is === 'month' && found.length === words.length && found.word.calendar === 'gregory' ? found.word.month : undefined;
}

function lettersEnd(text: string, start: number): number {
	let end = start;
	while (end - start < LONGEST && isLetter(text.charCodeAt(end))) { end++; }
	return end;
}

function lettersStart(text: string, end: number): number {
	let start = end;
	while (end - start < LONGEST && isLetter(text.charCodeAt(start - 1))) { start--; }
	return start;
}

export const isDigitAt = (text: string, at: number): boolean => { const unit = text.charCodeAt(at); return unit >= 0x30 && unit <= 0x39; };

/** One, two or four digits. */
function numberAt(text: string, start: number): { readonly end: number; readonly value: number } | undefined {
	let end = start;
	while (end - start < 4 && isDigitAt(text, end)) { end++; }
	const length = end - start;
	return length === 0 || length === 3 || isDigitAt(text, end) ? undefined : { end, value: Number(text.slice(start, end)) };
}
