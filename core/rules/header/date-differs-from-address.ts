import type { AddressDate } from '../../format/address-dates.ts';
import { daysBetween, formatDay, type Day } from '../../format/day.ts';
import { FIRST_YEAR } from '../../format/values.ts';
import { replace } from '../../text/edit.ts';
import { counted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { isSameDay, relatedInAddress, swapped } from './_days.ts';

export const dateDiffersFromAddress = defineRule({
	id: 'date-differs-from-address',
	group: 'header',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'The date of the header is not the date in the address.',
	why: 'One of the two is wrong: often the header has the day on which the page was fetched, or day and month are exchanged.',
	details: 'Only dates that cannot well be article numbers count. One day apart is information, not a warning: outlets date by print edition or time zone. Hijri and Jalali dates in addresses are converted; a Hijri date agrees within a day.',
	examples: [{
		bad: ' date ⟦2025-08-11⟧ https://example.com/2025/11/08/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-11-08 https://example.com/2025/11/08/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		isFixed: false,
	}],
	on: 'field',
	fields: ['date'],
	check({ article, start, end }, report, _options, { today }) {
		const { values } = article;
		const { day, addressDates } = values;
		if (day === undefined || addressDates.length === 0 || addressDates.some(date => agrees(date, day))) { return; }
		const isOwnProblem = day.year < FIRST_YEAR || daysBetween(day, today) < 0;
		const other = nearest(values.publicationDays(today).map(reading => reading.day), day);
		if (isOwnProblem || other === undefined || daysBetween(other, today) < 0) { return; }
		const days = Math.abs(daysBetween(day, other));
		report({
			range: { start, end },
			message: messageOf(day, other, days),
			...(days === 1 ? { severity: 'information' } : {}),
			related: relatedInAddress(article),
			fixes: [{ title: `Use the date in the address, ${formatDay(other)}`, safety: 'unsafe', edits: [replace({ start, end }, formatDay(other))] }],
		});
	},
});

/** The sighting of the moon moves Hijri days by one. */
const agrees = ({ readings }: AddressDate, day: Day): boolean =>
	readings.some(reading => isSameDay(reading.day, day) || (reading.calendar === 'islamic-umalqura' && Math.abs(daysBetween(reading.day, day)) <= 1));

function nearest(days: readonly Day[], to: Day): Day | undefined {
	return [...days].sort((a, b) => Math.abs(daysBetween(a, to)) - Math.abs(daysBetween(b, to)))[0];
}

function messageOf(day: Day, other: Day, days: number): string {
	const turned = swapped(day);
	if (turned !== undefined && isSameDay(turned, other)) { return `Day and month look exchanged: the date is ${formatDay(day)}, the address says ${formatDay(other)}.`; }
	const order = daysBetween(day, other) > 0 ? 'before' : 'after';
	return `The date ${formatDay(day)} is ${counted(days, 'day')} ${order} the one in the address, ${formatDay(other)}.`;
}
