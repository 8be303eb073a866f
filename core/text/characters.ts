import { codePointName } from './quote.ts';

/** A character that cannot be seen, or that is easily taken for another, described for people. */
export interface CharacterDescription {
	/** `U+200E` */
	readonly code: string;
	/** Name in the Unicode Character Database, or the alias control characters have there. */
	readonly name: string;
	/** Two to five letters for a chip. */
	readonly abbreviation: string;
	/** One sentence: what it does. */
	readonly effect: string;
}

type Entry = readonly [codePoint: number, abbreviation: string, name: string, effect: string];

const MARK = 'Invisible; neutral characters beside it, such as punctuation, are ordered as beside';
const UNSEEN = 'Invisible;';
const SPACE = 'A space';
const entries: readonly Entry[] = [
	[0x09, 'TAB', 'CHARACTER TABULATION', 'A blank as wide as the distance to the next tab stop.'],
	[0xa0, 'NBSP', 'NO-BREAK SPACE', 'Looks like a blank, but no line breaks at it and searches for a blank miss it.'],
	[0x1680, 'OGSP', 'OGHAM SPACE MARK', `${SPACE} of the Ogham script.`],
	[0x2000, 'NQSP', 'EN QUAD', `${SPACE} half an em wide.`],
	[0x2001, 'MQSP', 'EM QUAD', `${SPACE} one em wide.`],
	[0x2002, 'ENSP', 'EN SPACE', `${SPACE} half an em wide.`],
	[0x2003, 'EMSP', 'EM SPACE', `${SPACE} one em wide.`],
	[0x2004, '3/MSP', 'THREE-PER-EM SPACE', `${SPACE} a third of an em wide.`],
	[0x2005, '4/MSP', 'FOUR-PER-EM SPACE', `${SPACE} a quarter of an em wide.`],
	[0x2006, '6/MSP', 'SIX-PER-EM SPACE', `${SPACE} a sixth of an em wide.`],
	[0x2007, 'FSP', 'FIGURE SPACE', `${SPACE} as wide as a digit, at which no line breaks.`],
	[0x2008, 'PSP', 'PUNCTUATION SPACE', `${SPACE} as wide as a full stop.`],
	[0x2009, 'THSP', 'THIN SPACE', `${SPACE} about a fifth of an em wide.`],
	[0x200a, 'HSP', 'HAIR SPACE', `${SPACE} thinner than a thin space.`],
	[0x202f, 'NNBSP', 'NARROW NO-BREAK SPACE', 'A thin blank at which no line breaks, as French sets it before ; ! ?.'],
	[0x205f, 'MMSP', 'MEDIUM MATHEMATICAL SPACE', `${SPACE} four eighteenths of an em wide.`],
	[0x3000, 'IDSP', 'IDEOGRAPHIC SPACE', `${SPACE} as wide as a Chinese character.`],
	[0xad, 'SHY', 'SOFT HYPHEN', `${UNSEEN} a word may be broken here, and only then a hyphen shows.`],
	[0x34f, 'CGJ', 'COMBINING GRAPHEME JOINER', `${UNSEEN} it keeps two marks from being reordered.`],
	[0x115f, 'HCF', 'HANGUL CHOSEONG FILLER', `${UNSEEN} stands for a missing consonant of a Korean syllable.`],
	[0x1160, 'HJF', 'HANGUL JUNGSEONG FILLER', `${UNSEEN} stands for a missing vowel of a Korean syllable.`],
	[0x3164, 'HF', 'HANGUL FILLER', `${UNSEEN} stands for a missing letter of Korean, and elsewhere for a blank that no search finds.`],
	[0xffa0, 'HWHF', 'HALFWIDTH HANGUL FILLER', `${UNSEEN} stands for a missing letter of Korean, and elsewhere for a blank that no search finds.`],
	[0x180e, 'MVS', 'MONGOLIAN VOWEL SEPARATOR', 'Sets a Mongolian vowel apart; without meaning in other scripts.'],
	[0x200b, 'ZWSP', 'ZERO WIDTH SPACE', `${UNSEEN} a line may break here. Word searches stumble over it.`],
	[0x2060, 'WJ', 'WORD JOINER', `${UNSEEN} no line breaks here. Word searches stumble over it.`],
	[0x2061, 'FA', 'FUNCTION APPLICATION', `${UNSEEN} an operator of mathematical notation.`],
	[0x2062, 'IT', 'INVISIBLE TIMES', `${UNSEEN} an operator of mathematical notation.`],
	[0x2063, 'IS', 'INVISIBLE SEPARATOR', `${UNSEEN} an operator of mathematical notation.`],
	[0x2064, 'IP', 'INVISIBLE PLUS', `${UNSEEN} an operator of mathematical notation.`],
	[0x206a, 'ISS', 'INHIBIT SYMMETRIC SWAPPING', `${UNSEEN} deprecated since Unicode 3.0, without effect today.`],
	[0x206b, 'ASS', 'ACTIVATE SYMMETRIC SWAPPING', `${UNSEEN} deprecated since Unicode 3.0, without effect today.`],
	[0x206c, 'IAFS', 'INHIBIT ARABIC FORM SHAPING', `${UNSEEN} deprecated since Unicode 3.0, without effect today.`],
	[0x206d, 'AAFS', 'ACTIVATE ARABIC FORM SHAPING', `${UNSEEN} deprecated since Unicode 3.0, without effect today.`],
	[0x206e, 'NADS', 'NATIONAL DIGIT SHAPES', `${UNSEEN} deprecated since Unicode 3.0, without effect today.`],
	[0x206f, 'NODS', 'NOMINAL DIGIT SHAPES', `${UNSEEN} deprecated since Unicode 3.0, without effect today.`],
	[0xfeff, 'BOM', 'ZERO WIDTH NO-BREAK SPACE', `${UNSEEN} a byte order mark at the start of a file, left over from joined files anywhere else.`],
	[0x200c, 'ZWNJ', 'ZERO WIDTH NON-JOINER', 'Invisible; keeps the letters on its two sides from joining, as Persian spelling asks.'],
	[0x200d, 'ZWJ', 'ZERO WIDTH JOINER', 'Invisible; makes a letter beside it take its joined form, and joins emoji to one picture.'],
	[0x61c, 'ALM', 'ARABIC LETTER MARK', `${MARK} an Arabic letter.`],
	[0x200e, 'LRM', 'LEFT-TO-RIGHT MARK', `${MARK} a Latin letter.`],
	[0x200f, 'RLM', 'RIGHT-TO-LEFT MARK', `${MARK} a Hebrew letter.`],
	[0x202a, 'LRE', 'LEFT-TO-RIGHT EMBEDDING', 'Invisible; sets the text up to the matching PDF as a left-to-right phrase.'],
	[0x202b, 'RLE', 'RIGHT-TO-LEFT EMBEDDING', 'Invisible; sets the text up to the matching PDF as a right-to-left phrase.'],
	[0x202c, 'PDF', 'POP DIRECTIONAL FORMATTING', 'Invisible; ends the last embedding or override.'],
	[0x2066, 'LRI', 'LEFT-TO-RIGHT ISOLATE', 'Invisible; sets the text up to the matching PDI apart, left to right.'],
	[0x2067, 'RLI', 'RIGHT-TO-LEFT ISOLATE', 'Invisible; sets the text up to the matching PDI apart, right to left.'],
	[0x2068, 'FSI', 'FIRST STRONG ISOLATE', 'Invisible; sets the text up to the matching PDI apart, in the direction of its first letter.'],
	[0x2069, 'PDI', 'POP DIRECTIONAL ISOLATE', 'Invisible; ends the last isolate.'],
	[0x202d, 'LRO', 'LEFT-TO-RIGHT OVERRIDE', 'Invisible; shows every character up to the matching PDF from left to right, Arabic and Hebrew too.'],
	[0x202e, 'RLO', 'RIGHT-TO-LEFT OVERRIDE', 'Invisible; shows every character up to the matching PDF from right to left, Latin and digits too.'],
	[0x0b, 'VT', 'LINE TABULATION', 'A vertical tab, which some programs take for a line end.'],
	[0x0c, 'FF', 'FORM FEED', 'A page break of printers, which some programs take for a line end.'],
	[0x85, 'NEL', 'NEXT LINE', 'A line end of mainframes, which some programs take for a line end.'],
	[0x2028, 'LS', 'LINE SEPARATOR', 'A line end inside a paragraph, which some programs obey and others do not.'],
	[0x2029, 'PS', 'PARAGRAPH SEPARATOR', 'A paragraph end, which some programs obey and others do not.'],
	[0xfffd, 'REPL', 'REPLACEMENT CHARACTER', 'Stands where a program could not read a character, which is lost.'],
	[0xfffc, 'OBJ', 'OBJECT REPLACEMENT CHARACTER', 'Stands where a picture or another object was in the source.'],
	[0x640, 'TATWL', 'ARABIC TATWEEL', 'Stretches the line between two joined letters; it has no sound.'],
	[0xfe0e, 'VS15', 'VARIATION SELECTOR-15', 'Invisible; shows the character before it as text, not as an emoji.'],
	[0xfe0f, 'VS16', 'VARIATION SELECTOR-16', 'Invisible; shows the character before it as an emoji.'],
];

/** Names of U+0000–U+001F and of U+007F, in order; TAB, VT and FF have entries of their own, LF and CR end lines. */
const c0 = [
	['NUL', 'NULL'], ['SOH', 'START OF HEADING'], ['STX', 'START OF TEXT'], ['ETX', 'END OF TEXT'], ['EOT', 'END OF TRANSMISSION'],
	['ENQ', 'ENQUIRY'], ['ACK', 'ACKNOWLEDGE'], ['BEL', 'ALERT'], ['BS', 'BACKSPACE'], ['TAB', 'CHARACTER TABULATION'], ['LF', 'LINE FEED'],
	['VT', 'LINE TABULATION'], ['FF', 'FORM FEED'], ['CR', 'CARRIAGE RETURN'], ['SO', 'SHIFT OUT'], ['SI', 'SHIFT IN'], ['DLE', 'DATA LINK ESCAPE'],
	['DC1', 'DEVICE CONTROL ONE'], ['DC2', 'DEVICE CONTROL TWO'], ['DC3', 'DEVICE CONTROL THREE'], ['DC4', 'DEVICE CONTROL FOUR'],
	['NAK', 'NEGATIVE ACKNOWLEDGE'], ['SYN', 'SYNCHRONOUS IDLE'], ['ETB', 'END OF TRANSMISSION BLOCK'], ['CAN', 'CANCEL'], ['EM', 'END OF MEDIUM'],
	['SUB', 'SUBSTITUTE'], ['ESC', 'ESCAPE'], ['FS', 'INFORMATION SEPARATOR FOUR'], ['GS', 'INFORMATION SEPARATOR THREE'],
	['RS', 'INFORMATION SEPARATOR TWO'], ['US', 'INFORMATION SEPARATOR ONE'],
] as const;

const CONTROL = 'A control character; it means nothing in a text and shows as nothing or as a box.';
const table = new Map(entries.map(entry => [entry[0], entry]));

/** Describes an invisible or unusual character; undefined for any other. */
export function describeCharacter(codePoint: number): CharacterDescription | undefined {
	const entry = table.get(codePoint) ?? rangeEntry(codePoint);
	if (entry === undefined) { return undefined; }
	const [, abbreviation, name, effect] = entry;
	return { code: codePointName(codePoint), name, abbreviation, effect };
}

/** `U+200E LEFT-TO-RIGHT MARK`, as messages name a character. */
export function characterName(codePoint: number): string {
	const name = table.get(codePoint)?.[2] ?? rangeEntry(codePoint)?.[2];
	return name === undefined ? codePointName(codePoint) : `${codePointName(codePoint)} ${name}`;
}

function rangeEntry(codePoint: number): Entry | undefined {
	const control = c0[codePoint];
	if (codePoint === 0x1a) { return [codePoint, 'SUB', 'SUBSTITUTE', 'Stands where a program could not write a character, often a bullet or a dash, which is lost.']; }
	if (control !== undefined) { return [codePoint, control[0], control[1], CONTROL]; }
	if (codePoint === 0x7f) { return [codePoint, 'DEL', 'DELETE', CONTROL]; }
	if (codePoint >= 0x80 && codePoint <= 0x9f) { return [codePoint, `C1-${codePoint.toString(16).toUpperCase()}`, 'CONTROL', 'A control character; often a letter or quote of Windows-1252 read as Latin-1.']; }
	if (codePoint >= 0xd800 && codePoint <= 0xdfff) { return [codePoint, 'SURR', 'SURROGATE', 'Half of a character whose other half is missing.']; }
	if ((codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) === 0xfffe) { return [codePoint, 'NCHAR', 'NONCHARACTER', 'Not a character: Unicode never assigns this code point.']; }
	if ((codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000) { return [codePoint, 'PUA', 'PRIVATE USE', 'Shows only with the font it was made for; elsewhere as a box.']; }
	if (codePoint >= 0xfe00 && codePoint <= 0xfe0d) { return [codePoint, `VS${codePoint - 0xfdff}`, `VARIATION SELECTOR-${codePoint - 0xfdff}`, 'Invisible; chooses a variant of the character before it.']; }
	return codePoint >= 0xe0000 && codePoint <= 0xe007f ? [codePoint, 'TAG', 'TAG CHARACTER', 'Invisible; spells the name of a flag emoji, and hides text elsewhere.'] : undefined;
}
