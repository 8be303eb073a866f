/** A day of the proleptic Gregorian calendar; month and day count from 1. */
export interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
	return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}

export function isRealDay({ year, month, day }: Day): boolean {
	return Number.isInteger(year) && year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD`, ISO 8601. */
export function formatDay({ year, month, day }: Day): string {
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** True for the form `dddd-dd-dd` in ASCII digits, real day or not. */
export function isIsoForm(text: string): boolean {
	if (text.length !== 10) { return false; }
	for (let at = 0; at < 10; at++) {
		const unit = text.charCodeAt(at);
		if (at === 4 || at === 7 ? unit !== 0x2d : unit < 0x30 || unit > 0x39) { return false; }
	}
	return true;
}

/** Reads exactly `YYYY-MM-DD`; undefined for another form, and for a day that does not exist. */
export function parseDay(text: string): Day | undefined {
	if (!isIsoForm(text)) { return undefined; }
	const digit = (at: number): number => text.charCodeAt(at) - 0x30;
	const day = { year: ((digit(0) * 10 + digit(1)) * 10 + digit(2)) * 10 + digit(3), month: digit(5) * 10 + digit(6), day: digit(8) * 10 + digit(9) };
	return isRealDay(day) ? day : undefined;
}

/** Whether a day comes after another, both of them real ones. */
export function isLater(day: Day, other: Day): boolean {
	if (day.year !== other.year) { return day.year > other.year; }
	return day.month === other.month ? day.day > other.day : day.month > other.month;
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
	// Date.UTC takes the years 0–99 for 1900–1999; the calendar repeats after 400 years, which have 146,097 days.
	return Math.round(Date.UTC(year + 400, month - 1, day) / 86_400_000) - 146_097;
}

export function dayOfNumber(number: number): Day {
	const date = new Date(number * 86_400_000);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);
