import { describeCharacter } from '../text/characters.ts';
import { Kind, isKind, kindsOf } from '../text/kinds.ts';
import type { Range } from '../text/range.ts';

const hiddenKinds = kindsOf(Kind.UnusualSpace, Kind.ZeroWidth, Kind.Joiner, Kind.BidiMark, Kind.BidiPaired, Kind.BidiOverride, Kind.Control, Kind.LineSeparator, Kind.Replacement, Kind.PrivateUse);

/** Invisible or unusual characters in a row, as one chip shows them. */
export interface HiddenRun extends Range {
	/** `RLM`, `NBSP ×4`, `RLE PDF LRM …` */
	readonly name: string;
	/** What each of them is and does, one line a kind. */
	readonly title: string;
}

/** Different characters a chip names before it says “…”. */
const NAMED = 3;

/** The runs of a text, by position. Ten thousand controls in a row are one run: a reader wants to know, not to count. */
export function hiddenRuns(text: string): HiddenRun[] {
	const runs: HiddenRun[] = [];
	let at = 0;
	while (at < text.length) {
		if (!isKind(text.charCodeAt(at), hiddenKinds)) { at++; continue; }
		const start = at;
		while (at < text.length && isKind(text.charCodeAt(at), hiddenKinds)) { at++; }
		runs.push(runOf(text, start, at));
	}
	return runs;
}

function runOf(text: string, start: number, end: number): HiddenRun {
	const counts = new Map<number, number>();
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		counts.set(unit, (counts.get(unit) ?? 0) + 1);
	}
	const names: string[] = [];
	const titles: string[] = [];
	for (const [unit, count] of counts) {
		const found = describeCharacter(unit);
		const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
		const times = count > 1 ? ` ×${count}` : '';
		if (names.length < NAMED) { names.push(`${found?.abbreviation ?? code}${times}`); }
		titles.push(found === undefined ? `${code}${times}` : `${found.code} ${found.name}${times}. ${found.effect}`);
	}
	return { start, end, name: names.join(' ') + (counts.size > NAMED ? ' …' : ''), title: titles.join('\n') };
}
