import type { Article } from '../../format/article.ts';
import type { DateReading } from '../../format/dates.ts';
import { formatDay, type Day } from '../../format/day.ts';
import { replace } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Fix } from '../rule.ts';
import { calendarNames, isSameDay, possibleReadings, relatedInAddress } from './_days.ts';

export const nonstandardDate = defineRule({
	id: 'nonstandard-date',
	group: 'header',
	severity: 'error',
	since: '0.1.0',
	fix: 'always',
	safety: 'both',
	keepsText: true,
	summary: 'The date is a real day, but not written YYYY-MM-DD.',
	why: 'Dates in other forms do not sort, and those that begin with day or month are read differently from country to country.',
	details: 'Read are numbers in any order and with any separator, eight digits, Arabic-Indic and Persian digits, names of months in Arabic (Gulf, Levant, Maghreb), Persian, Urdu, Hebrew, English, French and Russian, and Hijri (Umm al-Qura), Jalali and Hebrew dates, as far as they are not in the future. The fix is safe where the date can be read in one way only, or the date in the address tells which one is meant. It is unsafe for other calendars, where the text also tells a time of day, and where the weekday beside it is that of another day.',
	examples: [
		{
			bad: ' date ⟦2025/11/08⟧ https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-11-08 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
		},
		{
			bad: ' date ⟦السبت 8 تشرين الثاني 2025⟧ https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-11-08 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
		},
		{
			bad: ' date ⟦08-11-2025⟧ https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-11-08 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			note: 'It can be 8 November or 11 August: there are two unsafe fixes.',
			isFixed: false,
		},
		{
			bad: ' date ⟦1404/08/17⟧ https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-11-08 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			note: 'A Jalali date.',
			isFixed: false,
		},
	],
	on: 'field',
	fields: ['date'],
	check({ article, text, start, end }, report, _options, { today }) {
		const { values } = article;
		if (values.day !== undefined || values.readings.length === 0) { return; }
		const readings = bestFirst(article, possibleReadings(values, today));
		const [first, ...others] = readings;
		if (first === undefined) { return; }
		const isProved = others.length === 0 || isInAddress(article, first);
		const fixes = (isProved ? [first] : readings).map(reading => fixOf(reading, { start, end }, isProved));
		const [fix, ...more] = fixes;
		if (fix === undefined) { return; }
		report({ range: { start, end }, message: messageOf(text, isProved ? [first] : readings), related: relatedInAddress(article), fixes: [fix, ...more] });
	},
});

/** The readings whose weekday fits, where some fit; the one that the address confirms, if it is only one, in front. */
function bestFirst(article: Article, readings: readonly DateReading[]): readonly DateReading[] {
	const fitting = readings.filter(({ isContradicted }) => !isContradicted);
	const rest = fitting.length > 0 ? fitting : readings;
	const confirmed = rest.filter(reading => isInAddress(article, reading));
	return confirmed.length === 1 ? [...confirmed, ...rest.filter(reading => !confirmed.includes(reading))] : rest;
}

/** An address that reads the same two ways confirms neither. */
function isInAddress(article: Article, { day }: DateReading): boolean {
	return article.values.addressDates.some(({ isCertain, readings }) => isCertain && readings.length === 1 && readings.some(other => isSameDay(other.day, day)));
}

function fixOf({ day, calendar, order, hasTime, isContradicted }: DateReading, range: { readonly start: number; readonly end: number }, isProved: boolean): Fix {
	const isSafe = isProved && calendar === 'gregory' && !hasTime && !isContradicted;
	const how = isProved ? '' : order === 'day-month-year' ? ', the day first' : order === 'month-day-year' ? ', the month first' : ', the year first';
	return { title: `Write the date as ${formatDay(day)}${how}`, safety: isSafe ? 'safe' : 'unsafe', edits: [replace(range, formatDay(day))] };
}

function messageOf(text: string, readings: readonly DateReading[]): string {
	const [first] = readings;
	const days = readings.map(({ day }: { readonly day: Day }) => formatDay(day)).join(' or ');
	if (first !== undefined && first.calendar !== 'gregory' && readings.length === 1) { return `The date ${quoted(text)} counts by the ${calendarNames[first.calendar]} calendar: it is ${days}.`; }
	if (readings.length > 1) { return `The date ${quoted(text)} can be ${days}: write it YYYY-MM-DD.`; }
	if (first?.isContradicted === true) { return `The date ${quoted(text)} is not written YYYY-MM-DD, and its weekday is not that of ${days}.`; }
	return `The date ${quoted(text)} is not written YYYY-MM-DD${first?.hasTime === true ? ', and tells a time of day too' : ''}: ${days}.`;
}
