import { asciiDigits, fold } from './fold.ts';
import { unitsOf } from './source.ts';

const letterOrDigit = /[\p{L}\p{N}]/u;
const TATWEEL = 0x640;
/** 1 for UTF-16 units that are letters or digits, 2 for halves of pairs; made when first asked for. */
let table: Uint8Array | undefined;

/** Letters and digits (Unicode L and N) among UTF-16 units; a tatweel stretches a word and is none. */
export function countLetters(units: ArrayLike<number>): number {
	table ??= newTable();
	let count = 0;
	for (let at = 0; at < units.length; at++) {
		const unit = units[at] as number;
		const kind = table[unit] as number;
		if (kind === 1) { count++; } else if (kind === 2 && isPairedLetter(unit, units[at + 1] ?? 0)) { count++; }
	}
	return count;
}

function newTable(): Uint8Array {
	const fresh = new Uint8Array(0x10000);
	for (let unit = 0; unit < fresh.length; unit++) {
		if (unit >= 0xd800 && unit <= 0xdbff) { fresh[unit] = 2; } else if (unit !== TATWEEL && letterOrDigit.test(String.fromCharCode(unit))) { fresh[unit] = 1; }
	}
	return fresh;
}

const isPairedLetter = (high: number, low: number): boolean => (low & 0xfc00) === 0xdc00 && letterOrDigit.test(String.fromCharCode(high, low));

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
	return lost === 0 ? 0 : Math.min(lost, countLetters(unitsOf(before)));
}

const lettersOf = (text: string): string[] => asciiDigits(fold(text.normalize('NFKC'))).match(/[\p{L}\p{N}]/gu) ?? [];
