import { replace } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import { Kind, isKind, kindsOf, wordKinds } from '../../text/kinds.ts';
import type { Language } from '../../text/language.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { isMisread } from './_signs.ts';

/** « and » */
const OPENING = 0xab;
const CLOSING = 0xbb;

/** Languages that quote »so« or »so», among them, or perhaps among them, that of a text without telltales. */
const turned: ReadonlySet<Language> = new Set(['de', 'da', 'nb', 'no', 'sv', 'fi', 'hu', 'cs', 'sk', 'pl', 'sl', 'hr', 'bs', 'sr', 'mk', 'bg', 'ro', 'nl', 'und']);

export const mirroredGuillemets = defineRule({
	id: 'mirrored-guillemets',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Guillemets stand the wrong way round: »word« for «word».',
	why: 'On the screen the opening one turns to the left like any other in right-to-left text, so the mistake is hard to see; programs that look for quotations find none.',
	details: 'Judged by what they hug, not by count: one at the beginning of a word and the next at the end of a word are a pair, and that has to be «…»; »…«, »…» and «…« are not. A prefix, as و or ل, may stand in front, and where nothing is open a closing one between two words opens a short quotation that the next closing one ends. German, Danish and some others quote that way and are left alone, as are articles whose language is not known.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nنقلت صحيفة ⟦»المدينة«⟧ الخبر.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nنقلت صحيفة «المدينة» الخبر.\n',
	}],
	covers: ['unbalanced-quotes'],
	on: 'article',
	check(article, report, _options, context) {
		const { lines, units } = article;
		let line = article.header === undefined ? 0 : 1;
		let lineEnd = lines.end(line);
		let isOpen = false;
		for (let index = nextSign(units, lines, lines.firstQuote(lines.start(line))); index < lines.quoteCount;) {
			const at = lines.quoteAt(index);
			if (at > lineEnd) {
				while (at > lineEnd) { lineEnd = lines.end(++line); }
				isOpen = false;
			}
			const other = nextSign(units, lines, index + 1);
			const end = lines.quoteAt(other);
			const isPair: boolean = end < lineEnd && ends(units, end) && (begins(units, at) || (!isOpen && isGlued(units, at, end)));
			isOpen = !isPair && units[at] === OPENING;
			index = isPair ? nextSign(units, lines, other + 1) : other;
			if (!isPair || (units[at] === OPENING && units[end] === CLOSING) || turned.has(context.language ?? article.language) || isMisread(article, line)) { continue; }
			const inner = article.slice({ start: at + 1, end });
			const edits = [[at, OPENING] as const, [end, CLOSING] as const].filter(([place, sign]) => units[place] !== sign)
				.map(([place, sign]) => replace({ start: place, end: place + 1 }, String.fromCharCode(sign)));
			report({
				range: { start: at, end: end + 1 },
				message: `The guillemets around ${quoted(inner)} stand the wrong way round.`,
				fixes: [{ title: `Write ${quoted(`«${inner}»`)}`, safety: 'unsafe', edits }],
			});
		}
	},
});

/** The next guillemet among the quotes, from an index on; their count where there is none. */
function nextSign(units: Uint16Array, lines: Lines, from: number): number {
	let index = from;
	while (index < lines.quoteCount && !isGuillemet(units[lines.quoteAt(index)])) { index++; }
	return index;
}

const isGuillemet = (unit: number | undefined): boolean => unit === OPENING || unit === CLOSING;

/** A sign that hugs the beginning, or the end, of a word; a prefix may stand in front. */
const begins = (units: Uint16Array, at: number): boolean => isWord(units[at + 1]) && (!isWord(units[at - 1]) || (isPrefix(units[at - 1]) && !isWord(units[at - 2])));
const ends = (units: Uint16Array, at: number): boolean => isWord(units[at - 1]) && !isWord(units[at + 1]);

const prefixes = new Set(Array.from('وفبلك', letter => letter.charCodeAt(0)));
const isPrefix = (unit: number | undefined): boolean => unit !== undefined && prefixes.has(unit);

/** A quotation that is longer may have been begun in another paragraph; UTF-16 units. */
const LONGEST_GLUED = 40;

/** »…» with a word right in front of it. */
const isGlued = (units: Uint16Array, at: number, end: number): boolean => units[at] === CLOSING && units[end] === CLOSING && end - at <= LONGEST_GLUED && isWord(units[at + 1]);

/** A tatweel in front of the quotation belongs to the prefix, as in لـ«المدينة». */
const word = wordKinds & ~kindsOf(Kind.Tatweel);
const isWord = (unit: number | undefined): boolean => unit !== undefined && isKind(unit, word);
