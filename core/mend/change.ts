import type { Pass } from '../fix.ts';
import { ruleById } from '../rules/all.ts';
import { minimalEdit, type Edit } from '../text/edit.ts';
import { lettersLost, sizeOf } from '../text/letters.ts';
import { unitsOf } from '../text/source.ts';

/** How much edits change; characters are code points, without those at either end of an edit that stay the same. */
export interface Amount {
	/** Characters taken out and put in. */
	removed: number;
	added: number;
	/** Of those taken out: how many have others in their place. */
	changed: number;
}

export const newAmount = (): Amount => ({ removed: 0, added: 0, changed: 0 });

export function addAmount(sum: Amount, { removed, added, changed }: Amount): void {
	sum.removed += removed;
	sum.added += added;
	sum.changed += changed;
}

/** What edits of a text change. */
export function amountOf(text: string, edits: readonly Edit[]): Amount {
	const sum = newAmount();
	for (const { range, text: after } of edits) {
		const before = text.slice(range.start, range.end);
		const least = minimalEdit(before, after);
		if (least === undefined) { continue; }
		const removed = codePoints(before.slice(least.range.start, least.range.end));
		const added = codePoints(least.text);
		addAmount(sum, { removed, added, changed: Math.min(removed, added) });
	}
	return sum;
}

/**
 * Letters and digits that a fix of a rule takes out and puts in nowhere, see {@link lettersLost}: of all its edits
 * together, because a fix may move text. A rule that keeps the text loses none.
 */
export function lettersLostBy(rule: string, text: string, edits: readonly Edit[]): number {
	if (ruleById(rule)?.keepsText === true || edits.every(({ range }) => range.start === range.end)) { return 0; }
	return lettersLost(edits.map(({ range }) => text.slice(range.start, range.end)).join('\n'), edits.map(edit => edit.text).join('\n'));
}

/** Where an offset in the text behind some passes was in front of them; inside what they put in: where that stands. */
export function offsetBefore(offset: number, passes: readonly Pass[]): number {
	return passes.reduceRight((at, { fixes }) => {
		let shift = 0;
		for (const { range, text } of fixes.flatMap(({ edits }) => edits)) {
			const start = range.start + shift;
			if (at < start) { break; }
			if (at < start + text.length) { return range.start; }
			shift += text.length - (range.end - range.start);
		}
		return at - shift;
	}, offset);
}

const codePoints = (text: string): number => sizeOf(unitsOf(text)).characters;
