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
		const { units } = article;
		if (!mayRepeat(units, lines, bodyLine)) { return; }
		const seen = new Map<string, number>();
		for (let line = bodyLine; line < lines.count; line++) {
			const slot = slotOf(units, lines, line);
			if (slot < 0 || metAgainIn[slot] !== articles || article.role(line) !== 'paragraph') { continue; }
			const text = article.lineText(line);
			const first = seen.get(text);
			if (first === undefined) { if (!item.test(text)) { seen.set(text, line); } continue; }
			const range = lines.range(line);
			const isAdjacent = lines.end(line - 1) - lines.start(line - 1) === text.length && article.lineText(line - 1) === text;
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

/** By slot: the article in which a line of the slot was met last, and the one in which a second was. */
const metIn = new Uint32Array(1 << 12);
const metAgainIn = new Uint32Array(metIn.length);
let articles = 0;

/** The same number for lines that are the same, by their length and some of their units; −1 for a line that is too short. */
function slotOf(units: Uint16Array, lines: Lines, line: number): number {
	const start = lines.start(line);
	const length = lines.end(line) - start;
	if (length < SHORTEST) { return -1; }
	const mixed = ((length * 31 + (units[start + 10] as number)) * 31 + (units[start + 30] as number)) * 31 + (units[start + 50] as number);
	return mixed & (metIn.length - 1);
}

/** False where no two lines share a slot; quick, because every article is asked. */
function mayRepeat(units: Uint16Array, lines: Lines, bodyLine: number): boolean {
	articles = (articles + 1) >>> 0;
	let may = false;
	for (let line = bodyLine; line < lines.count; line++) {
		const slot = slotOf(units, lines, line);
		if (slot < 0) { continue; }
		if (metIn[slot] === articles) { metAgainIn[slot] = articles; may = true; }
		metIn[slot] = articles;
	}
	return may;
}
