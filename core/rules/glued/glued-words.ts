import { insert } from '../../text/edit.ts';
import { Kind, Pair, arabicKinds, isKind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

/** Letters of Arabic; Persian and Urdu ones tell that a word is not Arabic. */
const LETTER = '\\u0621-\\u063a\\u0641-\\u064a';
const MARK = '\\u064b-\\u0652\\u0670';
/** A word of three letters or more that ends in ة, or of two before اً, and the letters of the next. Elsewhere a tanwin is a slip of the keyboard. */
const glued = new RegExp(`(?<![${LETTER}${MARK}])([${LETTER}][${LETTER}${MARK}]{1,30}(?:\\u0629[\\u064b-\\u0652]*|\\u0627\\u064b|\\u064b\\u0627))([${LETTER}]{2,30})(?![${LETTER}])`, 'gu');

const TEH_MARBUTA = 0x629;
const FATHATAN = 0x64b;
const ALEF = 0x627;

export const gluedWords = defineRule({
	id: 'glued-words',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Two Arabic words stand together without a blank: ة or a tanwin inside a word.',
	why: 'Where a line break or a tag was lost, two words became one that no dictionary has.',
	details: 'ة ends a word in Arabic, and so does اً, so letters behind them begin another. Persian (دایرةالمعارف) and Urdu spell otherwise and are left alone, as are lines of related headlines, where titles stand together without a blank: they are the concern of `glued-headlines`. The fix puts a blank in between; it is unsafe, because a full stop or a line end may have stood there.',
	languages: ['ar'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nجاء ذلك في الندوة ⟦العالميةفضلا⟧ عن غيرها.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nجاء ذلك في الندوة العالمية فضلا عن غيرها.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.TehMarbutaLetter | Pair.MarkLetter, roles: ['title', 'title-copy', 'extra-title', 'lead', 'paragraph'] },
	check(line, report) {
		const { article, start, end } = line;
		// Without a header nobody knows which line holds related headlines.
		if (article.header === undefined || !isPossible(article.units, start, end)) { return; }
		for (const { index, 0: found, 1: first = '', 2: second = '' } of line.text.matchAll(glued)) {
			report({
				range: { start: start + index, end: start + index + found.length },
				message: `${quoted(found)} is two words: ${first.includes('\u0629') ? 'ة' : 'a tanwin'} ends ${quoted(first)}.`,
				fixes: [{ title: `Write ${quoted(`${first} ${second}`)}`, safety: 'unsafe', edits: [insert(start + index + first.length, ' ')] }],
			});
		}
	},
});

const inWord = arabicKinds | kindsOf(Kind.Mark);

/** Cheap to look for: most marks that a letter follows are no tanwin, and behind most of these stands only its alef. */
function isPossible(units: Uint16Array, from: number, to: number): boolean {
	for (let at = from; at < to - 1; at++) {
		const unit = units[at];
		if (unit !== TEH_MARBUTA && unit !== FATHATAN) { continue; }
		const next = units[at + 1] as number;
		if (unit === TEH_MARBUTA ? isKind(next, inWord) : next === ALEF ? isKind(units[at + 2] ?? 0, arabicKinds) : units[at - 1] === ALEF && isKind(next, arabicKinds)) { return true; }
	}
	return false;
}
