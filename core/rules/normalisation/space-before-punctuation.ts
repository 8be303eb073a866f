import { remove } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

/** A mark that nothing but a word end, a closing sign or another mark follows: `.5` and `...` are none. */
const spaced = /(?<=[^ ])( +)([:;](?=[ »”"\]]|$)|[.,!?،؛؟](?=[ »”")\]]|$))/gu;

export const spaceBeforePunctuation = defineRule({
	id: 'space-before-punctuation',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A blank stands in front of a punctuation mark.',
	why: 'It shows where a line may break, before the mark, and tools that cut at blanks make a word of the mark.',
	details: 'Not in French, where it is right. Left alone are marks that belong to what follows (`.5`, `...`, `:)`). Off by default: one Arabic article in ten has them.',
	languages: ['ar', 'fa', 'ur', 'he', 'en'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار⟦ ⟧، وكان في استقباله حشد⟦ ⟧.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار، وكان في استقباله حشد.\n',
	}],
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
