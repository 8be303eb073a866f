import { replace } from '../../text/edit.ts';
import { Kind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

const LETTER = '\\u0620-\\u063f\\u0641-\\u064a\\u0671-\\u06d3\\u06d5\\u064b-\\u0652';
/** Behind an Arabic letter, a closing quote or bracket or a blank behind one, and in front of no digit and no Latin letter. */
const latin = new RegExp(`(?<=[${LETTER}][»”")\\]]? ?)([,;?])(?![0-9A-Za-z])`, 'gu');
const arabic: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

export const latinPunctuation = defineRule({
	id: 'latin-punctuation',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'A Latin comma, semicolon or question mark stands in Arabic-script prose.',
	why: 'It turns its back to the text, and counts and searches for ، ؛ ؟ miss it.',
	details: 'Reported only behind an Arabic letter, so that numbers (`1,500`) and Latin quotations keep theirs. Unsafe, because some outlets set them on purpose. Off by default.',
	languages: ['ar', 'fa', 'ur'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار⟦,⟧ فهل يعود⟦?⟧ نعم.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار، فهل يعود؟ نعم.\n',
	}],
	on: 'line',
	gate: { kinds: kindsOf(Kind.Stop, Kind.QuestionMark), roles: textRoles },
	check({ text, start }, report) {
		for (const { index, 1: sign = '' } of text.matchAll(latin)) {
			const range = { start: start + index, end: start + index + 1 };
			const instead = arabic[sign] ?? sign;
			report({
				range,
				message: `${quoted(sign)} is Latin punctuation in Arabic prose, which has ${quoted(instead)}.`,
				fixes: [{ title: `Write ${quoted(instead)}`, safety: 'unsafe', edits: [replace(range, instead)] }],
			});
		}
	},
});
