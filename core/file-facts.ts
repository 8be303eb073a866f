import type { FileFacts } from './rules/rule.ts';
import { offsetBehind, type Edit } from './text/edit.ts';
import { firstAtLeast } from './text/sorted.ts';

/** The facts of an article behind edits that touch none of its ill-formed bytes; the place in the file is that before them. */
export function factsBehind(facts: FileFacts, edits: readonly Edit[]): FileFacts {
	const { illFormed } = facts;
	if (illFormed === undefined || edits.length === 0) { return facts; }
	return { ...facts, illFormed: { ...illFormed, units: Array.from(illFormed.units, unit => offsetBehind(edits, unit)) } };
}

/** What the facts of a text say of one of its articles, which lies at `[start, end)`. */
export function factsWithin({ isStart, illFormed }: FileFacts, start: number, end: number): FileFacts {
	const own = illFormed === undefined ? [] : Array.from(illFormed.units).slice(firstAtLeast(illFormed.units, start), firstAtLeast(illFormed.units, end));
	return { isStart: isStart && start === 0, illFormed: illFormed === undefined || own.length === 0 ? undefined : { ...illFormed, units: own.map(unit => unit - start) } };
}
