import { replace } from '../../text/edit.ts';
import { isKind, isLetter, Kind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

const OPENING = '«';
const CLOSING = '»';
const word = kindsOf(Kind.AsciiDigit, Kind.ArabicDigit, Kind.PersianDigit, Kind.Mark, Kind.Tatweel);

export const mirroredGuillemets = defineRule({
	id: 'mirrored-guillemets',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Guillemets stand the wrong way round: »word« for «word».',
	why: 'On the screen the opening one turns to the left like any other in right-to-left text, so the mistake is hard to see; programs that look for quotations find none.',
	details: 'Judged by what they hug, not by count: one at the beginning of a word and the next at the end of a word are a pair, and that has to be «…»; »…«, »…» and «…« are not. German and Danish quote that way and are left alone.',
	languages: ['ar', 'fa', 'ur'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nنقلت صحيفة ⟦»المدينة«⟧ الخبر.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nنقلت صحيفة «المدينة» الخبر.\n',
	}],
	covers: ['unbalanced-quotes'],
	on: 'line',
	gate: { kinds: kindsOf(Kind.Quote), roles: textRoles },
	check({ text, start }, report) {
		for (let at = nextSign(text, 0); at >= 0;) {
			const end = nextSign(text, at + 1);
			if (end < 0) { return; }
			const isPair = begins(text, at) && ends(text, end);
			if (!isPair || (text.charAt(at) === OPENING && text.charAt(end) === CLOSING)) { at = isPair ? nextSign(text, end + 1) : end; continue; }
			const inner = text.slice(at + 1, end);
			const edits = [[at, OPENING] as const, [end, CLOSING] as const].filter(([place, sign]) => text.charAt(place) !== sign)
				.map(([place, sign]) => replace({ start: start + place, end: start + place + 1 }, sign));
			report({
				range: { start: start + at, end: start + end + 1 },
				message: `The guillemets around ${quoted(inner)} stand the wrong way round.`,
				fixes: [{ title: `Write ${quoted(`${OPENING}${inner}${CLOSING}`)}`, safety: 'unsafe', edits }],
			});
			at = nextSign(text, end + 1);
		}
	},
});

function nextSign(text: string, from: number): number {
	const [opening, closing] = [text.indexOf(OPENING, from), text.indexOf(CLOSING, from)];
	return opening < 0 || closing < 0 ? Math.max(opening, closing) : Math.min(opening, closing);
}

/** A sign that hugs the beginning, or the end, of a word. */
const begins = (text: string, at: number): boolean => isWordAt(text, at + 1) && !isWordAt(text, at - 1);
const ends = (text: string, at: number): boolean => isWordAt(text, at - 1) && !isWordAt(text, at + 1);

/** A tatweel in front of the quotation belongs to the prefix, as in لـ«المدينة». */
const isWordAt = (text: string, at: number): boolean => (isLetter(text.charCodeAt(at)) || isKind(text.charCodeAt(at), word)) && text.charAt(at) !== 'ـ';
