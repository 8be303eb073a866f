import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const missingAddress = defineRule({
	id: 'missing-address',
	group: 'header',
	severity: 'error',
	since: '0.1.0',
	fix: 'never',
	summary: 'The header has a date but no address.',
	why: 'The address tells which outlet the text comes from and finds the page and its other copies again.',
	details: 'Write the address of the page behind the date.',
	examples: [{
		bad: ' date ⟦2025-03-04⟧\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
	}],
	on: 'article',
	check(article, report) {
		const { header } = article;
		if (header?.date === undefined || header.address !== undefined) { return; }
		report({ range: header.date, message: `The header has no address behind the date ${quoted(article.values.date)}.` });
	},
});
