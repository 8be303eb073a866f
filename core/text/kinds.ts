/**
 * Every UTF-16 unit is of exactly one kind. One pass over a line leaves the set of kinds present and the set of
 * remarkable neighbours (pairs); a rule runs only on lines that hold what it asks for, so clean text costs one table
 * look-up a unit. Ranges: Unicode 17.0 blocks, BMP.
 */
export const Kind = {
	Other: 0,
	Latin: 1,
	/** U+00C0–U+00FF, the letters that UTF-8 read as Latin-1 or Windows-1252 turns into. */
	LatinHigh: 2,
	OtherLetter: 3,
	Hebrew: 4,
	Arabic: 5,
	TehMarbuta: 6,
	/** ي ك as Arabic writes them. */
	ArabicYehKaf: 7,
	/** ی ک as Persian and Urdu write them. */
	PersianYehKeheh: 8,
	Mark: 9,
	Tatweel: 10,
	AsciiDigit: 11,
	/** U+0660–U+0669 */
	ArabicDigit: 12,
	/** U+06F0–U+06F9 */
	PersianDigit: 13,
	Blank: 14,
	/** TAB, no-break and typographic spaces. */
	UnusualSpace: 15,
	/** ZWSP, WJ, U+FEFF, soft hyphen, the fillers of Hangul and the other invisible format characters. */
	ZeroWidth: 16,
	/** ZWNJ, ZWJ */
	Joiner: 17,
	/** LRM, RLM, ALM */
	BidiMark: 18,
	/** LRE, RLE, PDF, LRI, RLI, FSI, PDI */
	BidiPaired: 19,
	/** LRO, RLO */
	BidiOverride: 20,
	Control: 21,
	/** U+2028, U+2029, U+0085, VT, FF */
	LineSeparator: 22,
	Replacement: 23,
	/** Private use and non-characters. */
	PrivateUse: 24,
	Surrogate: 25,
	PresentationForm: 26,
	/** & < > */
	Markup: 27,
	/** ، ؛ ؟ ۔ */
	ArabicPunctuation: 28,
	/** . , ; : ! … */
	Stop: 29,
	/** Quotes, guillemets and brackets. */
	Quote: 30,
	QuestionMark: 31,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];

/** Bits of the pair set of a line. */
export const Pair = {
	RepeatedBlank: 1 << 0,
	BlankPunctuation: 1 << 1,
	PunctuationLetter: 1 << 2,
	StopLetter: 1 << 3,
	TehMarbutaLetter: 1 << 4,
	MixedDigits: 1 << 5,
	MixedScripts: 1 << 6,
	QuestionRun: 1 << 7,
	LatinHighRun: 1 << 8,
	/** An Arabic letter in front of a sign or digit that Arabic text hardly has there, as in UTF-8 read as windows-1256 or MacArabic. */
	ArabicSymbol: 1 << 9,
	/** A tatweel that an Arabic letter or a mark follows. */
	TatweelLetter: 1 << 10,
	/** U+200C or U+200D next to what is no part of a word, or at an edge of the line; `scanLines` sees to the latter. */
	JoinerEdge: 1 << 11,
	/** A mark that an Arabic letter follows, as a tanwin does where two words are one. */
	MarkLetter: 1 << 12,
	/** A stop in front of a Latin letter. */
	StopLatin: 1 << 13,
	/** A sign that code has and prose hardly ever, or a quote or bracket right behind another. */
	CodeSign: 1 << 14,
	/** The line ends in CR or CRLF; `scanLines` sets it. */
	CarriageReturn: 1 << 27,
	LeadingBlank: 1 << 28,
	TrailingBlank: 1 << 29,
	/** Nothing on the line is visible: it is empty, or holds only blanks and invisible characters. */
	Invisible: 1 << 30,
} as const;

export const kindsOf = (...kinds: readonly Kind[]): number => kinds.reduce<number>((set, kind) => set | (1 << kind), 0);

export const letterKinds = kindsOf(Kind.Latin, Kind.LatinHigh, Kind.OtherLetter, Kind.Hebrew, Kind.Arabic, Kind.TehMarbuta, Kind.ArabicYehKaf, Kind.PersianYehKeheh, Kind.PresentationForm);
export const arabicKinds = kindsOf(Kind.Arabic, Kind.TehMarbuta, Kind.ArabicYehKaf, Kind.PersianYehKeheh, Kind.PresentationForm);
export const digitKinds = kindsOf(Kind.AsciiDigit, Kind.ArabicDigit, Kind.PersianDigit);
export const blankKinds = kindsOf(Kind.Blank, Kind.UnusualSpace);
/** What words are made of. */
export const wordKinds = letterKinds | digitKinds | kindsOf(Kind.Mark, Kind.Tatweel);
/** Draws nothing and takes no room: a reader cannot see it. */
export const invisibleKinds = kindsOf(Kind.ZeroWidth, Kind.Joiner, Kind.BidiMark, Kind.BidiPaired, Kind.BidiOverride);
const spacelessKinds = blankKinds | invisibleKinds;

const table = new Uint8Array(0x10000);

function fill(kind: Kind, ...spans: readonly (number | readonly [number, number])[]): void {
	for (const span of spans) {
		if (typeof span === 'number') { table[span] = kind; } else { table.fill(kind, span[0], span[1] + 1); }
	}
}

fill(Kind.OtherLetter, 0xaa, 0xb5, 0xba, [0x250, 0x2af], [0x370, 0x373], [0x376, 0x377], [0x37b, 0x37d], [0x37f, 0x3ff], [0x400, 0x52f], [0x531, 0x556], [0x560, 0x588], [0x700, 0x74a], [0x780, 0x7ff], [0x900, 0x1cff], [0x1f00, 0x1fff], [0x3040, 0x318f], [0x3400, 0x9fff], [0xa000, 0xa4cf], [0xac00, 0xd7af]);
fill(Kind.Latin, [0x41, 0x5a], [0x61, 0x7a], [0x100, 0x24f], [0x1e00, 0x1eff]);
fill(Kind.LatinHigh, [0xc0, 0xff]);
fill(Kind.Hebrew, [0x5d0, 0x5ea], [0x5ef, 0x5f2]);
fill(Kind.Arabic, [0x620, 0x63f], [0x641, 0x64a], [0x66e, 0x66f], [0x671, 0x6d3], 0x6d5, [0x6e5, 0x6e6], [0x6ee, 0x6ef], [0x6fa, 0x6fc], 0x6ff, [0x750, 0x77f], [0x8a0, 0x8c9], [0x870, 0x887]);
fill(Kind.Mark, [0x300, 0x36f], [0x483, 0x489], [0x591, 0x5bd], 0x5bf, 0x5c1, 0x5c2, 0x5c4, 0x5c5, 0x5c7, [0x610, 0x61a], [0x64b, 0x65f], 0x670, [0x6d6, 0x6dc], [0x6df, 0x6e4], [0x6e7, 0x6e8], [0x6ea, 0x6ed], [0x8ca, 0x8e1], [0x8e3, 0x8ff], [0x1ab0, 0x1aff], [0x1dc0, 0x1dff], [0x20d0, 0x20ff], [0xfe20, 0xfe2f]);
fill(Kind.TehMarbuta, 0x629);
fill(Kind.ArabicYehKaf, 0x64a, 0x643);
fill(Kind.PersianYehKeheh, 0x6cc, 0x6a9);
fill(Kind.Tatweel, 0x640);
fill(Kind.AsciiDigit, [0x30, 0x39]);
fill(Kind.ArabicDigit, [0x660, 0x669]);
fill(Kind.PersianDigit, [0x6f0, 0x6f9]);
fill(Kind.Blank, 0x20);
fill(Kind.UnusualSpace, 0x09, 0xa0, 0x1680, [0x2000, 0x200a], 0x202f, 0x205f, 0x3000);
fill(Kind.ZeroWidth, 0xad, 0x34f, 0x115f, 0x1160, 0x180e, 0x200b, [0x2060, 0x2064], [0x206a, 0x206f], 0x3164, 0xfeff, 0xffa0);
fill(Kind.Joiner, 0x200c, 0x200d);
fill(Kind.BidiMark, 0x61c, 0x200e, 0x200f);
fill(Kind.BidiPaired, [0x202a, 0x202c], [0x2066, 0x2069]);
fill(Kind.BidiOverride, 0x202d, 0x202e);
fill(Kind.Control, [0x00, 0x08], [0x0e, 0x1f], [0x7f, 0x84], [0x86, 0x9f]);
fill(Kind.LineSeparator, 0x0b, 0x0c, 0x85, 0x2028, 0x2029);
fill(Kind.Replacement, 0xfffd);
fill(Kind.PrivateUse, [0xe000, 0xf8ff], [0xfdd0, 0xfdef], 0xfffe, 0xffff);
fill(Kind.Surrogate, [0xd800, 0xdfff]);
fill(Kind.PresentationForm, [0xfb1d, 0xfb4f], [0xfb50, 0xfd3d], [0xfd50, 0xfdcf], [0xfdf0, 0xfdfc], [0xfe70, 0xfefc]);
// Ligatures that stand for a whole phrase, and the sign of the rial, are written so on purpose: ﷲ ﷺ ﷻ.
fill(Kind.Other, 0xfdf2, 0xfdfa, 0xfdfb, 0xfdfc);
// In the same blocks, but no shapes of letters: NFKC leaves them as they are.
fill(Kind.Other, 0xfb37, 0xfb3d, 0xfb3f, 0xfb42, 0xfb45, [0xfbb2, 0xfbd2], 0xfd90, 0xfd91, [0xfdc8, 0xfdcf], 0xfe73, 0xfe75);
fill(Kind.Mark, 0xfb1e);
fill(Kind.Markup, 0x26, 0x3c, 0x3e);
fill(Kind.ArabicPunctuation, 0x60c, 0x61b, 0x61f, 0x6d4);
fill(Kind.Stop, 0x21, 0x2c, 0x2e, 0x3a, 0x3b, 0x2026);
fill(Kind.Quote, 0x22, 0x27, 0x28, 0x29, 0x5b, 0x5d, 0x7b, 0x7d, 0xab, 0xbb, 0x5f3, 0x5f4, [0x2018, 0x201f], 0x2039, 0x203a);
fill(Kind.QuestionMark, 0x3f);

/** Added to the kinds of some signs, so that pairs can tell them from others of their kind: in `1 << kind` it counts nothing. */
const SIGN = 32;
const KINDS = SIGN * 2;
for (const sign of ';<={}$|') { table[sign.charCodeAt(0)] = (table[sign.charCodeAt(0)] ?? 0) + SIGN; }

/** The kind of a UTF-16 unit, to be used as `1 << kind` or as an index of {@link pairTable}: some signs have 32 more. */
export const kindTable: Readonly<Uint8Array> = table;

export const kindOf = (unit: number): Kind => ((table[unit] ?? 0) % SIGN) as Kind;

/** True when the unit's kind is in the set; false for NaN, which `charCodeAt` gives beyond the text. */
export const isKind = (unit: number, kinds: number): boolean => unit >= 0 && (kinds & (1 << (table[unit] ?? 0))) !== 0;

export const isLetter = (unit: number): boolean => isKind(unit, letterKinds);
export const isDigit = (unit: number): boolean => isKind(unit, digitKinds);
export const isBlank = (unit: number): boolean => isKind(unit, blankKinds);
export const isInvisible = (unit: number): boolean => isKind(unit, invisibleKinds);
/** Blank or invisible: what may be trimmed without a reader seeing it. */
export const isSpaceless = (unit: number): boolean => isKind(unit, spacelessKinds);

const pairs = new Int32Array(KINDS * KINDS);

function pair(first: number, second: number, bit: number): void {
	for (let a = 0; a < KINDS; a++) {
		if ((first & (1 << a)) === 0) { continue; }
		for (let b = 0; b < KINDS; b++) {
			if ((second & (1 << b)) !== 0) { pairs[a * KINDS + b] = (pairs[a * KINDS + b] ?? 0) | bit; }
		}
	}
}

const punctuation = kindsOf(Kind.Stop, Kind.ArabicPunctuation, Kind.QuestionMark);
const rightToLeftLetters = arabicKinds | kindsOf(Kind.Hebrew);
const leftToRightLetters = kindsOf(Kind.Latin, Kind.LatinHigh, Kind.OtherLetter);
pair(blankKinds, blankKinds, Pair.RepeatedBlank);
pair(blankKinds, punctuation, Pair.BlankPunctuation);
pair(kindsOf(Kind.ArabicPunctuation), letterKinds, Pair.PunctuationLetter);
pair(kindsOf(Kind.Stop, Kind.QuestionMark, Kind.ArabicPunctuation), rightToLeftLetters, Pair.StopLetter);
pair(kindsOf(Kind.Stop, Kind.QuestionMark), kindsOf(Kind.Latin, Kind.LatinHigh), Pair.StopLatin);
pair(kindsOf(Kind.TehMarbuta), arabicKinds, Pair.TehMarbutaLetter);
pair(kindsOf(Kind.Mark), arabicKinds, Pair.MarkLetter);
pair(kindsOf(Kind.AsciiDigit), kindsOf(Kind.ArabicDigit, Kind.PersianDigit), Pair.MixedDigits);
pair(kindsOf(Kind.ArabicDigit), kindsOf(Kind.AsciiDigit, Kind.PersianDigit), Pair.MixedDigits);
pair(kindsOf(Kind.PersianDigit), kindsOf(Kind.AsciiDigit, Kind.ArabicDigit), Pair.MixedDigits);
pair(leftToRightLetters, rightToLeftLetters, Pair.MixedScripts);
pair(rightToLeftLetters, leftToRightLetters, Pair.MixedScripts);
pair(kindsOf(Kind.Latin), kindsOf(Kind.OtherLetter), Pair.MixedScripts);
pair(kindsOf(Kind.OtherLetter), kindsOf(Kind.Latin), Pair.MixedScripts);
pair(kindsOf(Kind.QuestionMark), kindsOf(Kind.QuestionMark), Pair.QuestionRun);
pair(kindsOf(Kind.Tatweel), arabicKinds | kindsOf(Kind.Mark), Pair.TatweelLetter);
pair(kindsOf(Kind.Joiner), ~wordKinds, Pair.JoinerEdge);
pair(~wordKinds, kindsOf(Kind.Joiner), Pair.JoinerEdge);
pair(arabicKinds, kindsOf(Kind.Other, Kind.ArabicDigit), Pair.ArabicSymbol);
pair(kindsOf(Kind.LatinHigh), kindsOf(Kind.LatinHigh, Kind.Other, Kind.Quote, Kind.UnusualSpace, Kind.Control, Kind.ZeroWidth, Kind.LineSeparator), Pair.LatinHighRun);

pair(kindsOf(Kind.Quote), kindsOf(Kind.Quote), Pair.CodeSign);
for (let at = 0; at < pairs.length; at++) { if (at % KINDS >= SIGN) { pairs[at] = (pairs[at] ?? 0) | Pair.CodeSign; } }

/** Pair bits of two neighbours, at `(first kind << 6) | second kind`, the kinds as in {@link kindTable}. */
export const pairTable: Readonly<Int32Array> = pairs;

/** Kinds of which a line that shows anything holds at least one. */
export const visibleKinds = ~spacelessKinds;
export { spacelessKinds };
