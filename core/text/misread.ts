import { codePages, type CodePage, type CodePageName } from './code-pages.ts';
import { isLetter } from './kinds.ts';
import type { Range } from './range.ts';

/** A run of units without a blank between them, and what it reads as when it is taken for bytes of UTF-8; offsets in the line. */
export interface MisreadWord extends Range {
	readonly original: string;
	/** Units beyond ASCII that are part of no sequence: the text is not damaged, or bytes of it are missing. */
	readonly isBroken: boolean;
	/** It reads as characters that news are hardly written with: chance, unless the whole line is damaged. */
	readonly isOdd: boolean;
	readonly proof: Proof;
}

/** What a word tells: nothing of the kind, sequences that could be chance, sequences that cannot. */
type Proof = 'none' | 'weak' | 'strong';

const BLANK = 0x20;
/** What a lost byte became before the text was read wrongly. */
const REPLACEMENT = 0xfffd;

/**
 * The words of a line as a page reads them. Linear.
 * @param isSure whether a blank that would complete a sequence does, which only a line that is damaged as a whole tells
 */
export function misreadWords(line: string, name: CodePageName, isSure = false): MisreadWord[] {
	const words: MisreadWord[] = [];
	let at = 0;
	while (at < line.length) {
		if (line.charCodeAt(at) === BLANK) { at++; continue; }
		const word = wordAt(line, at, name, isSure);
		words.push(word);
		at = word.end;
	}
	return words;
}

function wordAt(line: string, start: number, name: CodePageName, isSure: boolean): MisreadWord {
	const page = codePages[name];
	let original = '';
	let isBroken = false;
	let isOdd = false;
	let proof: Proof = 'none';
	let row: Sequence[] = [];
	let at = start;
	while (at < line.length) {
		const sequence = sequenceAt(line, at, page, isSure || row.length > 0);
		if (sequence === undefined) {
			const unit = line.charCodeAt(at);
			if (unit === BLANK) { break; }
			if (unit >= 0x80) { isBroken = true; }
			original += line.charAt(at++);
			row = [];
			continue;
		}
		row.push(sequence);
		if (sequence.codePoint === REPLACEMENT) { isBroken = true; }
		if (isPlausible(sequence.codePoint)) { proof = proof === 'strong' || isProof(line, at, row, name) ? 'strong' : 'weak'; } else { isOdd = true; }
		original += String.fromCodePoint(sequence.codePoint);
		at = sequence.end;
	}
	return { start, end: at, original, isBroken, isOdd, proof };
}

interface Sequence {
	readonly end: number;
	readonly codePoint: number;
	/** The lead byte. */
	readonly lead: number;
	/** A unit of it has no place in a word of the page's own language: `§` in windows-1256, `Ñ` in MacArabic. */
	readonly hasSign: boolean;
}

/**
 * A well-formed UTF-8 sequence of two bytes or more (Unicode, table 3-7), each byte read as one unit. A blank may be the
 * second blank of MacArabic where a sequence in front makes that likely.
 */
function sequenceAt(line: string, at: number, page: CodePage, takesBlank: boolean): Sequence | undefined {
	const first = line.charCodeAt(at);
	const lead = page.highByte(first);
	if (lead < 0xc2 || lead > 0xf4) { return undefined; }
	const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	let codePoint = lead & (0xff >> (size + 1));
	let hasSign = page.isSign(first);
	let isPlain = first < 0x80;
	for (let next = 1; next < size; next++) {
		const unit = line.charCodeAt(at + next);
		const byte = unit === BLANK && takesBlank ? page.secondBlank : page.highByte(unit);
		if (byte < 0x80 || byte > 0xbf) { return undefined; }
		hasSign ||= page.isSign(unit);
		isPlain &&= unit < 0x80;
		codePoint = (codePoint << 6) | (byte & 0x3f);
	}
	// MacArabic has two of most signs of ASCII: those of a text in ASCII are the common ones.
	if (isPlain) { return undefined; }
	const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000;
	if (codePoint < least || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) { return undefined; }
	return { end: at + size, codePoint, lead, hasSign };
}

/** Characters that news are written with; a chance sequence mostly gives another one. */
const plausible: readonly (readonly [number, number])[] = [
	[0xa0, 0x17f], [0x192, 0x192], [0x1e6, 0x1e7], [0x218, 0x21b], [0x2c6, 0x2dc], [0x300, 0x36f], [0x386, 0x3ce], [0x400, 0x4ff], [0x591, 0x5f4],
	[0x60c, 0x61f], [0x621, 0x656], [0x660, 0x66c], [0x670, 0x6d5], [0x6f0, 0x6f9],
	[0x1e00, 0x1ef9], [0x200b, 0x205e], [0x2070, 0x208e], [0x20a0, 0x20bf], [0x2100, 0x214f], [0x2190, 0x22ff], [0x2500, 0x27bf],
	[0xfb1d, 0xfdff], [0xfe0f, 0xfe0f], [0xfe70, 0xfeff], [REPLACEMENT, REPLACEMENT], [0x1f1e6, 0x1faff],
];

const isPlausible = (codePoint: number): boolean => plausible.some(([first, last]) => codePoint >= first && codePoint <= last);

/** What stands behind no letter, read as windows-1252. */
const strange = /[\u0080-\u009f\u02c6\u02dc\u0192‰†‡¢£¤¥¦§¨¬¯±´µ¶¸¼½¾]/u;
/** What may stand behind a word in capitals: AMANHÃ… */
const behindWord = /[’”»›…–—™€\u00a0]/u;
/** The lead bytes of the letters of Cyrillic, Hebrew and Arabic. */
const isLeadOfScript = ({ lead }: Sequence): boolean => lead >= 0xd0 && lead <= 0xdb;

/**
 * Whether the last of some sequences in a row, at `at`, cannot stand there by chance. Single ones occur in good text: `É’`
 * and `Ã”` at the end of a word in capitals, `ط،` and `ظ»` at the end of an Arabic one, `(س)` and `ر.` as MacArabic reads them.
 */
function isProof(line: string, at: number, row: readonly Sequence[], name: CodePageName): boolean {
	const { lead, end } = row.at(-1) as Sequence;
	const before = line.charCodeAt(at - 1);
	const after = line.charCodeAt(end);
	if (name === 'windows-1252') {
		const trail = line.charAt(end - 1);
		// Three signs, but for those of «está»… which are a letter of Vietnamese.
		if (row.length >= 2 || (lead >= 0xe0 && (lead !== 0xe1 || isLetter(after))) || strange.test(trail) || line.startsWith('ØŒ', at)) { return true; }
		const isBehindCapital = isLetter(before) && !isSmall(before);
		const mayEndWord = isBehindCapital && behindWord.test(trail);
		// The letters and signs of Western and Central Europe.
		switch (lead) {
			case 0xc2: return !isBehindCapital;
			// MAÇÃ’S is a word with an apostrophe.
			case 0xc3: return !mayEndWord || (isLetter(after) && (trail !== '’' || isSmall(after)));
			case 0xc4: case 0xc5: return !mayEndWord && isAsciiLetter(after);
			default: return false;
		}
	}
	// No Arabic letter stands beside a Latin one, and none with a sign behind it.
	if (isAsciiLetter(before) ? name === 'windows-1256' || isAsciiLetter(after) : name === 'windows-1256' && isAsciiLetter(after) && !isLetter(before)) { return true; }
	// Four pairs in a row stand in no word of any language, three not where all of them are letters of these scripts.
	return row.length >= 2 && (row.some(({ hasSign }) => hasSign) || row.length >= 4 || (row.length === 3 && name === 'MacArabic' && row.every(isLeadOfScript)));
}

const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
export const isAsciiLetter = (unit: number | undefined): boolean => unit !== undefined && ((unit >= 0x41 && unit <= 0x5a) || isSmall(unit));
