import { isKind, kindTable } from './kinds.ts';
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

/** Offset of the first of `units[from, to)` that is of the kinds; −1 where none is. */
export function firstOfKind(units: Uint16Array, from: number, to: number, kinds: number): number {
	for (let at = from; at < to; at++) { if ((kinds & (1 << (kindTable[units[at] as number] as number))) !== 0) { return at; } }
	return -1;
}
