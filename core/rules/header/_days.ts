import type { Article } from '../../format/article.ts';
import type { Calendar } from '../../format/calendar.ts';
import type { DateReading } from '../../format/dates.ts';
import { formatDay, isLater, type Day } from '../../format/day.ts';
import { likely, type HeaderValues } from '../../format/values.ts';
import { replace } from '../../text/edit.ts';
import { shift, type Range } from '../../text/range.ts';
import type { Fix, Related } from '../rule.ts';

/** Names of the calendars in messages. */
export const calendarNames: Readonly<Record<Calendar, string>> = { gregory: 'Gregorian', 'islamic-umalqura': 'Hijri', persian: 'Jalali', hebrew: 'Hebrew' };

/**
 * The readings of the date as written that can be meant. By another calendar no day in the future is: its year was
 * counted by a third one, or is wrong.
 */
export const possibleReadings = (values: HeaderValues, today: Day): readonly DateReading[] =>
	likely(values.readings, today).filter(({ calendar, day }) => calendar === 'gregory' || !isLater(day, today));

/** Unsafe fixes that write the date of the address in the place of `range`, one for each way to read it; none is in the future. */
export function fixesFromAddress(article: Article, range: Range, today: Day, format: (day: string) => string = day => day): Fix[] {
	return article.values.publicationDays(today).filter(({ day }) => !isLater(day, today)).map(({ day }) => {
		const text = formatDay(day);
		return { title: `Use the date in the address, ${text}`, safety: 'unsafe', edits: [replace(range, format(text))] };
	});
}

/** The place of the date in the address, for a problem that it explains. */
export function relatedInAddress(article: Article): Related[] {
	const date = article.values.addressDates.find(({ isCertain }) => isCertain);
	const start = article.header?.address?.start;
	return date === undefined || start === undefined ? [] : [{ range: shift(date.range, start), message: 'The date in the address.' }];
}

/** Day and month exchanged, where that may have happened; undefined where it gives no other day. */
export function swapped(day: Day): Day | undefined {
	return day.day <= 12 && day.day !== day.month ? { year: day.year, month: day.day, day: day.month } : undefined;
}

export const isSameDay = (a: Day, b: Day): boolean => a.year === b.year && a.month === b.month && a.day === b.day;
