import { digitKinds, isKind } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { Family, hidesSigns, isWord, signsOf } from './_signs.ts';

/** One of the shapes, see {@link shapeOf}. */
const ROUND = 1;

export const unbalancedBrackets = defineRule({
	id: 'unbalanced-brackets',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'A bracket is opened and never closed, or closed and never opened.',
	why: 'Mostly a piece of the text is missing, or two pieces were glued together.',
	details: 'Looked at is the whole body, not the line, since a remark in brackets may go on in the next paragraph; the lead, which is cut, and related headlines are left out. Enumerators as `1)`, `أ)`, `a)` or `الف)`, and smileys, are no brackets.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار ⟦(⟧وهو الأول من نوعه إلى المحطة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار (وهو الأول من نوعه) إلى المحطة لسببين: 1) السرعة 2) السعة.\n',
	}],
	on: 'article',
	check(article, report) {
		const { places, families } = signsOf(article);
		if ((families & Family.Bracket) === 0) { return; }
		const { units } = article;
		/** Offsets of the brackets that are open. */
		const open: number[] = [];
		/** How many of each shape are open: whether a closing one has a partner is known without a search. */
		const counts = [0, 0, 0, 0];
		const alone: number[] = [];
		for (const at of places) {
			const unit = units[at] as number;
			const shape = shapeOf(unit);
			if (shape === 0) { continue; }
			if (isOpening(unit)) {
				if (isSmiley(units, at)) { continue; }
				open.push(at);
				counts[shape] = (counts[shape] ?? 0) + 1;
				continue;
			}
			if (counts[shape] === 0) {
				if (!isSmiley(units, at) && !(shape === ROUND && isEnumerator(units, at))) { alone.push(at); }
				continue;
			}
			for (let last = open.pop(); last !== undefined; last = open.pop()) {
				const other = shapeOf(units[last] as number);
				counts[other] = (counts[other] ?? 0) - 1;
				if (other === shape) { break; }
				alone.push(last);
			}
		}
		for (const at of open) { alone.push(at); }
		if (alone.length === 0 || hidesSigns(article)) { return; }
		for (const at of alone.sort((a, b) => a - b)) {
			const bracket = units[at] as number;
			report({ range: { start: at, end: at + 1 }, message: `${quoted(String.fromCharCode(bracket))} is ${isOpening(bracket) ? 'opened and never closed' : 'closed and never opened'} in the article: text may be missing.` });
		}
	},
});

/** Whether a bracket is round, square or curly, 1 to 3; 0 for another sign. */
function shapeOf(unit: number): number {
	switch (unit) {
		case 0x28: case 0x29: return ROUND;
		case 0x5b: case 0x5d: return 2;
		case 0x7b: case 0x7d: return 3;
		default: return 0;
	}
}

const isOpening = (unit: number): boolean => unit === 0x28 || unit === 0x5b || unit === 0x7b;

const HYPHEN = 0x2d;
const COLON = 0x3a;
const SEMICOLON = 0x3b;

function isSmiley(units: Uint16Array, at: number): boolean {
	const eyes = units[units[at - 1] === HYPHEN ? at - 2 : at - 1];
	return (eyes === COLON || eyes === SEMICOLON) && !isWord(units[at + 1]);
}

/** Up to three digits or two letters behind a blank or at the start of the line, or الف. */
function isEnumerator(units: Uint16Array, at: number): boolean {
	let start = at;
	while (at - start < 4 && isWord(units[start - 1])) { start--; }
	const length = at - start;
	const most = isKind(units[start] as number, digitKinds) || isFirstLetter(units, start) ? 3 : 2;
	return length > 0 && length <= most && !isWord(units[start - 1]);
}

/** The name of the first letter, by which Persian and Urdu begin their lists. */
const isFirstLetter = (units: Uint16Array, at: number): boolean => units[at] === 0x627 && units[at + 1] === 0x644 && units[at + 2] === 0x641;
