import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export const missingFinalNewline = defineRule({
	id: 'missing-final-newline',
	group: 'normalisation',
	severity: 'off',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'The last line of the dump has no line end.',
	why: 'The header of the next dump that is joined to it lands at the end of this line, and an article is lost.',
	details: 'Off by default: an editor may add it on saving (`files.insertFinalNewline`).',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.⟦⟧',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'article',
	check({ lines, length }, report) {
		if (lines.count === 0 || lines.isTerminated(lines.count - 1) || lines.isBlank(lines.count - 1)) { return; }
		report({
			range: { start: length, end: length },
			message: 'The last line has no line end: another dump joined to this one would lose its first header.',
			fixes: [{ title: 'End the last line', safety: 'safe', edits: [insert(length, '\n')] }],
		});
	},
});
