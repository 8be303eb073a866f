import { remove } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

/** A mark that nothing but a word end, a closing sign or a letter of the script follows: `.5`, `...` and `:)` are none. */
const spaced = /(?<=[^ \u00a0])([ \u00a0]+)([:;](?=[ \u00a0»”"\]]|$)|[.!?](?=[ \u00a0»”")\]]|$)|[,،؛؟](?=[ \u00a0»”")\]؟!\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3]|$))/gu;

export const spaceBeforePunctuation = defineRule({
	id: 'space-before-punctuation',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A blank stands in front of a punctuation mark.',
	why: 'It shows where a line may break, before the mark, and tools that cut at blanks make a word of the mark.',
	details: 'No-break spaces count too. Not in French, where they are right. Left alone are marks that belong to what follows (`.5`, `...`, `:)`). Off by default: one Arabic article in ten has them.',
	languages: ['ar', 'fa', 'ur', 'he', 'en'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار⟦ ⟧، وكان في استقباله حشد⟦ ⟧.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار، وكان في استقباله حشد.\n',
	}],
	covers: ['unusual-space', 'repeated-blank'],
	on: 'line',
	gate: { pairs: Pair.BlankPunctuation, roles: textRoles },
	check({ text, start }, report) {
		for (const { index, 1: blanks = '', 2: sign = '' } of text.matchAll(spaced)) {
			const range = { start: start + index, end: start + index + blanks.length };
			report({
				range,
				message: `A blank stands in front of ${quoted(sign)}.`,
				fixes: [{ title: 'Delete the blank', safety: 'safe', edits: [remove(range)] }],
			});
		}
	},
});
