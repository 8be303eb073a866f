import { insert } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

/** Letters of Arabic; Persian and Urdu ones tell that a word is not Arabic. */
const LETTER = '\\u0621-\\u063a\\u0641-\\u064a';
/** A word of three letters or more that ends in ة, marks behind it, and the letters of the next. */
const glued = new RegExp(`(?<![${LETTER}])([${LETTER}]{2,30}\\u0629[\\u064b-\\u0652]*)([${LETTER}]{2,30})(?![${LETTER}])`, 'gu');

export const gluedWords = defineRule({
	id: 'glued-words',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Two Arabic words stand together without a blank: ة inside a word.',
	why: 'Where a line break or a tag was lost, two words became one that no dictionary has.',
	details: 'ة ends a word in Arabic, so letters behind it begin another. Persian (دایرةالمعارف) and Urdu spell otherwise and are left alone, as are lines of related headlines, where titles stand together without a blank: they are the concern of `glued-headlines`. The fix puts a blank in between; it is unsafe, because a full stop or a line end may have stood there.',
	languages: ['ar'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nجاء ذلك في الندوة ⟦العالميةفضلا⟧ عن غيرها.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nجاء ذلك في الندوة العالمية فضلا عن غيرها.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.TehMarbutaLetter, roles: ['title', 'title-copy', 'extra-title', 'lead', 'paragraph'] },
	check({ article, text, start }, report) {
		// Without a header nobody knows which line holds related headlines.
		if (article.header === undefined) { return; }
		for (const { index, 0: found, 1: first = '', 2: second = '' } of text.matchAll(glued)) {
			report({
				range: { start: start + index, end: start + index + found.length },
				message: `${quoted(found)} is two words: ة ends ${quoted(first)}.`,
				fixes: [{ title: `Write ${quoted(`${first} ${second}`)}`, safety: 'unsafe', edits: [insert(start + index + first.length, ' ')] }],
			});
		}
	},
});
