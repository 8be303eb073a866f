import { Kind, isKind, isLetter, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { nextIn } from '../../text/runs.ts';

/** Where one headline ends and the next begins without a blank, and what tells so. */
export interface Joint {
	/** Offset in the article. */
	readonly at: number;
	/** The end of a sentence, without a full stop. */
	readonly evidence: string;
}

/** What a unit may be the sign of; nearly every unit is none. */
const Sign = { None: 0, Word: 1, Tanwin: 2, Digit: 3, Stop: 4, Dot: 5, Quote: 6, Capital: 7 } as const;

const signOf = new Uint8Array(0x10000);
for (const [sign, characters] of [
	[Sign.Word, 'ةى'], [Sign.Tanwin, '\u064b\u064c\u064d'], [Sign.Digit, '0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'],
	[Sign.Stop, '؟?!»”…)]'], [Sign.Dot, '.'], [Sign.Quote, '"«“'],
] as const) {
	for (const character of characters) { signOf[character.charCodeAt(0)] = sign; }
}

/** Small letters of Latin and Cyrillic, which have capitals. */
const isSmall = new Uint8Array(0x10000);
for (let unit = 0x41; unit < 0x530; unit++) {
	const letter = String.fromCharCode(unit);
	if (letter.toLowerCase() !== letter) { signOf[unit] = Sign.Capital; } else if (letter.toUpperCase() !== letter) { isSmall[unit] = 1; }
}

const ALEF = 0x627;
const TEH_MARBUTA = 0x629;
const FATHATAN = 0x64b;
const BLANK = 0x20;
const DOT = 0x2e;
const QUOTE = 0x22;
const TATWEEL = 0x640;
/** A prefix before a quotation has fewer letters. */
const LONG_WORD = 4;
/** Small letters on both sides of a capital that begins a headline: fewer have names like TikTok and McDonald. */
const SMALL_BEFORE = 4;
const SMALL_BEHIND = 2;
/** Names with a capital inside. */
const names: ReadonlySet<string> = new Set(['WhatsApp', 'PlayStation', 'LinkedIn', 'BuzzFeed', 'SoundCloud', 'StopCovid', 'DreamWorks', 'AstraZeneca', 'GameStop', 'PowerPoint', 'WikiLeaks', 'StarCraft', 'TripAdvisor', 'PricewaterhouseCoopers', 'TechCrunch', 'MasterCard', 'ChatGPT']);
const longestName = Math.max(...Array.from(names, name => name.length));
/** A letter alone behind a number may be the letter of an era. */
const BEHIND_NUMBER = 3;

/**
 * The joints that signs show in `units[start, end)`: what a headline may end with, with a letter right behind it, or a
 * quotation that begins behind a letter. Ascending.
 */
export function jointsOf(units: Uint16Array, { start, end }: Range): Joint[] {
	const joints: Joint[] = [];
	let quotes = 0;
	for (let at = nextIn(signOf, units, start, end); at < end; at = nextIn(signOf, units, at + 1, end)) {
		const unit = units[at] as number;
		const next = at + 1 < end ? units[at + 1] as number : BLANK;
		switch (signOf[unit]) {
			case Sign.Word:
				if (isArabic(next)) { joints.push({ at: at + 1, evidence: `${String.fromCharCode(unit)} ends a word` }); }
				break;
			case Sign.Tanwin: {
				const before = at > start ? units[at - 1] : undefined;
				const behind = next === ALEF ? at + 2 : at + 1;
				// Elsewhere it is a slip of the keyboard.
				const isEnd = before === TEH_MARBUTA || (unit === FATHATAN && (before === ALEF || next === ALEF));
				if (isEnd && behind < end && isLetter(units[behind] as number)) { joints.push({ at: behind, evidence: 'a tanwin ends a word' }); }
				break;
			}
			case Sign.Digit:
				if (countArabic(units, at + 1, Math.min(end, at + 1 + BEHIND_NUMBER)) === BEHIND_NUMBER) { joints.push({ at: at + 1, evidence: 'a letter stands right behind a number' }); }
				break;
			case Sign.Dot: {
				let behind = at + 1;
				while (behind < end && units[behind] === DOT) { behind++; }
				// Two dots stand inside a headline: من هنا..ناسا تجيب.
				if (behind - at >= 3 && behind < end && isLetter(units[behind] as number)) { joints.push({ at: behind, evidence: `a letter stands right behind ${quoted('...')}` }); }
				at = behind - 1;
				break;
			}
			case Sign.Stop:
				if (isStop(units, at, start) && isLetter(next)) { joints.push({ at: at + 1, evidence: `a letter stands right behind ${quoted(String.fromCharCode(unit))}` }); }
				break;
			case Sign.Capital:
				if (countSmall(units, at - 1, start - 1, -1) >= SMALL_BEFORE && countSmall(units, at + 1, end, 1) >= SMALL_BEHIND && !isInName(units, { start, end }, at)) { joints.push({ at, evidence: 'a capital stands right behind a small letter' }); }
				break;
			default: {
				const isBeforeLetter = isLetter(next);
				const before = at > start ? units[at - 1] as number : BLANK;
				// Gershayim stand between Hebrew letters.
				if (unit === QUOTE && isHebrew(before) && isHebrew(next)) { break; }
				if (unit === QUOTE) { quotes++; }
				const isOpening = unit !== QUOTE || quotes % 2 === 1;
				if (isOpening && isBeforeLetter && at - wordStart(units, start, at) >= LONG_WORD) { joints.push({ at, evidence: 'a quotation begins right behind a word' }); }
				if (!isOpening && isBeforeLetter && at > start && before !== BLANK) { joints.push({ at: at + 1, evidence: 'a letter stands right behind a quotation' }); }
			}
		}
	}
	return joints;
}

/** A sign behind a blank or a tatweel ends nothing. */
function isStop(units: Uint16Array, at: number, start: number): boolean {
	const before = at > start ? units[at - 1] : undefined;
	return before !== BLANK && before !== TATWEEL;
}

/** The letters that Arabic writes, and those of other languages in the first block. */
const isArabic = (unit: number): boolean => (unit >= 0x620 && unit <= 0x64a) || (unit >= 0x671 && unit <= 0x6d3);

function countArabic(units: Uint16Array, from: number, to: number): number {
	let at = from;
	while (at < to && isArabic(units[at] as number)) { at++; }
	return at - from;
}

function countSmall(units: Uint16Array, from: number, to: number, step: 1 | -1): number {
	let at = from;
	while (at !== to && Math.abs(at - from) < SMALL_BEFORE && isSmall[units[at] as number] === 1) { at += step; }
	return Math.abs(at - from);
}

/** Whether the letters around a capital, from the capital in front to the end of the word, are a name. */
function isInName(units: Uint16Array, line: Range, at: number): boolean {
	let start = at - 1;
	while (start > line.start && at - start <= longestName && isSmall[units[start] as number] === 1) { start--; }
	if (signOf[units[start] as number] !== Sign.Capital) { return false; }
	let end = at + 1;
	while (end < line.end && end - start <= longestName && isSmall[units[end] as number] === 1) { end++; }
	return end - start <= longestName && names.has(String.fromCharCode(...units.subarray(start, end)));
}

const hebrew = kindsOf(Kind.Hebrew);
const isHebrew = (unit: number): boolean => isKind(unit, hebrew);
const inWord = kindsOf(Kind.Mark, Kind.Tatweel, Kind.AsciiDigit, Kind.ArabicDigit, Kind.PersianDigit);

/** Start of the word in front of an offset. */
function wordStart(units: Uint16Array, from: number, at: number): number {
	let start = at;
	while (start > from && (isLetter(units[start - 1] as number) || isKind(units[start - 1] as number, inWord))) { start--; }
	return start;
}
