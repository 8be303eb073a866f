import { insert } from '../../text/edit.ts';
import { Kind, Pair, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { firstOf } from '../../text/runs.ts';
import { defineRule } from '../rule.ts';

const signs = kindsOf(Kind.ArabicPunctuation);
const URDU_FULL_STOP = 0x6d4;

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
		for (let at = firstOf(text, signs, 0); at < text.length; at = firstOf(text, signs, at + 1)) {
			if (text.charCodeAt(at) === URDU_FULL_STOP || !isLetter(text.charCodeAt(at + 1))) { continue; }
			report({
				range: { start: start + at, end: start + at + 2 },
				message: `A blank is missing behind ${quoted(text.charAt(at))}.`,
				fixes: [{ title: 'Put a blank behind it', safety: 'safe', edits: [insert(start + at + 1, ' ')] }],
			});
		}
	},
});

const isLetter = (unit: number): boolean => (unit >= 0x620 && unit <= 0x63f) || (unit >= 0x641 && unit <= 0x64a) || (unit >= 0x671 && unit <= 0x6d3) || unit === 0x6d5;
