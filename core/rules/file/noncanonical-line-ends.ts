import { replace, type Edit } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { counted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const noncanonicalLineEnds = defineRule({
	id: 'noncanonical-line-ends',
	group: 'file',
	severity: 'information',
	since: '0.1.0',
	fix: 'always',
	safety: 'safe',
	summary: 'Lines end in CRLF or CR instead of LF.',
	why: 'Tools that cut at LF keep a CR at the end of every line, so equal lines of two dumps differ; a file of mixed ends is cut differently by every tool.',
	details: 'One problem an article, at its first such line. Only who reads the bytes can tell, so the command line reports it and an editor, which shows one kind of line end for a whole file, does not.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a⟦\\u000d\n⟧وصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\\u000d\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار صباحا.\n',
	}],
	on: 'bytes',
	check({ article: { lines } }, report) {
		const edits: Edit[] = [];
		let pairs = 0;
		for (let line = 0; line < lines.count; line++) {
			if ((lines.pairs(line) & Pair.CarriageReturn) === 0) { continue; }
			const range = { start: lines.end(line), end: lines.next(line) };
			if (range.end - range.start === 2) { pairs++; }
			edits.push(replace(range, '\n'));
		}
		const [first] = edits;
		if (first === undefined) { return; }
		const ends = pairs === edits.length ? 'CRLF' : pairs === 0 ? 'CR' : 'CRLF or CR';
		report({
			range: first.range,
			message: `${edits.length} of ${counted(lines.count, 'line')} end in ${ends} instead of LF: tools that cut at LF keep the CR in the text.`,
			fixes: [{ title: 'End all lines of the article in LF', safety: 'safe', edits }],
		});
	},
});
