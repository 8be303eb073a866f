import { daysInMonth, formatDay, isIsoForm, isRealDay, type Day } from '../../format/day.ts';
import { replace } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Fix } from '../rule.ts';
import { fixesFromAddress, isSameDay, relatedInAddress } from './_days.ts';

export const invalidDate = defineRule({
	id: 'invalid-date',
	group: 'header',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'What stands for the date is no day of the calendar, or no date at all.',
	why: 'A day that does not exist stops every program that sorts or splits the corpus by date, or is turned into another day without a word.',
	details: 'The unsafe fixes use the date in the address, or exchange day and month where only that gives a day. A real day in another form is [nonstandard-date](nonstandard-date.md).',
	examples: [{
		bad: ' date ⟦2025-02-30⟧ https://example.com/2025/03/02/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-02 https://example.com/2025/03/02/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['date'],
	check({ article, text, start, end }, report, _options, { today }) {
		const { values } = article;
		if (values.day !== undefined || values.readings.length > 0) { return; }
		const fixes = fixesFromAddress(article, { start, end }, today);
		const other = dayFirst(text);
		if (other !== undefined && !values.publicationDays(today).some(({ day }) => isSameDay(day, other))) {
			const fix: Fix = { title: `Exchange day and month: ${formatDay(other)}`, safety: 'unsafe', edits: [replace({ start, end }, formatDay(other))] };
			fixes.push(fix);
		}
		report({ range: { start, end }, message: messageOf(text), related: relatedInAddress(article), fixes });
	},
});

function messageOf(text: string): string {
	if (!isIsoForm(text)) { return `${quoted(text)} is no date: a header has one in the form YYYY-MM-DD.`; }
	const [year, month, day] = partsOf(text);
	if (year === 0) { return `There is no day ${quoted(text)}: years count from 1.`; }
	if (month < 1 || month > 12) { return `There is no day ${quoted(text)}: a year has no month ${month}.`; }
	return `There is no day ${quoted(text)}: ${text.slice(0, 7)} has ${daysInMonth(year, month)} days, not ${day}.`;
}

const partsOf = (text: string): readonly [number, number, number] => [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];

function dayFirst(text: string): Day | undefined {
	if (!isIsoForm(text)) { return undefined; }
	const [year, day, month] = partsOf(text);
	return isRealDay({ year, month, day }) ? { year, month, day } : undefined;
}
