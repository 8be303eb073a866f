import { remove } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { counted } from '../../text/quote.ts';
import { shift } from '../../text/range.ts';
import { defineRule, textRoles } from '../rule.ts';
import { trailingBlanks } from './_blanks.ts';

export const trailingBlank = defineRule({
	id: 'trailing-blank',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'A line ends with blanks.',
	why: 'Nobody sees them, and two copies of one paragraph differ by them.',
	details: 'Blanks of every kind count: tabs and no-break spaces too. A line of nothing but blanks is a blank line, see `blank-line`. Off by default: most real articles have such lines. Switch it on to clean a corpus at once.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.⟦ \\u00a0⟧\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.TrailingBlank, roles: textRoles },
	check(subject, report) {
		const blanks = trailingBlanks(subject);
		if (blanks === undefined) { return; }
		const range = shift(blanks, subject.start);
		report({
			range,
			message: `${counted(range.end - range.start, 'blank')} at the end of the line.`,
			isUnnecessary: true,
			fixes: [{ title: 'Delete the blanks', safety: 'safe', edits: [remove(range)] }],
		});
	},
});
