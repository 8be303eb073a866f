import type { Article } from '../../format/article.ts';
import { firstVisible } from '../../format/roles.ts';
import { remove, replace } from '../../text/edit.ts';
import { counted } from '../../text/quote.ts';
import { defineRule, type Fix } from '../rule.ts';
import { copySafety, looksSame } from './_titles.ts';

export const missingTitle = defineRule({
	id: 'missing-title',
	group: 'structure',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'both',
	summary: 'The line of the title is empty, or the article ends behind its header.',
	why: 'The title names the article in every list, and a reader that skips the empty line takes the next ones for the title.',
	details: 'An empty title is a title that is empty: the fields behind it keep their places. Where the second copy stands in its line, the safe fix copies it; where both copies stand below a blank line, the fix deletes that line. A line longer than 300 characters may be a paragraph: copying it is unsafe.',
	examples: [
		{
			bad: ' date 2025-03-04 https://example.com/a\n⟦⟧\nافتتاح المكتبة\nافتتحت البلدية اليوم مكتبة عامة.\n',
			good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة\nافتتاح المكتبة\nافتتحت البلدية اليوم مكتبة عامة.\n',
		},
		{
			bad: ' date 2025-03-04 https://example.com/a\n⟦⟧\nافتتاح المكتبة\nافتتاح المكتبة\nافتتحت البلدية اليوم مكتبة عامة.\n',
			good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة\nافتتاح المكتبة\nافتتحت البلدية اليوم مكتبة عامة.\n',
		},
	],
	on: 'article',
	check(article, report) {
		const { header, lines, titleLine } = article;
		if (header === undefined) { return; }
		if (titleLine < 0) {
			report({ range: header.keyword, message: 'The article ends behind its header: title and text are missing.' });
			return;
		}
		if (!lines.isBlank(titleLine)) { return; }
		report({ range: lines.range(titleLine), message: 'The title is empty.', fixes: fixesOf(article) });
	},
});

function fixesOf(article: Article): Fix[] {
	const { lines, titleLine, copyLine } = article;
	const first = firstVisible(article, titleLine);
	if (first < 0) { return []; }
	if (looksSame(article, first, first + 1)) {
		// Where nothing follows, the second of them may be the text.
		return [{ title: `Delete ${counted(first - titleLine, 'blank line')} above the title`, safety: firstVisible(article, first + 2) < 0 ? 'unsafe' : 'safe', edits: [remove({ start: lines.start(titleLine), end: lines.start(first) })] }];
	}
	if (first !== copyLine) { return []; }
	const copy = article.lineText(copyLine);
	return [{ title: 'Write the second copy of the title here', safety: copySafety(copy), edits: [replace(lines.range(titleLine), copy)] }];
}
