import { codePages, type CodePageName } from './code-pages.ts';
import { isAsciiLetter, misreadWords, type MisreadWord } from './misread.ts';
import { Pair } from './kinds.ts';
import type { Range } from './range.ts';
import { unitsOf } from './source.ts';

/** A part of a line that is UTF-8 read in another encoding; offsets in the line. */
export interface Mojibake extends Range {
	/** The encodings it was read in, the last mistake first. */
	readonly pages: readonly CodePageName[];
	/** What it said; undefined where bytes are missing, so that it cannot be told exactly. */
	readonly original: string | undefined;
}

/** Pairs of which a line with mojibake has one. */
export const mojibakePairs = Pair.LatinHighRun | Pair.MixedScripts | Pair.ArabicSymbol | Pair.StopLetter;

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

/** By page number n: bit n, the unit is a lead byte; bit n + 3, a later byte of a sequence; bit n + 6, the lead byte of three bytes or more. */
const places = new Uint16Array(0x10000);
/** Bit of a unit that no word has. */
const SIGN = 1 << 9;
const { isSign } = codePages['windows-1256'];
for (const [index, name] of names.entries()) {
	const { highByte, unitOf } = codePages[name];
	for (let byte = 0x80; byte <= 0xff; byte++) {
		// A control may stand for the byte of its own number, see `codePages`.
		for (const unit of new Set([byte, unitOf(byte)])) {
			const read = highByte(unit);
			const place = read >= 0xe0 && read <= 0xf4 ? 0b1000001 : read >= 0xc2 && read < 0xe0 ? 0b1 : read >= 0x80 && read <= 0xbf ? 0b1000 : 0;
			places[unit] = (places[unit] ?? 0) | (place << index) | (isSign(unit) ? SIGN : 0);
		}
	}
}

/** Quick, and true wherever a word of `units[from, to)` could prove anything: a letter before a comma is a pair of windows-1256, and good Arabic. */
export function mayHoldMojibake(units: Uint16Array, from: number, to: number): boolean {
	let row = 0;
	let last = from - 2;
	for (let at = nextPair(units, from + 1, to); at < to; at = nextPair(units, at + 1, to)) {
		const before = places[units[at - 1] as number] as number;
		const place = places[units[at] as number] as number;
		const next = places[units[at + 1] ?? 0] as number;
		let pages = before & (place >> 3) & 7;
		const long = pages & (before >> 6);
		// Three bytes are no sequence without the third.
		if (long !== 0) { pages &= ~long | (next >> 3); }
		if (pages === 0) { continue; }
		const signs = before | place | (long === 0 ? 0 : next | (places[units[at + 2] ?? 0] as number));
		if ((pages & 1) !== 0 || (signs & SIGN) !== 0) { return true; }
		row = last === at - 2 ? row + 1 : 1;
		last = at;
		const isBehindLatin = isAsciiLetter(units[at - 2]);
		// MacArabic has two of most signs of ASCII: a pair of it proves something between Latin letters only.
		const isBeforeLatin = isAsciiLetter(units[at + 1]);
		if (row >= 3 || ((pages & 2) !== 0 || long !== 0 ? isBehindLatin || isBeforeLatin : isBehindLatin && isBeforeLatin)) { return true; }
	}
	return false;
}

/** The first offset from `from` on, at least 1, of a later byte behind a lead byte of the same page; `to` where there is none. Alone, because V8 makes small loops quick. */
function nextPair(units: Uint16Array, from: number, to: number): number {
	const placeOf = places;
	let before = placeOf[units[from - 1] as number] as number;
	for (let at = from; at < to; at++) {
		const place = placeOf[units[at] as number] as number;
		if ((before & (place >> 3) & 7) !== 0) { return at; }
		before = place;
	}
	return to;
}

/** What was read wrongly twice is still mojibake, as a whole, when it is read back once. */
function deeper(found: Mojibake, depth: number): Mojibake {
	const { original } = found;
	if (depth === 0 || original === undefined) { return found; }
	const inner = findMojibake(original);
	const [first] = inner;
	if (first === undefined || inner.some(each => each.original === undefined)) { return found; }
	let text = '';
	let end = 0;
	for (const each of inner) {
		const between = original.slice(end, each.start);
		if (foreign.test(between)) { return found; }
		text += between + (each.original ?? '');
		({ end } = each);
	}
	return foreign.test(original.slice(end)) ? found : { ...found, pages: [...found.pages, ...first.pages], original: text + original.slice(end) };
}

const foreign = /[^\u0000-\u007f]/u;

function readBack(line: string, name: CodePageName): Mojibake[] {
	let words = misreadWords(line, name);
	if (!words.some(({ proof }) => proof === 'strong')) { return []; }
	let isWhole = words.every(({ isBroken }) => !isBroken);
	if (!isWhole && codePages[name].secondBlank > 0) {
		const sure = misreadWords(line, name, true);
		if (sure.every(({ isBroken, isOdd }) => !isBroken && !isOdd)) { words = sure; isWhole = true; }
	}
	const strange = words.filter(({ proof, isBroken }) => proof !== 'none' || isBroken).length;
	/** Where most of a line is damaged, what could be chance is none. */
	const isMost = words.filter(({ proof }) => proof === 'strong').length * 2 > strange;
	const found: Mojibake[] = [];
	let run: MisreadWord[] = [];
	let between: MisreadWord[] = [];
	const flush = (): void => {
		const [first] = run;
		const last = run.at(-1);
		if (first !== undefined && last !== undefined) {
			let original = '';
			for (const [index, word] of run.entries()) { original += (index === 0 ? '' : line.slice(run[index - 1]?.end, word.start)) + word.original; }
			found.push({ start: first.start, end: last.end, pages: [name], original });
		}
		run = [];
		between = [];
	};
	for (const word of words) {
		const isBroken = word.isBroken || (word.isOdd && word.proof !== 'strong' && !isWhole);
		if (word.proof === 'none' && !word.isOdd && !isBroken) {
			// Plain words between damaged ones are part of the same damage: they are ASCII, and read the same.
			if (run.length > 0) { between.push(word); }
		} else if (!isBroken && (word.proof === 'strong' || isWhole || isMost)) {
			for (const each of between) { run.push(each); }
			run.push(word);
			between = [];
		} else {
			flush();
			if (isBroken && word.proof === 'strong') { found.push({ start: word.start, end: word.end, pages: [name], original: undefined }); }
		}
	}
	flush();
	return found;
}
