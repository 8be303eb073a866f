import type { Article } from '../../format/article.ts';
import { formatDay, isLater, type Day } from '../../format/day.ts';
import { replace } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isSameDay, relatedInAddress, swapped } from './_days.ts';

export const implausibleDate = defineRule({
	id: 'implausible-date',
	group: 'header',
	severity: 'warning',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'The date is later than today, or too early for news on the web.',
	why: 'Such dates come from clocks, templates and day and month exchanged; they stretch the period of the corpus and sort its ends wrongly.',
	details: 'Today is the day of the run; `--today` sets it for repeatable runs. The unsafe fixes use the date in the address, or exchange day and month, where that gives a plausible day.',
	options: {
		earliest: { type: 'number', default: 1990, minimum: 1, maximum: 9999, description: 'First year that is plausible.' },
	},
	examples: [{
		bad: ' date ⟦1970-01-01⟧ https://example.com/2025/03/04/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/2025/03/04/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['date'],
	check({ article, start, end }, report, { earliest }, { today }) {
		const { day } = article.values;
		if (day === undefined || isPlausible(day, today, earliest)) { return; }
		const reason = day.year < earliest ? `is before ${earliest}` : `is later than today, ${formatDay(today)}`;
		report({
			range: { start, end },
			message: `The date ${formatDay(day)} ${reason}.`,
			related: relatedInAddress(article),
			fixes: fixesOf(article, day, { start, end }, candidate => isPlausible(candidate, today, earliest)),
		});
	},
});

const isPlausible = (day: Day, today: Day, earliest: number): boolean => day.year >= earliest && !isLater(day, today);

function fixesOf(article: Article, day: Day, range: Range, isGood: (day: Day) => boolean): Fix[] {
	const inAddress = article.values.addressDates.find(({ isCertain }) => isCertain)?.readings.map(reading => reading.day).filter(isGood) ?? [];
	const fixes = inAddress.map((found): Fix => ({ title: `Use the date in the address, ${formatDay(found)}`, safety: 'unsafe', edits: [replace(range, formatDay(found))] }));
	const other = swapped(day);
	if (other !== undefined && isGood(other) && !inAddress.some(found => isSameDay(found, other))) {
		fixes.push({ title: `Exchange day and month: ${formatDay(other)}`, safety: 'unsafe', edits: [replace(range, formatDay(other))] });
	}
	return fixes;
}
