import { bidiControlsIn, isOverride, reachOf, type BidiControl } from '../../text/bidi.ts';
import { characterName } from '../../text/characters.ts';
import { remove } from '../../text/edit.ts';
import { Kind, Pair, kindsOf } from '../../text/kinds.ts';
import { counted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';

export const bidiOverride = defineRule({
	id: 'bidi-override',
	group: 'invisible',
	severity: 'error',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'An override forces characters into one direction, whatever they are.',
	why: 'What a reader sees is not what a program reads: words show with their letters in reverse order, and text can be made to look like other text.',
	details: 'One problem for an override and all overrides nested in it. The fix deletes them with the U+202C that end them; controls that belong to others stay paired. It is unsafe because the text may have been typed in the order in which it was to be seen: read it after the fix.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nافتتاح المتحف\nافتتاح المتحف\nكتب على اللوحة ⟦\\u202d⟧متحف المدينة\\u202c عند المدخل.\n',
		good: ' date 2025-03-04 https://example.com/a\nافتتاح المتحف\nافتتاح المتحف\nكتب على اللوحة \\u2067متحف المدينة\\u2069 عند المدخل.\n',
	}, {
		bad: ' date 2025-03-04 https://example.com/a\nNew museum opens\nNew museum opens\nThe sign read ⟦\\u202e\\u202e⟧museum\\u202c\\u202c above the door.\n',
		good: ' date 2025-03-04 https://example.com/a\nNew museum opens\nNew museum opens\nThe sign read museum above the door.\n',
	}],
	on: 'line',
	gate: { kinds: kindsOf(Kind.BidiOverride), roles: textRoles },
	check({ text, start, pairs }, report) {
		if ((pairs & Pair.Invisible) !== 0) { return; }
		for (const group of groupsOf(text)) {
			const [first] = group;
			if (first === undefined) { continue; }
			const inner = group.length - 1;
			const offsets = group.flatMap(({ at, partner }) => (partner < 0 ? [at] : [at, partner])).sort((a, b) => a - b);
			const nested = inner === 0 ? '' : ` (with ${counted(inner, 'override')} inside it)`;
			const scope = first.partner < 0 ? reachOf(text, first) : 'the text up to its end';
			report({
				range: { start: start + first.at, end: start + first.at + adjacent(group) },
				message: `${characterName(first.unit)}${nested} forces ${scope} into one direction: what is read is not what is written.`,
				fixes: [{
					title: inner === 0 ? 'Delete the override and its end' : `Delete ${counted(group.length, 'override')} and their ends`,
					safety: 'unsafe',
					edits: spansOf(offsets).map(span => remove({ start: start + span.start, end: start + span.end })),
				}],
			});
		}
	},
});

/** Each outermost override of a line, with those nested in it. */
function groupsOf(text: string): BidiControl[][] {
	const groups: BidiControl[][] = [];
	for (const control of bidiControlsIn(text)) {
		if (!isOverride(control.unit)) { continue; }
		if (control.override < 0) { groups.push([control]); } else { groups.at(-1)?.push(control); }
	}
	return groups;
}

/** How many controls at the start of the group stand side by side. */
function adjacent(group: readonly BidiControl[]): number {
	const first = group[0]?.at ?? 0;
	let count = 1;
	while (group[count]?.at === first + count) { count++; }
	return count;
}

/** Ascending offsets as spans of neighbours. */
function spansOf(offsets: readonly number[]): { readonly start: number; readonly end: number }[] {
	const spans: { start: number; end: number }[] = [];
	for (const at of offsets) {
		const last = spans.at(-1);
		if (last?.end === at) { last.end = at + 1; } else { spans.push({ start: at, end: at + 1 }); }
	}
	return spans;
}
