import type { Range } from '../text/range.ts';
import { asciiDigits } from '../text/fold.ts';
import { isDigitAt, namedDateAt } from './address-months.ts';
import { gregorianOf, type Calendar } from './calendar.ts';
import { isForeignYear, readDate, type DateReading } from './dates.ts';
import { isRealDay, type Day } from './day.ts';

/** A date in an address. */
export interface AddressDate {
	/** Offsets in the address. */
	readonly range: Range;
	/** At least one. */
	readonly readings: readonly DateReading[];
	/** False where digits may also be a number that only looks like a date: then it may agree with a date, never refute it. */
	readonly isCertain: boolean;
}

interface Candidate {
	/** Where it is not where its first digits are. */
	readonly start?: number;
	readonly end: number;
	readonly readings: readonly DateReading[];
	readonly isCertain: boolean;
}

const none: readonly never[] = [];
const archives = /^https?:\/\/(?:web\.archive\.org|archive\.(?:is|ph|today))\//iu;
const dateName = /[?&#](?:date|day|d|dt|pubdate|published)=$/iu;
/** Longest address whose end is still looked at, UTF-16 units; real ones have up to 509. */
const LIMIT = 4096;

/**
 * The dates in an address, in the patterns of many outlets: /2025/11/08/, /2025/11/8/, /2025-11-08, /20251108/, /2025/1108/,
 * /2025/nov/08/, /08-nov-2025/, 08-11-2025, -20251108-, 20251108143000, ?y=2025&m=11&d=8; digits of any system; years that only Hijri and Jalali calendars are in count by these.
 */
export function datesInAddress(written: string): readonly AddressDate[] {
	if (written.length > LIMIT) { return datesInAddress(written.slice(0, LIMIT)); }
	const address = eastern.test(written) ? asciiDigits(written) : written;
	const from = address.indexOf('/', 8);
	if (from < 0) { return none; }
	let found: AddressDate[] | undefined;
	numbers.lastIndex = from;
	while (numbers.test(address)) {
		const at = numbers.lastIndex - 1;
		const candidate = candidateAt(address, at, digitsEnd(address, at));
		if (candidate === undefined || candidate.readings.length === 0) { continue; }
		found ??= [];
		found.push({ range: { start: candidate.start ?? at, end: candidate.end }, readings: candidate.readings, isCertain: candidate.isCertain && isTrusted(address, at) });
		numbers.lastIndex = candidate.end;
	}
	const parts = inParameters(address);
	if (parts !== undefined) { (found ??= []).push(parts); }
	if (found === undefined) { return none; }
	// The stamp of an archive tells when it kept the page.
	return archives.test(address) && (found[0]?.range.start ?? 0) < 30 ? found.slice(1) : found;
}

const eastern = /[\u0660-\u0669\u06f0-\u06f9]/u;
/** ?year=2025&month=11&day=8, in this order. */
const parameters = /[?&]y(?:ear)?=(\d{4})&m(?:o|on|onth)?=(\d{1,2})&d(?:ay)?=(\d{1,2})(?![^&#])/iu;

function inParameters(address: string): AddressDate | undefined {
	const match = address.includes('?') ? parameters.exec(address) : null;
	if (match === null) { return undefined; }
	const readings = readingsOf(Number(match[1]), Number(match[2]), Number(match[3]));
	return readings.length === 0 ? undefined : { range: { start: match.index + 1, end: match.index + match[0].length }, readings, isCertain: true };
}

/** The first digit of a number behind a mark: of one, two or four digits in front of a separator, or of eight, twelve or fourteen. */
const numbers = /[-/_=.]\d(?=\d?[-/_.]|\d{3}[-/_.]|\d{7}(?:\d{4}(?:\d{2})?)?(?!\d))/gu;

function digitsEnd(text: string, from: number): number {
	let at = from;
	while (isDigitAt(text, at)) { at++; }
	return at;
}

/** The number that `text[start, end)` is, all of it digits. */
function numberIn(text: string, start: number, end: number): number {
	let number = 0;
	for (let at = start; at < end; at++) { number = number * 10 + text.charCodeAt(at) - 0x30; }
	return number;
}

const isClosed = (text: string, at: number): boolean => at >= text.length || '/-_.?#&T'.includes(text[at] ?? '');

/** In a query only a parameter named after a date is one for certain. */
function isTrusted(address: string, at: number): boolean {
	const query = address.indexOf('?');
	return query < 0 || at < query || dateName.test(address.slice(Math.max(0, at - 12), at));
}

function candidateAt(text: string, start: number, end: number): Candidate | undefined {
	const count = end - start;
	return count > 4 ? stamp(text, start, end) : count === 4 ? yearFirst(text, start, end) : dayFirst(text, start, end);
}

function stamp(text: string, start: number, end: number): Candidate | undefined {
	if (!isClosed(text, end)) { return undefined; }
	const year = numberIn(text, start, start + 4);
	const readings = readingsOf(year, numberIn(text, start + 4, start + 6), numberIn(text, start + 6, start + 8));
	const isForeign = isForeignYear(year);
	if (end - start > 8) {
		const isClock = numberIn(text, start + 8, start + 10) < 24 && numberIn(text, start + 10, start + 12) < 60 && numberIn(text, start + 12, end) < 60;
		return { end, readings, isCertain: isForeign ? end - start === 14 : isClock };
	}
	const isWhole = text[start - 1] === '/' && (end === text.length || text[end] === '/' || text[end] === '.' || text[end] === '?');
	const isLast = text.indexOf('/', end) < 0;
	// Eight digits alone at the end are more often a number; so are those of Jalali years in the middle of a slug.
	return { end, readings, isCertain: isForeign ? isWhole && !isLast : !(isWhole && isLast) };
}

function yearFirst(text: string, start: number, end: number): Candidate | undefined {
	const separator = text[end];
	const year = numberIn(text, start, end);
	if (!isYear(year)) { return undefined; }
	const monthEnd = digitsEnd(text, end + 1);
	if (monthEnd === end + 1) { return named(text, start, end); }
	if (separator === '/' && monthEnd === end + 5) {
		const readings = readingsOf(year, numberIn(text, end + 1, end + 3), numberIn(text, end + 3, end + 5));
		return { end: monthEnd, readings, isCertain: text[monthEnd] === '/' };
	}
	const dayEnd = digitsEnd(text, monthEnd + 1);
	if (!isShort(end + 1, monthEnd) || !isShort(monthEnd + 1, dayEnd) || !'/-_.'.includes(text[monthEnd] ?? '?') || !isClosed(text, dayEnd)) { return undefined; }
	const readings = readingsOf(year, numberIn(text, end + 1, monthEnd), numberIn(text, monthEnd + 1, dayEnd));
	const isFull = monthEnd - end === 3 && dayEnd - monthEnd === 3;
	const isCertain = separator === '/' ? isFull || dayEnd < text.length : isFull && isAtEdge(text, start, dayEnd);
	return { end: dayEnd, readings, isCertain };
}

function dayFirst(text: string, start: number, end: number): Candidate | undefined {
	const separator = text[end];
	const secondEnd = digitsEnd(text, end + 1);
	if (secondEnd === end + 1 || secondEnd === end + 5) { return named(text, start, end); }
	const yearEnd = digitsEnd(text, secondEnd + 1);
	if (!isShort(end + 1, secondEnd) || text[secondEnd] !== separator || yearEnd - secondEnd !== 5 || !isClosed(text, yearEnd)) { return undefined; }
	if (!isYear(numberIn(text, secondEnd + 1, yearEnd))) { return undefined; }
	const isFull = end - start === 2 && secondEnd - end === 3;
	return { end: yearEnd, readings: readDate(text.slice(start, yearEnd)), isCertain: isFull && (separator === '/' || isAtEdge(text, start, yearEnd)) };
}

/** With the name of the month. */
function named(text: string, start: number, end: number): Candidate | undefined {
	const found = namedDateAt(text, start, end);
	return found === undefined ? undefined : { start: found.start, end: found.end, readings: readingsOf(found.year, found.month, found.day), isCertain: found.isCertain };
}

const isShort = (start: number, end: number): boolean => end > start && end - start <= 2;

const isYear = (year: number): boolean => (year >= 1990 && year < 2100) || (year >= 1340 && year <= 1480);

/** At the start or the end of a segment; the start of a file extension ends one too. */
function isAtEdge(text: string, start: number, end: number): boolean {
	return text[start - 1] === '/' || end >= text.length || '/?#.'.includes(text[end] ?? '');
}

function readingsOf(year: number, month: number, day: number): readonly DateReading[] {
	if (!isYear(year)) { return none; }
	if (isForeignYear(year)) { return foreignReadings(year, month, day); }
	const reading = { year, month, day };
	return isRealDay(reading) ? [readingIn('gregory', reading)] : none;
}

const readingIn = (calendar: Calendar, day: Day): DateReading => ({ day, calendar, order: 'year-month-day', hasTime: false, isContradicted: false });

/** Days met before: the articles of an outlet share few, and a conversion costs more than all other rules together. */
const known = new Map<number, readonly DateReading[]>();
/** More than the web has days: of fewer, those of a large dump would be converted again and again. */
const MOST_KNOWN = 1 << 14;

function foreignReadings(year: number, month: number, day: number): readonly DateReading[] {
	if (month < 1 || month > 12 || day < 1 || day > 31) { return none; }
	const key = (year * 100 + month) * 100 + day;
	let readings = known.get(key);
	if (readings === undefined) {
		readings = calendarsOf(year).flatMap(calendar => {
			const found = gregorianOf(calendar, year, month, day);
			return found === undefined ? [] : [readingIn(calendar, found)];
		});
		if (known.size >= MOST_KNOWN) { known.clear(); }
		known.set(key, readings);
	}
	return readings;
}

/** The web began in 1410 AH and 1369 of the Jalali count; in 1421 of the latter it will be 2042. */
const calendarsOf = (year: number): readonly ('islamic-umalqura' | 'persian')[] =>
	year < 1410 ? ['persian'] : year > 1420 ? ['islamic-umalqura'] : ['islamic-umalqura', 'persian'];
