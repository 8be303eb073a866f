import { remove } from '../../text/edit.ts';
import { Kind, Pair, isKind, kindsOf } from '../../text/kinds.ts';
import { counted } from '../../text/quote.ts';
import { defineRule, textRoles } from '../rule.ts';
import { insideBlanks } from './_blanks.ts';

const blank = kindsOf(Kind.Blank);

export const repeatedBlank = defineRule({
	id: 'repeated-blank',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'Several blanks stand in a row.',
	why: 'Two copies of one sentence differ by them, and tools that cut at single blanks make empty words.',
	details: 'Plain blanks (U+0020) inside a line count; those at its edges are the concern of `leading-blank` and `trailing-blank`, other kinds that of `unusual-space`. Off by default.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار ⟦  ⟧صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.RepeatedBlank, roles: textRoles },
	check(subject, report) {
		const { text, start } = subject;
		const inside = insideBlanks(subject);
		for (let at = inside.start; at < inside.end; at++) {
			if (!isKind(text.charCodeAt(at), blank)) { continue; }
			let end = at + 1;
			while (end < inside.end && isKind(text.charCodeAt(end), blank)) { end++; }
			if (end - at > 1) {
				const range = { start: start + at + 1, end: start + end };
				report({
					range,
					message: `${counted(end - at, 'blank')} in a row: one is enough.`,
					isUnnecessary: true,
					fixes: [{ title: 'Keep one blank', safety: 'safe', edits: [remove(range)] }],
				});
			}
			at = end;
		}
	},
});
