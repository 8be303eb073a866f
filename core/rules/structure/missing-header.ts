import { counted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const missingHeader = defineRule({
	id: 'missing-header',
	group: 'structure',
	severity: 'error',
	since: '0.1.0',
	fix: 'never',
	summary: 'Text stands before the first header line.',
	why: 'Without date and address nobody can tell where the text comes from, and every later step counts it as no article.',
	details: 'Reported once, at the first line that holds text, however many lines follow. Write the header line ` date YYYY-MM-DD ADDRESS` above the text, or move the text to the article it belongs to.',
	examples: [{
		bad: '⟦أعلنت وزارة الصحة نتائج الحملة.⟧\nوتستمر الحملة شهرا.\n date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nأعلنت وزارة الصحة نتائج الحملة.\n',
	}],
	on: 'article',
	check(article, report) {
		if (article.header !== undefined) { return; }
		const { lines } = article;
		let first = 0;
		while (first < lines.count && lines.isBlank(first)) { first++; }
		if (first === lines.count) { return; }
		report({
			range: lines.range(first),
			message: `${counted(lines.count - first, 'line')} of text without a header: the first line of an article is “ date YYYY-MM-DD ADDRESS”.`,
		});
	},
});
