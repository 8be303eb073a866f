import { repetitionOf } from '../../format/roles.ts';
import { remove } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const truncatedLead = defineRule({
	id: 'truncated-lead',
	group: 'glued',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'The body begins with a lead that repeats the start of a paragraph.',
	why: 'Its words stand twice in the article and weigh twice, in frequencies and in training.',
	details: 'Reported only with the proof: the paragraph, within eight lines, in which the words of the lead stand again, punctuation and blanks aside. The message names paragraph, character and length. In many dumps the lead is part of the format, so the rule is off; the fix deletes it and is unsafe, because an editor may have written it so.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\n⟦وصل القطار الأول صباح اليوم إلى المحطة...⟧\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
	}],
	on: 'article',
	check(article, report) {
		const { lead } = article.body;
		const repeats = lead === undefined ? undefined : repetitionOf(article, lead);
		if (lead === undefined || repeats === undefined) { return; }
		const { lines } = article;
		const { line, offset, length } = repeats;
		const proof = { start: lines.start(line) + offset, end: lines.start(line) + offset + length };
		report({
			range: lines.range(lead.line),
			message: `The lead ${quoted(article.lineText(lead.line))} repeats ${length} characters of line ${line + 1} of the article, from its character ${offset + 1} on.`,
			isUnnecessary: true,
			related: [{ range: proof, message: 'The text that the lead repeats' }],
			fixes: [{ title: 'Delete the lead', safety: 'unsafe', edits: [remove({ start: lines.start(lead.line), end: lines.next(lead.line) })] }],
		});
	},
});
