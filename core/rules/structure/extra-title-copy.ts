import { remove } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const extraTitleCopy = defineRule({
	id: 'extra-title-copy',
	group: 'structure',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'The title stands a third time, as the first line of the body.',
	why: 'The format has the title twice; a third copy is counted and trained on as if it were text.',
	details: 'Only what looks the same as the title counts as a copy, and only right behind the second one. A paragraph that begins with the title is left alone.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة\nافتتاح المكتبة\n⟦افتتاح المكتبة⟧\nافتتحت البلدية اليوم مكتبة عامة.\n',
		good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة\nافتتاح المكتبة\nافتتحت البلدية اليوم مكتبة عامة.\n',
	}],
	on: 'article',
	check(article, report) {
		const { lines, titleLine, copyLine, bodyLine } = article;
		if (copyLine < 0 || bodyLine === copyLine + 1) { return; }
		// Behind an empty copy the first further one is the copy itself.
		for (let line = lines.isBlank(copyLine) ? copyLine + 2 : copyLine + 1; line < bodyLine; line++) {
			report({
				range: lines.range(line),
				message: `The title ${quoted(article.title)} stands here again, after its two copies.`,
				isUnnecessary: true,
				related: [{ range: lines.range(titleLine), message: 'The title.' }],
				fixes: [{ title: 'Delete this copy of the title', safety: 'safe', edits: [remove({ start: lines.start(line), end: lines.next(line) })] }],
			});
		}
	},
});
