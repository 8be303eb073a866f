import { isDigit, isLetter } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { hidesSigns, signsOf } from './_signs.ts';

const OPENING = '([{';
const CLOSING = ')]}';

export const unbalancedBrackets = defineRule({
	id: 'unbalanced-brackets',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'A bracket is opened and never closed, or closed and never opened.',
	why: 'Mostly a piece of the text is missing, or two pieces were glued together.',
	details: 'Looked at is the whole body, not the line, since a remark in brackets may go on in the next paragraph; the lead, which is cut, and related headlines are left out. Enumerators as `1)`, `أ)` or `a)`, and smileys, are no brackets.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار ⟦(⟧وهو الأول من نوعه إلى المحطة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار (وهو الأول من نوعه) إلى المحطة لسببين: 1) السرعة 2) السعة.\n',
	}],
	on: 'article',
	check(article, report) {
		const open: { readonly kind: number; readonly at: number }[] = [];
		/** How many of each kind are open: whether a closing one has a partner is known without a search. */
		const counts = [0, 0, 0];
		const alone: number[] = [];
		for (const { character, text, start, at } of signsOf(article)) {
			const opening = OPENING.indexOf(character);
			if (opening >= 0) {
				if (isSmiley(text, at)) { continue; }
				open.push({ kind: opening, at: start + at });
				counts[opening] = (counts[opening] ?? 0) + 1;
				continue;
			}
			const closing = CLOSING.indexOf(character);
			if (closing < 0) { continue; }
			if (counts[closing] === 0) {
				if (!isSmiley(text, at) && !(character === ')' && isEnumerator(text, at))) { alone.push(start + at); }
				continue;
			}
			for (let last = open.pop(); last !== undefined; last = open.pop()) {
				counts[last.kind] = (counts[last.kind] ?? 0) - 1;
				if (last.kind === closing) { break; }
				alone.push(last.at);
			}
		}
		alone.push(...open.map(each => each.at));
		if (alone.length === 0 || hidesSigns(article)) { return; }
		for (const at of alone.sort((a, b) => a - b)) {
			const bracket = article.slice({ start: at, end: at + 1 });
			report({ range: { start: at, end: at + 1 }, message: `${quoted(bracket)} is ${OPENING.includes(bracket) ? 'opened and never closed' : 'closed and never opened'} in the article: text may be missing.` });
		}
	},
});

const isSmiley = (text: string, at: number): boolean => ':;'.includes(text.charAt(text[at - 1] === '-' ? at - 2 : at - 1) || ' ') && !isWord(text, at + 1);

/** Up to three digits or two letters behind a blank, or at the start of the line. */
function isEnumerator(text: string, at: number): boolean {
	let start = at;
	while (at - start < 4 && isWord(text, start - 1)) { start--; }
	const length = at - start;
	return length > 0 && length <= (isDigit(text.charCodeAt(start)) ? 3 : 2) && !isWord(text, start - 1);
}

const isWord = (text: string, at: number): boolean => isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at));
