import { kindTable } from './kinds.ts';
import type { Range } from './range.ts';

/** Runs of units of the kinds; offsets in the text. With `isUniform` a run holds one and the same unit. */
export function runsOf(text: string, kinds: number, isUniform = false): Range[] {
	const runs: Range[] = [];
	let start = firstOf(text, kinds, 0);
	while (start < text.length) {
		const end = isUniform ? firstBut(text, text.charCodeAt(start), start + 1) : firstOf(text, ~kinds, start + 1);
		runs.push({ start, end });
		start = firstOf(text, kinds, end);
	}
	return runs;
}

/** The first offset from `from` on whose unit is of one of the kinds; the length of the text where there is none. */
export function firstOf(text: string, kinds: number, from: number): number {
	const kindOf = kindTable;
	let at = from;
	while (at < text.length && (kinds & (1 << (kindOf[text.charCodeAt(at)] as number))) === 0) { at++; }
	return at;
}

function firstBut(text: string, unit: number, from: number): number {
	let at = from;
	while (at < text.length && text.charCodeAt(at) === unit) { at++; }
	return at;
}

/** The first offset of `units[from, to)` whose unit a table has something for; `to` where there is none. A loop that does nothing else: V8 makes it three times as quick. */
export function nextIn(table: Readonly<Uint8Array>, units: Uint16Array, from: number, to: number): number {
	let at = from;
	while (at < to && table[units[at] as number] === 0) { at++; }
	return at;
}

/** How many units from `at` on are those from `other` on, at most so many. */
export function commonUnits(units: Uint16Array, at: number, other: number, most: number): number {
	let length = 0;
	while (length < most && units[at + length] === units[other + length]) { length++; }
	return length;
}
