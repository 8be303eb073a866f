import { asciiDigits, fold } from './fold.ts';
import { unitsOf } from './source.ts';

const letterOrDigit = /[\p{L}\p{N}]/u;
const TATWEEL = 0x640;
const LETTER = 1;
const HALF = 2;
/** What each UTF-16 unit is, if it is a letter, a digit or half of a pair; made when first asked for. */
let table: Uint8Array | undefined;

export interface TextSize {
	/** Code points. */
	readonly characters: number;
	/** Letters and digits (Unicode L and N); a tatweel stretches a word and is none. */
	readonly letters: number;
}

/** Counts what UTF-16 units hold. */
export function sizeOf(units: Uint16Array): TextSize {
	const kinds = (table ??= newTable());
	let letters = 0;
	let halves = 0;
	// Without a branch, because all text that is read runs through here.
	for (let at = 0; at < units.length; at++) {
		const kind = kinds[units[at] as number] as number;
		letters += kind & LETTER;
		halves += kind >> 1;
	}
	let characters = units.length;
	for (let at = 0; at + 1 < units.length && halves > 0; at++) {
		const unit = units[at] as number;
		const next = units[at + 1] as number;
		if (kinds[unit] !== HALF) { continue; }
		halves--;
		if ((unit & 0xfc00) !== 0xd800 || (next & 0xfc00) !== 0xdc00) { continue; }
		characters--;
		if (letterOrDigit.test(String.fromCharCode(unit, next))) { letters++; }
	}
	return { characters, letters };
}

export const countLetters = (text: string): number => sizeOf(unitsOf(text)).letters;

function newTable(): Uint8Array {
	const fresh = new Uint8Array(0x10000);
	for (let unit = 0; unit < fresh.length; unit++) {
		if ((unit & 0xf800) === 0xd800) { fresh[unit] = HALF; } else if (unit !== TATWEEL && letterOrDigit.test(String.fromCharCode(unit))) { fresh[unit] = LETTER; }
	}
	return fresh;
}

/**
 * Letters and digits that stand in `before` and no longer in `after`, wherever they stand there. A letter that is only
 * written in another way is not lost: what NFKC makes equal, capitals, Arabic marks and hamza, the yeh and kaf of another
 * language, digits of another system. Never more than `before` has.
 */
export function lettersLost(before: string, after: string): number {
	const left = new Map<string, number>();
	for (const letter of lettersOf(after)) { left.set(letter, (left.get(letter) ?? 0) + 1); }
	let lost = 0;
	for (const letter of lettersOf(before)) {
		const rest = left.get(letter) ?? 0;
		if (rest === 0) { lost++; } else { left.set(letter, rest - 1); }
	}
	// NFKC makes eighteen letters of one ligature.
	return lost === 0 ? 0 : Math.min(lost, countLetters(before));
}

const lettersOf = (text: string): string[] => asciiDigits(fold(text.normalize('NFKC'))).match(/[\p{L}\p{N}]/gu) ?? [];
