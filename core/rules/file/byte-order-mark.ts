import { remove } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

const MARK = '\ufeff';

export const byteOrderMark = defineRule({
	id: 'byte-order-mark',
	group: 'file',
	severity: 'information',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'The file begins with a byte order mark (U+FEFF).',
	why: 'UTF-8 needs none. Joined to another file it lands in the middle of the text, and programs that compare the first line miss the header.',
	details: 'Only who reads the bytes can see it, so the command line reports it and an editor, which takes it off before anybody sees the text, does not.',
	examples: [{
		bad: '⟦\\ufeff⟧ date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'bytes',
	check({ article, isStart }, report) {
		const range = { start: 0, end: 1 };
		if (!isStart || article.slice(range) !== MARK) { return; }
		report({
			range,
			message: 'The file begins with a byte order mark, which UTF-8 does not need: delete it.',
			isUnnecessary: true,
			fixes: [{ title: 'Delete the byte order mark', safety: 'safe', edits: [remove(range)] }],
		});
	},
});
