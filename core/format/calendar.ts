import type { Language } from '../text/language.ts';
import { dayNumber, dayOfNumber, type Day } from './day.ts';
import { hebrewNumeral } from './gematria.ts';

/** Calendars in which readers of right-to-left news also count; data: CLDR and ICU, through `Intl`. */
export type Calendar = 'gregory' | 'islamic-umalqura' | 'persian' | 'hebrew';

/** The calendar that stands beside the Gregorian one in the press of a language. */
export function calendarOf(language: Language): Calendar | undefined {
	switch (language) {
		case 'ar': case 'ur': return 'islamic-umalqura';
		case 'fa': return 'persian';
		case 'he': return 'hebrew';
		default: return undefined;
	}
}

/** Year, month and day as the calendar counts them, from 1; Hebrew months count from Tishri, a leap year has thirteen. */
export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

// A formatter costs a thousand times what one use of it costs.
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (format === undefined) {
		format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
		formats.set(key, format);
	}
	return format;
}

const dateOf = (day: Day): Date => new Date(dayNumber(day) * 86_400_000);

/** Digits as the press of a language prints them, where the locale's own default differs between versions of ICU. */
export const NUMBERS: Readonly<Record<string, string>> = { ar: 'latn', ur: 'latn', he: 'latn', fa: 'arabext' };

/** The day written out in a language, by a calendar: `full` begins with the weekday, but for a Hebrew day in Hebrew. */
export function formatIn(calendar: Calendar, day: Day, language: Language, style: 'full' | 'long' = 'long'): string {
	if (calendar === 'hebrew' && language === 'he') { return inHebrew(day); }
	const locale = `${language === 'und' ? 'en' : language}-u-ca-${calendar}-nu-${NUMBERS[language] ?? 'latn'}`;
	return formatOf(locale, { dateStyle: style }).format(dateOf(day));
}

/** The months as `Intl` names them in English, and in Hebrew. */
const hebrewMonths: ReadonlyMap<string, string> = new Map([
	['Tishri', 'תשרי'], ['Heshvan', 'חשוון'], ['Kislev', 'כסלו'], ['Tevet', 'טבת'], ['Shevat', 'שבט'], ['Adar I', 'אדר א\u05f3'], ['Adar II', 'אדר ב\u05f3'],
	['Nisan', 'ניסן'], ['Iyar', 'אייר'], ['Sivan', 'סיוון'], ['Tamuz', 'תמוז'], ['Av', 'אב'], ['Elul', 'אלול'], ['Adar', 'אדר'],
]);

/** Browsers come without the Hebrew calendar in Hebrew, though with its reckoning. */
function inHebrew(day: Day): string {
	const { year, day: inMonth } = inCalendar('hebrew', day);
	return `${hebrewNumeral(inMonth)} ב${hebrewMonths.get(partsOf('hebrew', day).get('month') ?? '') ?? ''} ${hebrewNumeral(year)}`;
}

/** A Gregorian day as another calendar counts it. */
export function inCalendar(calendar: Calendar, day: Day): CalendarDay {
	if (calendar === 'gregory') { return day; }
	const parts = partsOf(calendar, day);
	const month = parts.get('month') ?? '';
	return {
		year: Number.parseInt(parts.get('year') ?? parts.get('relatedYear') ?? '', 10),
		month: calendar === 'hebrew' ? hebrewMonth(month) : Number.parseInt(month, 10),
		day: Number.parseInt(parts.get('day') ?? '', 10),
	};
}

function partsOf(calendar: Calendar, day: Day): ReadonlyMap<string, string> {
	const format = formatOf(`en-u-ca-${calendar}-nu-latn`, { year: 'numeric', month: calendar === 'hebrew' ? 'long' : 'numeric', day: 'numeric' });
	return new Map(format.formatToParts(dateOf(day)).map(({ type, value }) => [type, value]));
}

/** The Adar of a common year is the sixth month, as Adar I of a leap year; the seventh is Adar II alone. */
function hebrewMonth(name: string): number {
	if (name === 'Adar II') { return 7; }
	if (name === 'Adar') { return 6; }
	return [...hebrewMonths.keys()].indexOf(name) + 1;
}

/** Days within which the estimate from mean lengths lies: a Hebrew year may begin a month late. */
const REACH = 45;

/** Mean length of a year in days, and the number of the day before the first of year 1. */
const epochs: Readonly<Record<Exclude<Calendar, 'gregory'>, { readonly year: number; readonly month: number; readonly first: number }>> = {
	'islamic-umalqura': { year: 354.36707, month: 29.530589, first: -492_148 },
	persian: { year: 365.2422, month: 30.4, first: -492_268 },
	hebrew: { year: 365.2468, month: 29.530589, first: -2_092_591 },
};

/**
 * The Gregorian day of a day in another calendar; undefined where that calendar has no such day. Umm al-Qura is tabulated
 * for 1300–1600 AH; outside, `Intl` reckons by the civil calendar.
 */
export function gregorianOf(calendar: Exclude<Calendar, 'gregory'>, year: number, month: number, day: number): Day | undefined {
	if (!Number.isInteger(year) || year < 1 || year > 9999 || month < 1 || month > 13 || day < 1 || day > 31) { return undefined; }
	const { year: length, month: monthLength, first } = epochs[calendar];
	const near = Math.round(first + (year - 1) * length + (month - 1) * monthLength + day);
	for (let step = 0; step <= 2 * REACH; step++) {
		const number = near + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
		const found = inCalendar(calendar, dayOfNumber(number));
		if (found.year === year && found.month === month && found.day === day) { return dayOfNumber(number); }
	}
	return undefined;
}
