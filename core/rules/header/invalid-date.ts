import { gregorianOf } from '../../format/calendar.ts';
import { foreignCalendarsOf, isForeignYear, type DateReading, type ForeignCalendar } from '../../format/dates.ts';
import { daysInMonth, formatDay, isIsoForm, isLater, isRealDay, type Day } from '../../format/day.ts';
import { FIRST_YEAR } from '../../format/values.ts';
import { replace } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Fix } from '../rule.ts';
import { calendarNames, fixesFromAddress, isSameDay, possibleReadings, relatedInAddress } from './_days.ts';

export const invalidDate = defineRule({
	id: 'invalid-date',
	group: 'header',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'What stands for the date is no day of the calendar, or no date at all.',
	why: 'A day that does not exist stops every program that sorts or splits the corpus by date, or is turned into another day without a word.',
	details: 'The unsafe fixes use the date in the address, or exchange day and month where only that gives a day; none writes a day in the future. Years of the Hijri, the Jalali and the Hebrew calendar count by these: what would be a day to come in such a calendar is no date either. A real day in another form is [nonstandard-date](nonstandard-date.md).',
	examples: [{
		bad: ' date ⟦2025-02-30⟧ https://example.com/2025/03/02/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-02 https://example.com/2025/03/02/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['date'],
	check({ article, text, start, end }, report, _options, { today }) {
		const { values } = article;
		if (values.day !== undefined || possibleReadings(values, today).length > 0) { return; }
		const fixes = fixesFromAddress(article, { start, end }, today);
		const other = dayFirst(text, today);
		if (other !== undefined && !values.publicationDays(today).some(({ day }) => isSameDay(day, other.day))) {
			const fix: Fix = { title: `Exchange day and month: ${other.how}`, safety: 'unsafe', edits: [replace({ start, end }, formatDay(other.day))] };
			fixes.push(fix);
		}
		report({ range: { start, end }, message: messageOf(text, values.readings, today), related: relatedInAddress(article), fixes });
	},
});

function messageOf(text: string, readings: readonly DateReading[], today: Day): string {
	if (!isIsoForm(text)) {
		const [first] = readings;
		return first === undefined
			? `${quoted(text)} is no date: a header has one in the form YYYY-MM-DD.`
			: `There is no day ${quoted(text)} yet: by the ${calendarNames[first.calendar]} calendar it will be ${formatDay(first.day)}.`;
	}
	const [year, month, day] = partsOf(text);
	if (year === 0) { return `There is no day ${quoted(text)}: years count from 1.`; }
	const foreign = foreignCalendars(year, today);
	if (foreign.length > 0) { return `There is no day ${quoted(text)}: ${foreign.map(calendar => reasonIn(calendar, text.slice(0, 7), partsOf(text))).join(', and ')}.`; }
	if (month < 1 || month > 12) { return `There is no day ${quoted(text)}: a year has no month ${month}.`; }
	return `There is no day ${quoted(text)}: ${text.slice(0, 7)} has ${daysInMonth(year, month)} days, not ${day}.`;
}

type Parts = readonly [year: number, month: number, day: number];

const partsOf = (text: string): Parts => [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];

/** The calendars that a year counts by, if not by the Gregorian one: those in which it is a year of news on the web, unless none is. */
function foreignCalendars(year: number, today: Day): readonly ForeignCalendar[] {
	const calendars = foreignCalendarsOf(year);
	const likely = calendars.filter(calendar => {
		const [first, next] = [gregorianOf(calendar, year, 1, 1), gregorianOf(calendar, year + 1, 1, 1)];
		return first !== undefined && next !== undefined && !isLater(first, today) && next.year >= FIRST_YEAR;
	});
	return likely.length > 0 ? likely : calendars;
}

/** Why a calendar has no such day, or none yet. */
function reasonIn(calendar: ForeignCalendar, monthText: string, [year, month, day]: Parts): string {
	const name = calendarNames[calendar];
	const found = gregorianOf(calendar, year, month, day);
	if (found !== undefined) { return `by the ${name} calendar it would be ${formatDay(found)}, which is in the future`; }
	const days = [31, 30, 29].find(last => gregorianOf(calendar, year, month, last) !== undefined);
	return days === undefined ? `the ${name} year ${year} has no month ${month}` : `by the ${name} calendar ${monthText} has ${days} days, not ${day}`;
}

/** The day with day and month exchanged, where that is one day for certain and not in the future. */
function dayFirst(text: string, today: Day): { readonly day: Day; readonly how: string } | undefined {
	if (!isIsoForm(text)) { return undefined; }
	const [year, day, month] = partsOf(text);
	const exchanged = `${text.slice(0, 4)}-${text.slice(8)}-${text.slice(5, 7)}`;
	if (!isForeignYear(year)) { return isRealDay({ year, month, day }) && !isLater({ year, month, day }, today) ? { day: { year, month, day }, how: exchanged } : undefined; }
	const [only, ...others] = foreignCalendars(year, today).flatMap(calendar => {
		const found = gregorianOf(calendar, year, month, day);
		return found === undefined || isLater(found, today) ? [] : [{ day: found, how: `${formatDay(found)}, by the ${calendarNames[calendar]} calendar ${exchanged}` }];
	});
	return others.length === 0 ? only : undefined;
}
