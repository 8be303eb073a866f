import { isKind } from './kinds.ts';
import type { Range } from './range.ts';

/** Runs of units of the kinds; offsets in the text. With `isUniform` a run holds one and the same unit. */
export function runsOf(text: string, kinds: number, isUniform = false): Range[] {
	const runs: Range[] = [];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (!isKind(unit, kinds)) { continue; }
		let end = at + 1;
		while (end < text.length && (isUniform ? text.charCodeAt(end) === unit : isKind(text.charCodeAt(end), kinds))) { end++; }
		runs.push({ start: at, end });
		at = end - 1;
	}
	return runs;
}

/** How many units from `at` on are those from `other` on, at most so many. */
export function commonUnits(units: Uint16Array, at: number, other: number, most: number): number {
	let length = 0;
	while (length < most && units[at + length] === units[other + length]) { length++; }
	return length;
}
