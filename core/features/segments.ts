import type { Direction } from '../text/direction.ts';
import type { Range } from '../text/range.ts';

/** A stretch of a line that must keep its own order inside text of the other direction. */
export interface Segment extends Range {
	readonly kind: 'number' | 'date' | 'address' | 'words';
	readonly direction: Direction;
}

const LATIN = 'A-Za-z\\u00c0-\\u024f\\u0370-\\u052f\\u1e00-\\u1eff';
const RIGHT = '\\u05d0-\\u05ea\\u05ef-\\u05f4\\u0620-\\u064a\\u066e-\\u066f\\u0671-\\u06d3\\u06d5\\u06ee-\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f\\u08a0-\\u08c9\\ufb1d-\\ufdfd\\ufe70-\\ufefc';
const MARK = '\\u0300-\\u036f\\u0591-\\u05bd\\u05bf-\\u05c2\\u05c4-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u200c\\u200d';
/** What ends an address: blanks, line separators, quotes and the marks of Arabic sentences. */
const OUTSIDE = '\\u0000-\\u0020\\u0085\\u00a0\\u2000-\\u200b\\u2028\\u2029\\u202f\\u3000<>"«»“”\\u060c\\u061b\\u061f';

const address = `(?:https?:\\/\\/|www\\.)[^${OUTSIDE}]*[^${OUTSIDE}.,;:!?)\\]'’]`;
// Bounded, so that a long run of letters is not searched for its @ again and again.
const mail = '[A-Za-z0-9][\\w.+-]{0,63}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}';
const handle = '[@#][A-Za-z][A-Za-z0-9_]*';

// 5G, 4K and 3D are words.
const word = `(?:[0-9]+(?=[${LATIN}]))?[${LATIN}](?:[${LATIN}${MARK}0-9]|[.'’&+/_@-](?=[${LATIN}0-9])|(?<=[cC])\\+{1,2}|(?<=\\.[A-Z])\\.)*`;
// UAX #9 keeps punctuation between two left-to-right words with them, and a number behind one (W7, N1): so do we.
const between = '(?:[,:;.]? | [&+|/\\u2013\\u2014-] )';
const words = `${word}(?:${between}(?:${word}|[0-9]+(?![0-9%]|[.,:/-][0-9]))| \\(${word}(?: ${word})*\\))*`;

// What a scraper has left of HTML makes sense from left to right only.
const markup = '&#?[A-Za-z0-9]{1,31};|<\\/?[A-Za-z][^<>]{0,200}>';

const numeric = (digit: string): string => `[${digit}]+(?:[.,:/\\u066b\\u066c][${digit}]+)*`;
const dated = (digit: string, name: string): string => `[${digit}]{1,4}(?<${name}>[-/.])[${digit}]{1,2}\\k<${name}>[${digit}]{1,4}(?![${digit}])`;
const EUROPEAN = '0-9';
const PERSIAN = '\\u06f0-\\u06f9';
const ARABIC = '\\u0660-\\u0669';

// A sign, a currency or a unit is read with European digits (number patterns of CLDR for ar and he).
const unit = '(?: ?(?:%|°C|°F)| ?(?:km\\/h|kWh|Mbps|MHz|GHz|mph|km|kg|cm|mm|mg|ml|MW|GW|GB|MB|TB)(?![A-Za-z])|[$€£])';
// Numbers joined by several hyphens are telephone numbers and codes; two joined by one are a range or a score, which is
// read from the right like the sentence around it.
const phone = '(?:\\+|00)?[0-9]+(?:-[0-9]+){2,}|\\+[0-9]+(?:[ -][0-9]+)*|0[0-9]{1,4}-[0-9]{5,9}|\\u06f0[\\u06f0-\\u06f9]{1,4}-[\\u06f0-\\u06f9]{5,9}';
const european = `(?:(?<![${EUROPEAN}${LATIN}${RIGHT}])[+\\u2212-])?[$€£]?${numeric(EUROPEAN)}${unit}?`;

const inRightToLeft = new RegExp(
	`(?<address>${address}|${mail}|${handle})`
	+ `|(?<date>${dated(EUROPEAN, 'a')}|${dated(PERSIAN, 'b')})|(?<arabicDate>${dated(ARABIC, 'c')})`
	+ `|(?<words>${markup}|${words})|(?<number>${phone}|${european}|${numeric(PERSIAN)})|(?<arabic>${numeric(ARABIC)})`, 'gu');

const rightWord = `[${RIGHT}](?:[${RIGHT}${MARK}"'’\\u05be](?=[${RIGHT}${MARK}])|[${RIGHT}${MARK}])*`;
const inLeftToRight = new RegExp(
	`(?<address>${address})|(?<words>${rightWord}(?:[\\u060c\\u061b:,-]? (?:${rightWord}|[${EUROPEAN}${PERSIAN}${ARABIC}]+(?= [${RIGHT}])))*)`, 'gu');

const foreignToRight = new RegExp(`[&${LATIN}0-9${PERSIAN}${ARABIC}]`, 'u');
const foreignToLeft = new RegExp(`[${RIGHT}]`, 'u');

/** What in a line of the given base direction has to be isolated; disjoint, by position, offsets in the line. Linear. */
export function segmentsOf(text: string, base: Direction): Segment[] {
	if (!(base === 'rtl' ? foreignToRight : foreignToLeft).test(text)) { return []; }
	const segments: Segment[] = [];
	for (const match of text.matchAll(base === 'rtl' ? inRightToLeft : inLeftToRight)) {
		segments.push({ start: match.index, end: match.index + match[0].length, ...natureOf(match.groups ?? {}, base) });
	}
	return segments;
}

const addressLike = new RegExp(`${address}|${mail}|${handle}`, 'gu');

/** The text without its addresses, whose letters say nothing about the language of a line. */
export const withoutAddresses = (text: string): string => text.replace(addressLike, ' ');

function natureOf(groups: Readonly<Record<string, string | undefined>>, base: Direction): Pick<Segment, 'kind' | 'direction'> {
	if (groups['address'] !== undefined) { return { kind: 'address', direction: 'ltr' }; }
	if (groups['words'] !== undefined) { return { kind: 'words', direction: base === 'rtl' ? 'ltr' : 'rtl' }; }
	if (groups['date'] !== undefined) { return { kind: 'date', direction: 'ltr' }; }
	// U+0660–U+0669 have a bidi class of their own (AN): with their separators they go as the press prints them.
	if (groups['arabicDate'] !== undefined) { return { kind: 'date', direction: 'rtl' }; }
	return { kind: 'number', direction: groups['arabic'] === undefined ? 'ltr' : 'rtl' };
}
