import { firstVisible, repetitionOf } from '../../format/roles.ts';
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
	details: 'Reported is the first line of the body, whether it ends in an ellipsis or not, and only with the proof: the paragraph, within eight lines, in which all its words stand again, punctuation, vowel marks and blanks aside. The message names paragraph, character and length. In many dumps the lead is part of the format, so the rule is off; the fix deletes it and is unsafe, because an editor may have written it so.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\n⟦وصل القطار الأول صباح اليوم إلى المحطة...⟧\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
	}],
	on: 'article',
	check(article, report) {
		if (article.header === undefined) { return; }
		const { lines } = article;
		const { lead } = article.body;
		const own = lead?.line ?? firstVisible(article, article.bodyLine);
		const repeats = own < 0 ? undefined : repetitionOf(article, own);
		if (repeats === undefined) { return; }
		const { line, offset, length } = repeats;
		const proof = { start: lines.start(line) + offset, end: lines.start(line) + offset + length };
		// A line that is repeated whole is no lead unless its place says so.
		if (lead === undefined && !hasLetter(article.slice({ start: proof.end, end: lines.end(line) }))) { return; }
		report({
			range: lines.range(own),
			message: `The lead ${quoted(article.lineText(own))} repeats ${length} characters of line ${line + 1} of the article, from its character ${offset + 1} on.`,
			isUnnecessary: true,
			related: [{ range: proof, message: 'The text that the lead repeats' }],
			fixes: [{ title: 'Delete the lead', safety: 'unsafe', edits: [remove({ start: lines.start(own), end: lines.next(own) })] }],
		});
	},
});

const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
