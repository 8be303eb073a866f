import type { FileFacts } from './rules/rule.ts';
import type { Edit } from './text/edit.ts';
import { firstAtLeast } from './text/sorted.ts';

/** The facts of an article behind edits, disjoint and by position, that touch none of its ill-formed bytes; the place in the file is that before them. */
export function factsBehind(facts: FileFacts, edits: readonly Edit[]): FileFacts {
	const { illFormed } = facts;
	if (illFormed === undefined || edits.length === 0) { return facts; }
	let next = 0;
	let shift = 0;
	const units = Array.from(illFormed.units, unit => {
		for (let edit = edits[next]; edit !== undefined && edit.range.start <= unit; edit = edits[++next]) { shift += edit.text.length - (edit.range.end - edit.range.start); }
		return unit + shift;
	});
	return { ...facts, illFormed: { ...illFormed, units } };
}

/** What the facts of a text say of one of its articles, which lies at `[start, end)`. */
export function factsWithin({ isStart, illFormed }: FileFacts, start: number, end: number): FileFacts {
	const own = { isStart: isStart && start === 0 };
	if (illFormed === undefined) { return own; }
	const { units } = illFormed;
	const first = firstAtLeast(units, start);
	const length = firstAtLeast(units, end) - first;
	return length === 0 ? own : { ...own, illFormed: { ...illFormed, units: Array.from({ length }, (_, index) => (units[first + index] as number) - start) } };
}
