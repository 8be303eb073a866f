import { isBlank } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { fixesFromAddress, relatedInAddress } from './_days.ts';

export const missingDate = defineRule({
	id: 'missing-date',
	group: 'header',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'unsafe',
	summary: 'The header has an address but no date.',
	why: 'Without its date an article can be put in no order, period or split, and readers take the address for the date.',
	details: 'Where the address has a date, an unsafe fix writes it into the header: outlets often count the day on which the page was made.',
	examples: [{
		bad: ' ⟦date⟧ https://example.com/2025/03/04/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/2025/03/04/library\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'article',
	check(article, report, _options, { today }) {
		const { header } = article;
		if (header?.address === undefined || header.date !== undefined) { return; }
		const { start } = header.address;
		const blank = isBlank(article.lineText(0).charCodeAt(start - 1)) ? '' : ' ';
		report({
			range: header.keyword,
			message: `The header has no date in front of the address ${quoted(article.values.address)}.`,
			related: relatedInAddress(article),
			fixes: fixesFromAddress(article, { start, end: start }, today, day => `${blank}${day} `),
		});
	},
});
