import type { Article } from '../../format/article.ts';
import { formatDay, type Day } from '../../format/day.ts';
import { replace } from '../../text/edit.ts';
import { shift, type Range } from '../../text/range.ts';
import type { Fix, Related } from '../rule.ts';

/** Unsafe fixes that write the date of the address in the place of `range`, one for each way to read it. */
export function fixesFromAddress(article: Article, range: Range, today: Day, format: (day: string) => string = day => day): Fix[] {
	return article.values.publicationDays(today).map(({ day }) => {
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
