import { remove } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type Fix } from '../rule.ts';

/** Lines shorter than this are sub-headings, names and signatures, which may stand twice. */
const SHORTEST = 60;
/** An item of a numbered list, which may stand under two heads. */
const item = /^[ \u00a0]?[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}[.)\-–]/u;

export const repeatedParagraph = defineRule({
	id: 'repeated-paragraph',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'both',
	summary: 'A paragraph stands twice in one article.',
	why: 'What stands twice counts twice, in frequencies and in training; mostly a block of the page was read two times.',
	details: `Only identical lines of ${SHORTEST} characters or more count; the lead, which repeats its paragraph, does not, nor does an item of a numbered list. Deleting the second of two neighbours is safe, since the same text stands right before it; elsewhere it is unsafe, because an author may repeat a refrain.`,
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nتحركت القافلة من الميناء عند الفجر نحو الجبال.\nوصل القطار صباحا إلى المحطة الجديدة وسط المدينة في موعده المعلن.\n⟦وصل القطار صباحا إلى المحطة الجديدة وسط المدينة في موعده المعلن.⟧\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nتحركت القافلة من الميناء عند الفجر نحو الجبال.\nوصل القطار صباحا إلى المحطة الجديدة وسط المدينة في موعده المعلن.\n',
	}],
	on: 'article',
	check(article, report) {
		const { lines, bodyLine } = article;
		// Without a header nobody knows which lines are titles.
		if (article.header === undefined) { return; }
		if (!mayRepeat(lines, bodyLine)) { return; }
		const lengthOf = (line: number): number => lines.end(line) - lines.start(line);
		const lengths = new Map<number, number>();
		for (let line = bodyLine; line < lines.count; line++) { lengths.set(lengthOf(line), (lengths.get(lengthOf(line)) ?? 0) + 1); }
		const seen = new Map<string, number>();
		for (let line = bodyLine; line < lines.count; line++) {
			if (lengthOf(line) < SHORTEST || (lengths.get(lengthOf(line)) ?? 0) < 2 || article.role(line) !== 'paragraph') { continue; }
			const text = article.lineText(line);
			const first = seen.get(text);
			if (first === undefined) { if (!item.test(text)) { seen.set(text, line); } continue; }
			const range = lines.range(line);
			const isAdjacent = lengthOf(line - 1) === text.length && article.lineText(line - 1) === text;
			const fix: Fix = { title: 'Delete the repeated paragraph', safety: isAdjacent ? 'safe' : 'unsafe', edits: [remove({ start: lines.start(line), end: lines.next(line) })] };
			report({
				range,
				message: `This paragraph stands in line ${first + 1} of the article already: ${quoted(text)}.`,
				isUnnecessary: true,
				related: [{ range: lines.range(first), message: 'The same paragraph' }],
				fixes: [fix],
			});
		}
	},
});

/** By the last bits of a line's length: the article in which it was met last. */
const metIn = new Uint32Array(1 << 12);
let articles = 0;

/** False where no two lines are of one length; quick, because every article is asked. */
function mayRepeat(lines: Lines, bodyLine: number): boolean {
	articles = (articles + 1) >>> 0;
	for (let line = bodyLine; line < lines.count; line++) {
		const length = lines.end(line) - lines.start(line);
		if (length < SHORTEST) { continue; }
		const slot = length & (metIn.length - 1);
		if (metIn[slot] === articles) { return true; }
		metIn[slot] = articles;
	}
	return false;
}
