import { replace } from '../../text/edit.ts';
import { findMojibake, mayHoldMojibake, mojibakePairs } from '../../text/mojibake.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

export const mojibake = defineRule({
	id: 'mojibake',
	group: 'damage',
	severity: 'error',
	since: '0.1.0',
	fix: 'sometimes',
	safety: 'safe',
	keepsText: true,
	summary: 'Text is UTF-8 that was read in another encoding: Ø§Ù„ for ال.',
	why: 'Nobody can read it, search does not find it, and models learn letters that are none.',
	details: [
		'Recognised are UTF-8 read as windows-1252, ISO-8859-1, windows-1256 or MacArabic, once or twice, in a paragraph, a title or one word. What good text may hold by chance is left alone unless the line holds damage beyond doubt: a single sequence, as `É’` and `Ã”` behind a word in capitals, `ط،` at the end of an Arabic one or `(س)` for MacArabic, and two in a row without a sign that no word has.',
		'The fix is safe: it is offered only where the characters are exactly the bytes of the text that it puts there. Where bytes were lost on the way, as a no-break space that became a blank or a sign that became U+FFFD, the word is reported without a fix: fetch the article again.',
	].join('\n\n'),
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nقال: ⟦Ù\\u02c6ØµÙ„ Ø§Ù„Ù‚Ø·Ø§Ø±⟧ صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nقال: وصل القطار صباحا.\n',
	}, {
		bad: ' date 2025-03-04 https://example.com/a\nLe musée rouvre\nLe musée rouvre\nLe ⟦musÃ©e⟧ rouvre ses portes.\n',
		good: ' date 2025-03-04 https://example.com/a\nLe musée rouvre\nLe musée rouvre\nLe musée rouvre ses portes.\n',
	}],
	covers: [
		'control-character', 'zero-width-character', 'stray-bidi-mark', 'unpaired-bidi-control', 'line-separator', 'html-entity', 'overlong-title', 'foreign-letter', 'mixed-script-word', 'mixed-digits-in-number', 'tatweel-in-word', 'decomposed-character',
		'missing-space-after-punctuation', 'glued-words', 'glued-sentences', 'mirrored-guillemets', 'unbalanced-brackets', 'unbalanced-quotes', 'unusual-space', 'space-before-punctuation', 'latin-punctuation', 'repeated-blank',
	],
	on: 'line',
	gate: { pairs: mojibakePairs, roles: textRoles },
	check(line, report) {
		const { article, start, end } = line;
		if (!mayHoldMojibake(article.units, start, end)) { return; }
		const { text } = line;
		for (const found of findMojibake(text)) {
			const range = { start: start + found.start, end: start + found.end };
			const pages = found.pages.join(', then as ');
			const { original } = found;
			report(original === undefined ? {
				range,
				message: `${quoted(text.slice(found.start, found.end))} is UTF-8 read as ${pages}, and bytes of it are lost: fetch the article again.`,
			} : {
				range,
				message: `${quoted(text.slice(found.start, found.end))} is UTF-8 read as ${pages}: it says ${quoted(original)}.`,
				fixes: [{ title: `Read ${quoted(original)} again as UTF-8`, safety: 'safe', edits: [replace(range, original)] }],
			});
		}
	},
});
