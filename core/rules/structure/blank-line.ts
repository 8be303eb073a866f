import { remove } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export const blankLine = defineRule({
	id: 'blank-line',
	group: 'structure',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A line of the body is empty, or holds nothing but blanks and invisible characters.',
	why: 'A line of the body is a paragraph; an empty one is counted, exported and shown as a paragraph without text.',
	details: 'Blank lines between two articles and at the end of the dump are allowed unless `betweenArticles` is `forbid`. A blank line in the place of a title is an empty title, see [missing-title](missing-title.md).',
	options: {
		betweenArticles: { type: 'choice', default: 'allow', choices: ['allow', 'forbid'], description: 'Whether blank lines may stand behind the last paragraph of an article.' },
	},
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nالفقرة الأولى.\n⟦\\u00a0⟧\nالفقرة الثانية.\n',
		good: ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nالفقرة الأولى.\nالفقرة الثانية.\n',
	}],
	on: 'article',
	check(article, report, options) {
		const { lines } = article;
		const all = lines.count - 1;
		let last = all;
		if (options.betweenArticles === 'allow') {
			while (last >= 0 && lines.isBlank(last)) { last--; }
			// Blank lines in front of the first header stand between nothing.
			if (last < 0) { last = all; }
		}
		for (let line = article.bodyLine; line <= last; line++) {
			if (!lines.isBlank(line)) { continue; }
			const range = lines.range(line);
			report({
				range,
				message: range.start === range.end ? 'The line is empty.' : 'The line holds nothing that can be seen.',
				isUnnecessary: true,
				fixes: [{ title: 'Delete the blank line', safety: 'safe', edits: [remove({ start: range.start, end: lines.next(line) })] }],
			});
		}
	},
});
