import { defineRule } from '../rule.ts';

export const singleParagraphBody = defineRule({
	id: 'single-paragraph-body',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'A long body stands in one paragraph.',
	why: 'The paragraphs of the page were lost, and with them what belongs together.',
	details: 'Lead and related headlines do not count as paragraphs here.',
	examples: [{
		bad: ` date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\n⟦${'وصل القطار صباحا. '.repeat(100)}⟧\n`,
		good: ` date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\n${'وصل القطار صباحا. '.repeat(50)}\n${'وغادر مساء. '.repeat(50)}\n`,
	}],
	options: { min: { type: 'number', default: 1500, minimum: 1, description: 'Characters (UTF-16 units) of a body from which on one paragraph is too few.' } },
	on: 'article',
	check(article, report, { min }) {
		const { lines, bodyLine } = article;
		if (article.header === undefined || article.length < min) { return; }
		// More lines than lead, related headlines and one paragraph, blank ones left out, need no closer look.
		let shown = 0;
		for (let line = bodyLine; line < lines.count; line++) { if (!lines.isBlank(line) && ++shown > 3) { return; } }
		let only = -1;
		for (let line = bodyLine; line < lines.count; line++) {
			if (article.role(line) !== 'paragraph') { continue; }
			if (only >= 0) { return; }
			only = line;
		}
		if (only < 0) { return; }
		const range = lines.range(only);
		const length = range.end - range.start;
		if (length >= min) { report({ range, message: `The whole body, ${length} characters, is one paragraph: its paragraphs were probably lost.` }); }
	},
});
