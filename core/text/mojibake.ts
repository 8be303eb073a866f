import { codePages, type CodePage, type CodePageName } from './code-pages.ts';
import { isLetter } from './kinds.ts';
import type { Range } from './range.ts';
import { unitsOf } from './source.ts';

/** A part of a line that is UTF-8 read in another encoding; offsets in the line. */
export interface Mojibake extends Range {
	/** The encodings it was read in, the last mistake first. */
	readonly pages: readonly CodePageName[];
	/** What it said; undefined where bytes are missing, so that it cannot be told exactly. */
	readonly original: string | undefined;
}

/** Mistakes on top of each other that are looked for. */
const DEPTH = 2;

const names = ['windows-1252', 'windows-1256', 'MacArabic'] as const;

/** Finds UTF-8 that was read as windows-1252 (or ISO-8859-1), windows-1256 or MacArabic, once or twice. Linear. */
export function findMojibake(line: string): Mojibake[] {
	if (!mayHoldMojibake(unitsOf(line), 0, line.length)) { return []; }
	// Signs are the same bytes in several pages: the page that explains most, and leaves least broken, is the one.
	let best: Mojibake[] = [];
	let most = 0;
	for (const name of names) {
		const found = readBack(line, name);
		const score = found.reduce((sum, { start, end, original }) => sum + (original === undefined ? start - end : end - start), 0);
		if (found.length > 0 && (best.length === 0 || score > most)) { best = found; most = score; }
	}
	return best.map(each => deeper(each, DEPTH - 1));
}

/** Bits 0 to 2: the unit is a lead byte in the page of that number; bits 3 to 5: it is a later byte of a sequence. */
const places = new Uint8Array(0x10000);
for (const [index, name] of names.entries()) {
	for (let unit = 0; unit < places.length; unit++) {
		const byte = codePages[name].highByte(unit);
		if (byte >= 0x80) { places[unit] = (places[unit] ?? 0) | (byte >= 0xc2 && byte <= 0xf4 ? 1 << index : byte <= 0xbf ? 8 << index : 0); }
	}
}

/** Quick, and true wherever a word of `units[from, to)` could prove anything: a letter before a comma is a pair of windows-1256, and good Arabic. */
export function mayHoldMojibake(units: Uint16Array, from: number, to: number): boolean {
	let before = 0;
	let row = 0;
	let last = from - 2;
	for (let at = from; at < to; at++) {
		const unit = units[at] as number;
		const place = places[unit] as number;
		const pages = before & (place >> 3);
		before = place;
		if ((pages & 7) === 0) { continue; }
		if ((pages & 1) !== 0 || codePages['windows-1256'].isSign(unit)) { return true; }
		row = last === at - 2 ? row + 1 : 1;
		last = at;
		if (row >= 4) { return true; }
	}
	return false;
}

/** What was read wrongly twice is still mojibake when it is read back once. */
function deeper(found: Mojibake, depth: number): Mojibake {
	const { original } = found;
	if (depth === 0 || original === undefined) { return found; }
	const inner = findMojibake(original);
	const [first] = inner;
	if (first === undefined || inner.some(each => each.original === undefined)) { return found; }
	let text = original;
	for (const { start, end, original: own = '' } of [...inner].reverse()) { text = text.slice(0, start) + own + text.slice(end); }
	return { ...found, pages: [...found.pages, ...first.pages], original: text };
}

/** A run of units without a blank, and what it reads as. */
interface Word extends Range {
	readonly original: string;
	/** Units that are neither ASCII nor part of a sequence: something is missing beside them. */
	readonly isBroken: boolean;
	readonly proof: Proof;
}

/** What a word tells: nothing of the kind, sequences that could be chance, sequences that cannot. */
type Proof = 'none' | 'weak' | 'strong';

const BLANK = 0x20;

function readBack(line: string, name: CodePageName): Mojibake[] {
	const page = codePages[name];
	const words = wordsOf(line, page, name);
	if (!words.some(({ proof }) => proof === 'strong')) { return []; }
	const found: Mojibake[] = [];
	let run: Word[] = [];
	const flush = (): void => {
		const [first] = run;
		const last = run.at(-1);
		if (first !== undefined && last !== undefined) {
			let original = '';
			for (const [index, word] of run.entries()) { original += (index === 0 ? '' : line.slice(run[index - 1]?.end, word.start)) + word.original; }
			found.push({ start: first.start, end: last.end, pages: [name], original });
		}
		run = [];
	};
	let between: Word[] = [];
	for (const word of words) {
		if (word.proof === 'none') {
			// Plain words between damaged ones are part of the same damage: they are ASCII, and read the same.
			if (run.length > 0 && !word.isBroken) { between.push(word); } else { flush(); between = []; }
		} else if (word.isBroken && word.proof === 'weak') {
			flush();
			between = [];
		} else if (word.isBroken) {
			flush();
			between = [];
			found.push({ start: word.start, end: word.end, pages: [name], original: undefined });
		} else {
			run.push(...between, word);
			between = [];
		}
	}
	flush();
	return found;
}

function wordsOf(line: string, page: CodePage, name: CodePageName): Word[] {
	const words: Word[] = [];
	let at = 0;
	while (at < line.length) {
		if (line.charCodeAt(at) === BLANK) { at++; continue; }
		const word = wordAt(line, at, page, name);
		words.push(word);
		at = word.end;
	}
	return words;
}

function wordAt(line: string, start: number, page: CodePage, name: CodePageName): Word {
	let original = '';
	let isBroken = false;
	let proof: Proof = 'none';
	let length = 0;
	let hasSign = false;
	let at = start;
	while (at < line.length) {
		const sequence = sequenceAt(line, at, page);
		if (sequence === undefined) {
			const unit = line.charCodeAt(at);
			if (unit === BLANK) { break; }
			if (unit >= 0x80) { isBroken = true; }
			original += line.charAt(at++);
			length = 0;
			hasSign = false;
			continue;
		}
		const text = String.fromCodePoint(sequence.codePoint);
		length++;
		hasSign ||= sequence.hasSign;
		if (isPlausible(sequence.codePoint)) { proof = proof === 'strong' || isProof(line, at, { ...sequence, hasSign }, length, name) ? 'strong' : 'weak'; } else { isBroken = true; }
		original += text;
		at = sequence.end;
	}
	return { start, end: at, original, isBroken, proof };
}

interface Sequence {
	readonly end: number;
	readonly codePoint: number;
	/** The lead byte. */
	readonly lead: number;
	/** A unit of it has no place in a word of the page's own language: `§` in windows-1256, `Ñ` in MacArabic. */
	readonly hasSign: boolean;
}

/** A well-formed UTF-8 sequence of two bytes or more (Unicode, table 3-7), each byte read as one unit. */
function sequenceAt(line: string, at: number, page: CodePage): Sequence | undefined {
	const lead = page.highByte(line.charCodeAt(at));
	if (lead < 0xc2 || lead > 0xf4) { return undefined; }
	const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	let codePoint = lead & (0xff >> (size + 1));
	let hasSign = false;
	for (let next = 1; next < size; next++) {
		const unit = line.charCodeAt(at + next);
		const byte = page.highByte(unit);
		if (byte < 0x80 || byte > 0xbf) { return undefined; }
		hasSign ||= page.isSign(unit);
		codePoint = (codePoint << 6) | (byte & 0x3f);
	}
	const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000;
	if (codePoint < least || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) { return undefined; }
	return { end: at + size, codePoint, lead, hasSign };
}

/** Characters that news are written with; a chance sequence mostly gives another one. */
const plausible: readonly (readonly [number, number])[] = [[0x80, 0x17f], [0x192, 0x192], [0x2c6, 0x2dc], [0x370, 0x3ff], [0x400, 0x4ff], [0x590, 0x6ff], [0x750, 0x77f], [0x200b, 0x205e], [0x20ac, 0x20ac], [0x2116, 0x2122], [0x274a, 0x274a], [0xfb1d, 0xfdff], [0xfe70, 0xfeff], [0x1f300, 0x1faff]];

const isPlausible = (codePoint: number): boolean => plausible.some(([first, last]) => codePoint >= first && codePoint <= last);

/**
 * Whether a sequence, the `length`th in a row, cannot stand there by chance. Single ones occur in good text: `É’` behind
 * a word in capitals, `ط،` and `ظ»` at the end of an Arabic one.
 */
function isProof(line: string, at: number, { lead, end, hasSign }: Sequence, length: number, name: CodePageName): boolean {
	const before = line.charCodeAt(at - 1);
	if (name === 'windows-1252') {
		if (length >= 2 || lead >= 0xe0) { return true; }
		// Ã and Â before a sign: the accented letters and signs of Western Europe.
		if (lead === 0xc3 || lead === 0xc2) { return lead === 0xc3 || !isLetter(before); }
		return (lead === 0xc4 || lead === 0xc5) && isAsciiLetter(line.charCodeAt(end));
	}
	// Four pairs in a row stand in no word of any language.
	if (length >= 2) { return hasSign || length >= 4; }
	return name === 'windows-1256' && isAsciiLetter(before) && isAsciiLetter(line.charCodeAt(end));
}

const isAsciiLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
