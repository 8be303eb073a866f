import { Kind, isKind, kindsOf } from './kinds.ts';

/** What no reference can bring back as text. */
const unreadable = kindsOf(Kind.Control, Kind.LineSeparator, Kind.Surrogate, Kind.PrivateUse, Kind.Replacement);

/** The named references that occur in scraped news (HTML Living Standard, 13.5); a name not listed is left as it is. */
const named: ReadonlyMap<string, number> = new Map(Object.entries({
	quot: 0x22, amp: 0x26, apos: 0x27, lt: 0x3c, gt: 0x3e, nbsp: 0xa0, iexcl: 0xa1, cent: 0xa2, pound: 0xa3, curren: 0xa4,
	yen: 0xa5, brvbar: 0xa6, sect: 0xa7, uml: 0xa8, copy: 0xa9, ordf: 0xaa, laquo: 0xab, not: 0xac, shy: 0xad, reg: 0xae,
	macr: 0xaf, deg: 0xb0, plusmn: 0xb1, sup2: 0xb2, sup3: 0xb3, acute: 0xb4, micro: 0xb5, para: 0xb6, middot: 0xb7,
	cedil: 0xb8, sup1: 0xb9, ordm: 0xba, raquo: 0xbb, frac14: 0xbc, frac12: 0xbd, frac34: 0xbe, iquest: 0xbf,
	Agrave: 0xc0, Aacute: 0xc1, Acirc: 0xc2, Atilde: 0xc3, Auml: 0xc4, Aring: 0xc5, AElig: 0xc6, Ccedil: 0xc7,
	Egrave: 0xc8, Eacute: 0xc9, Ecirc: 0xca, Euml: 0xcb, Igrave: 0xcc, Iacute: 0xcd, Icirc: 0xce, Iuml: 0xcf,
	Ntilde: 0xd1, Ograve: 0xd2, Oacute: 0xd3, Ocirc: 0xd4, Otilde: 0xd5, Ouml: 0xd6, times: 0xd7, Oslash: 0xd8,
	Ugrave: 0xd9, Uacute: 0xda, Ucirc: 0xdb, Uuml: 0xdc, szlig: 0xdf, agrave: 0xe0, aacute: 0xe1, acirc: 0xe2,
	atilde: 0xe3, auml: 0xe4, aring: 0xe5, aelig: 0xe6, ccedil: 0xe7, egrave: 0xe8, eacute: 0xe9, ecirc: 0xea,
	euml: 0xeb, igrave: 0xec, iacute: 0xed, icirc: 0xee, iuml: 0xef, ntilde: 0xf1, ograve: 0xf2, oacute: 0xf3,
	ocirc: 0xf4, otilde: 0xf5, ouml: 0xf6, divide: 0xf7, oslash: 0xf8, ugrave: 0xf9, uacute: 0xfa, ucirc: 0xfb,
	uuml: 0xfc, yacute: 0xfd, yuml: 0xff, OElig: 0x152, oelig: 0x153, Scaron: 0x160, scaron: 0x161, fnof: 0x192,
	circ: 0x2c6, tilde: 0x2dc, ensp: 0x2002, emsp: 0x2003, thinsp: 0x2009, zwnj: 0x200c, zwj: 0x200d, lrm: 0x200e,
	rlm: 0x200f, ndash: 0x2013, mdash: 0x2014, lsquo: 0x2018, rsquo: 0x2019, sbquo: 0x201a, ldquo: 0x201c,
	rdquo: 0x201d, bdquo: 0x201e, dagger: 0x2020, Dagger: 0x2021, bull: 0x2022, hellip: 0x2026, permil: 0x2030,
	prime: 0x2032, Prime: 0x2033, lsaquo: 0x2039, rsaquo: 0x203a, euro: 0x20ac, trade: 0x2122, larr: 0x2190,
	uarr: 0x2191, rarr: 0x2192, darr: 0x2193, harr: 0x2194, minus: 0x2212, ne: 0x2260, le: 0x2264, ge: 0x2265,
	hearts: 0x2665, check: 0x2713, star: 0x2606, phone: 0x260e, infin: 0x221e, asymp: 0x2248, loz: 0x25ca,
}));

/** Windows-1252 code points that browsers read for `&#128;` to `&#159;` (HTML Living Standard, 13.2.5.80). */
const windows = [
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
] as const;

/** The character that Windows-1252 has at 0x80–0x9F, where Unicode has a control; undefined where it has none. */
export function windows1252(unit: number): string | undefined {
	const codePoint = windows[unit - 0x80];
	return codePoint === undefined || codePoint === unit ? undefined : String.fromCodePoint(codePoint);
}

export interface Entity {
	/** Offset of the `&`, UTF-16 units. */
	readonly start: number;
	readonly source: string;
	readonly character: string;
}

/**
 * The character references of a text that stand for a character, each decoded once; what stands for a line end or a tab
 * is a blank, as it is in HTML. References to controls, surrogates, non-characters, private use and U+FFFD stand for
 * nothing that can be restored and are left out.
 */
export const entitiesIn = (text: string): Entity[] => referencesIn(text, isText);

/** The references to characters of private use, whose meaning the font of the page knew; they have no names. */
export const privateUseIn = (text: string): Entity[] => (text.includes('&#') ? referencesIn(text, isPrivateUse) : []);

/** `&` alone is plain prose. */
function referencesIn(text: string, isWanted: (codePoint: number) => boolean): Entity[] {
	const found: Entity[] = [];
	for (let start = text.indexOf('&'); start >= 0; start = text.indexOf('&', start + 1)) {
		const end = codeEnd(text, start + 1);
		if (text.charCodeAt(end) !== SEMICOLON) { continue; }
		const codePoint = text.charCodeAt(start + 1) === HASH ? numbered(text.slice(start + 2, end)) : named.get(text.slice(start + 1, end));
		if (codePoint !== undefined && isWanted(codePoint)) { found.push({ start, source: text.slice(start, end + 1), character: String.fromCodePoint(codePoint) }); }
	}
	return found;
}

const SEMICOLON = 0x3b;
const HASH = 0x23;
/** More than any code has. */
const LONGEST_CODE = 16;

/** Where the signs, letters and digits that may be a code end, or so far. */
function codeEnd(text: string, from: number): number {
	let at = from;
	while (at - from < LONGEST_CODE && isCode(text.charCodeAt(at))) { at++; }
	return at;
}

const isCode = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || unit === HASH;

const decimal = /^\d{1,7}$/u;
const hexadecimal = /^[xX][0-9a-fA-F]{1,6}$/u;

/** The code point of a number as references write it: `8217`, `x2019`. */
function numbered(digits: string): number | undefined {
	const number = decimal.test(digits) ? Number.parseInt(digits, 10) : hexadecimal.test(digits) ? Number.parseInt(digits.slice(1), 16) : undefined;
	if (number === undefined) { return undefined; }
	if ((number >= 0x09 && number <= 0x0d) || number === 0x2028 || number === 0x2029 || number === 0x85) { return 0x20; }
	return windows[number - 0x80] ?? number;
}

const isPrivateUse = (codePoint: number): boolean => (codePoint >= 0xe000 && codePoint <= 0xf8ff) || (codePoint >= 0xf0000 && codePoint <= 0x10ffff && (codePoint & 0xfffe) !== 0xfffe);

function isText(codePoint: number): boolean {
	if (codePoint > 0xffff) { return codePoint < 0xf0000 && (codePoint & 0xfffe) !== 0xfffe; }
	return codePoint === 0x20 || !isKind(codePoint, unreadable);
}

export function decodeEntities(text: string): string {
	if (!text.includes('&')) { return text; }
	let result = '';
	let last = 0;
	for (const { start, source, character } of entitiesIn(text)) {
		result += text.slice(last, start) + character;
		last = start + source.length;
	}
	return result + text.slice(last);
}
