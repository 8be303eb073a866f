import { insert } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

const LETTER = '\\u0620-\\u063f\\u0641-\\u064a\\u0671-\\u06d3\\u06d5';
const glued = new RegExp(`([،؛؟])([${LETTER}])`, 'gu');

export const missingSpaceAfterPunctuation = defineRule({
	id: 'missing-space-after-punctuation',
	group: 'glued',
	severity: 'information',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'There is no blank behind ، ؛ or ؟.',
	why: 'Tools that cut words at blanks take the words on both sides for one.',
	details: 'Reported only before an Arabic letter: before a closing quote, a digit or another mark nothing is missing.',
	languages: ['ar', 'fa', 'ur'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار⟦،و⟧كان في استقباله حشد.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار، وكان في استقباله حشد.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.PunctuationLetter, roles: ['title', 'title-copy', 'extra-title', 'lead', 'paragraph'] },
	check({ text, start }, report) {
		for (const { index, 1: sign = '' } of text.matchAll(glued)) {
			report({
				range: { start: start + index, end: start + index + 2 },
				message: `A blank is missing behind ${quoted(sign)}.`,
				fixes: [{ title: 'Put a blank behind it', safety: 'safe', edits: [insert(start + index + 1, ' ')] }],
			});
		}
	},
});
