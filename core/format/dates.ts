import { asciiDigits, fold } from '../text/fold.ts';
import { isBlank, isInvisible } from '../text/kinds.ts';
import { gregorianOf, type Calendar } from './calendar.ts';
import { dayNumber, formatDay, isRealDay, type Day } from './day.ts';
import { gematria } from './gematria.ts';
import { dateWordAt, type DateWord } from './months.ts';

/** One way to read a date. */
export interface DateReading {
	readonly day: Day;
	/** The calendar the text counts by; `day` is always Gregorian. */
	readonly calendar: Calendar;
	readonly order: Order;
	/** The text also tells a time of day, not midnight. */
	readonly hasTime: boolean;
	/** The weekday beside the date is that of another day. */
	readonly isContradicted: boolean;
}

export type Order = 'year-month-day' | 'day-month-year' | 'month-day-year';

/** Longest text that is still read as a date, UTF-16 units. */
const LIMIT = 90;

/** True for a year that Hijri and Jalali calendars are in, or the Hebrew one, but no news in Gregorian years. */
export const isForeignYear = (year: number): boolean => (year >= 1250 && year <= 1500) || (year >= 5650 && year <= 5900);

export type ForeignCalendar = Exclude<Calendar, 'gregory'>;

/** The calendars that may count such a year; none for one of the Gregorian calendar. */
export function foreignCalendarsOf(year: number): readonly ForeignCalendar[] {
	if (!isForeignYear(year)) { return []; }
	return year > 1500 ? ['hebrew'] : ['islamic-umalqura', 'persian'];
}

/**
 * All plausible readings of a date text in any supported form, the likeliest first: numbers in any order of year, month
 * and day, eight digits, names of months in Arabic (Gulf, Levant, Maghreb), Persian, Urdu, Hebrew, English, French and
 * Russian, weekday and clock beside them, Hijri (Umm al-Qura), Jalali and Hebrew dates. Empty where it is no real day.
 */
export function readDate(text: string): readonly DateReading[] {
	if (text.length > LIMIT) { return []; }
	const twins = plain(text).split(/,? ?الموافق ل?/u).map(part => readPlain(part)).filter(readings => readings.length > 0);
	const readings = twins.find(([first]) => first?.calendar === 'gregory') ?? twins[0] ?? [];
	const seen = new Set<string>();
	return readings.filter(({ day }) => !seen.has(formatDay(day)) && seen.add(formatDay(day)));
}

/** ASCII digits, hyphens and single blanks; invisible characters gone. */
function plain(text: string): string {
	let result = '';
	for (const character of asciiDigits(text)) {
		const unit = character.charCodeAt(0);
		if (isBlank(unit)) { result += result === '' || result.endsWith(' ') ? '' : ' '; } else if (!isInvisible(unit)) { result += same.get(character) ?? character; }
	}
	return result;
}

const same: ReadonlyMap<string, string> = new Map<string, string>([...[...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212_'].map(dash => [dash, '-'] as const), ['،', ','], ['٫', '.']]);

/** Behind the date or in front of it. */
const clock = /(?:^|[ T,|-]{1,3})(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[AaPp][Mm]|[صم]|[+-]\d{2}:?\d{2})){0,2}(?=$|[ ,|])/u;

interface Token {
	/** A number, or undefined for a word. */
	readonly number: number | undefined;
	/** Digits as written, or the word folded. */
	readonly text: string;
}

function readPlain(text: string): DateReading[] {
	const time = clock.exec(text);
	const date = time === null ? text : `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}`;
	const tokens = tokensOf(date);
	if (tokens === undefined) { return []; }
	const facts = factsOf(tokens);
	if (facts === undefined) { return []; }
	const hasTime = time !== null && (Number(time[1]) > 0 || Number(time[2]) > 0 || Number(time[3] ?? 0) > 0);
	return candidates(facts).flatMap(({ calendar, year, month, day, order }) => {
		const found = calendar === 'gregory' ? { year, month, day } : gregorianOf(calendar, year, month, day);
		if (found === undefined || !isRealDay(found) || found.year < 1600) { return []; }
		const isContradicted = facts.weekday !== undefined && facts.weekday !== weekdayOf(found);
		return [{ day: found, calendar, order, hasTime, isContradicted }];
	});
}

/** Numbers and words; undefined where anything else than separators stands between them. */
function tokensOf(text: string): Token[] | undefined {
	const tokens: Token[] = [];
	for (const [part, digits, word] of joinedInitials(text).matchAll(/(\d{1,9})|([\p{L}\p{M}]{1,20})|[\s\S]/gu)) {
		if (digits !== undefined) { tokens.push({ number: Number(digits), text: digits }); } else if (word !== undefined) { tokens.push({ number: undefined, text: fold(word) }); } else if (!' -/.,()|:'.includes(part)) { return undefined; }
		if (tokens.length > 12) { return undefined; }
	}
	return tokens;
}

/** Hebrew numbers in letters are written with a geresh or gershayim that belong to the word. */
const joinedInitials = (text: string): string => text.replace(/(?<=[\u05d0-\u05ea])["'׳״’”]/gu, '');

interface Facts {
	readonly numbers: readonly Token[];
	/** Where in `numbers` the month's name stands: before the number of that index. */
	readonly monthAt: number;
	readonly month: Extract<DateWord, { is: 'month' }> | undefined;
	readonly weekday: number | undefined;
	readonly era: Calendar | undefined;
}

function factsOf(tokens: readonly Token[]): Facts | undefined {
	const texts = tokens.map(token => token.text);
	const isHebrew = tokens.some((_, at) => isHebrewMonth(dateWordAt(texts, at)?.word));
	const numbers: Token[] = [];
	let month: Facts['month'];
	let monthAt = -1;
	let weekday: number | undefined;
	let era: Calendar | undefined;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined) { break; }
		if (token.number !== undefined) { numbers.push(token); continue; }
		const inLetters = isHebrew && (token.text.length === 1 || dateWordAt(texts, at) === undefined) ? gematria(token.text) : undefined;
		if (inLetters !== undefined) { numbers.push({ number: inLetters, text: String(inLetters) }); continue; }
		const found = dateWordAt(texts, at);
		if (found === undefined) { return undefined; }
		at += found.length - 1;
		switch (found.word.is) {
			case 'month':
				// Two names of one month stand side by side in the Levant: تشرين الثاني/نوفمبر.
				if (month !== undefined && (month.month !== found.word.month || month.calendar !== found.word.calendar)) { return undefined; }
				month ??= found.word;
				monthAt = monthAt < 0 ? numbers.length : monthAt;
				break;
			case 'weekday': weekday = found.word.weekday; break;
			case 'era': era = era === 'persian' ? era : found.word.calendar; break;
			case 'filler': break;
		}
	}
	return { numbers, monthAt, month, weekday, era };
}

const isHebrewMonth = (word: DateWord | undefined): boolean => word?.is === 'month' && word.calendar === 'hebrew';

interface Candidate {
	readonly calendar: Calendar;
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly order: Order;
}

function candidates({ numbers, month, monthAt, era }: Facts): Candidate[] {
	if (month !== undefined) { return named(numbers, month, monthAt); }
	const [a, b, c] = numbers;
	if (a === undefined) { return []; }
	if (numbers.length === 1 && a.text.length === 8) { return compact(a.text, era); }
	if (b === undefined || c === undefined || numbers.length !== 3 || b.text.length > 2) { return []; }
	return inOrder(a.text, b.text, c.text, era);
}

function named(numbers: readonly Token[], { calendar, month }: { readonly calendar: Calendar; readonly month: number }, monthAt: number): Candidate[] {
	const [a, b] = numbers;
	if (a?.number === undefined || b?.number === undefined || numbers.length !== 2) { return []; }
	const of = (year: Token, day: Token, order: Order): Candidate[] => {
		const full = yearOf(year.text, calendar);
		return full === undefined || day.text.length > 2 ? [] : [{ calendar, year: full, month, day: day.number ?? 0, order }];
	};
	const dayFirst = monthAt === 0 ? 'month-day-year' : 'day-month-year';
	return a.text.length > 2 ? of(a, b, 'year-month-day') : b.text.length > 2 ? of(b, a, dayFirst) : [...of(b, a, dayFirst), ...of(a, b, 'year-month-day')];
}

function compact(digits: string, era: Calendar | undefined): Candidate[] {
	const yearFirst = inOrder(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), era);
	const isReal = yearFirst.some(({ calendar, year, month, day }) => year >= 1300 && (calendar === 'gregory' ? isRealDay({ year, month, day }) : gregorianOf(calendar, year, month, day) !== undefined));
	return isReal ? yearFirst : inOrder(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), era);
}

function inOrder(a: string, b: string, c: string, era: Calendar | undefined): Candidate[] {
	const result: Candidate[] = [];
	const add = (year: string, month: string, day: string, order: Order): void => {
		for (const calendar of calendarsOf(year, era)) {
			const full = yearOf(year, calendar);
			if (full !== undefined && month.length <= 2 && day.length <= 2) { result.push({ calendar, year: full, month: Number(month), day: Number(day), order }); }
		}
	};
	if (a.length > 2) { add(a, b, c, 'year-month-day'); return result; }
	add(c, b, a, 'day-month-year');
	// Two calendars of this part of the world write the day first; only Gregorian dates come from America.
	if (era === undefined || era === 'gregory') { add(c, a, b, 'month-day-year'); }
	if (c.length <= 2) { add(a, b, c, 'year-month-day'); }
	return result;
}

function calendarsOf(year: string, era: Calendar | undefined): readonly Calendar[] {
	if (era !== undefined) { return [era]; }
	const foreign = year.length === 4 ? foreignCalendarsOf(Number(year)) : [];
	return foreign.length > 0 ? foreign : ['gregory'];
}

/** The year of two or four digits; two-digit Gregorian years lie between 1970 and 2069. */
function yearOf(digits: string, calendar: Calendar): number | undefined {
	const number = Number(digits);
	if (digits.length === 4) { return number; }
	if (calendar === 'hebrew' && digits.length === 3) { return number + 5000; }
	if (digits.length !== 2) { return undefined; }
	switch (calendar) {
		case 'gregory': return number < 70 ? 2000 + number : 1900 + number;
		case 'islamic-umalqura': return number < 60 ? 1400 + number : 1300 + number;
		case 'persian': return number < 50 ? 1400 + number : 1300 + number;
		case 'hebrew': return undefined;
	}
}

/** 0 = Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;
