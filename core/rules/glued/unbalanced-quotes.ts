import { Kind, blankKinds, isDigit, isKind, isLetter, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { hidesSigns, signsOf } from './_signs.ts';

/** Signs that quote together; apostrophes do too much else. */
const families = ['"', '«»', '“”„'];

/** What the neighbours of a sign say: a word begins behind it, ends before it, or both or neither. */
type Shape = 'opening' | 'closing' | 'either';

interface Sign {
	/** Offset in the article. */
	readonly at: number;
	readonly shape: Shape;
	readonly isFirst: boolean;
	/** A digit stands before it: it may mean inches. */
	readonly isBehindDigit: boolean;
}

export const unbalancedQuotes = defineRule({
	id: 'unbalanced-quotes',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'A quotation begins and never ends, or ends and never began.',
	why: 'Who said what cannot be told; mostly a piece of the text is missing.',
	details: 'Looked at is the whole body: a quotation may go on over paragraphs, each of which may begin with a sign of its own. Counted are straight quotes, guillemets and curly quotes, each by themselves, whatever way they turn: »German«, „German“ and ”Swedish” ones are right. Where their number is odd, the first that its neighbours make an odd one out is reported, once a kind and article. Hebrew gershayim (`צה"ל`), inches (`15"`) and apostrophes are no quotes; neither are the signs of the lead, which is cut, and of related headlines.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nقال المدير ⟦"⟧وصل القطار صباحا. وأضاف "نشكر الجميع".\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nقال المدير "وصل القطار صباحا". وأضاف "نشكر الجميع".\n',
	}],
	on: 'article',
	check(article, report) {
		const signs = families.map((): Sign[] => []);
		for (const { character, text, start, at } of signsOf(article)) {
			const family = families.findIndex(each => each.includes(character));
			if (family < 0 || isGershayim(text, at)) { continue; }
			signs[family]?.push({ at: start + at, shape: shapeOf(text, at), isFirst: isFirst(text, at), isBehindDigit: isDigit(text.charCodeAt(at - 1)) });
		}
		const odds = signs.map(oddOne).filter(odd => odd !== undefined);
		if (odds.length === 0 || hidesSigns(article)) { return; }
		for (const odd of odds) {
			const range = { start: odd.at, end: odd.at + 1 };
			report({ range, message: `The quotation ${odd.isEnd ? 'that ends' : 'that begins'} with ${quoted(article.slice(range))} has no ${odd.isEnd ? 'beginning' : 'end'}: text may be missing.` });
		}
	},
});

/** The sign without a partner; undefined where their number is even. */
function oddOne(signs: readonly Sign[]): { readonly at: number; readonly isEnd: boolean } | undefined {
	let count = 0;
	let open: Sign | undefined;
	let odd: { readonly at: number; readonly isEnd: boolean } | undefined;
	for (const sign of signs) {
		// Each paragraph of a quotation may begin with a sign; behind a number that is not quoted, one means inches.
		if (open === undefined ? sign.isBehindDigit && sign.shape !== 'opening' : sign.isFirst && sign.shape === 'opening') { continue; }
		count++;
		if (open === undefined) {
			if (sign.shape === 'closing') { odd ??= { at: sign.at, isEnd: true }; } else { open = sign; }
		} else if (sign.shape === 'opening') {
			odd ??= { at: open.at, isEnd: false };
			open = sign;
		} else {
			open = undefined;
		}
	}
	return count % 2 === 0 ? undefined : odd ?? (open === undefined ? undefined : { at: open.at, isEnd: false });
}

const isWord = (text: string, at: number): boolean => isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at));
const isOpen = (text: string, at: number): boolean => at < 0 || at >= text.length || isKind(text.charCodeAt(at), blankKinds);

function shapeOf(text: string, at: number): Shape {
	const before = isOpen(text, at - 1);
	const after = isOpen(text, at + 1);
	if (before !== after) { return before ? 'opening' : 'closing'; }
	return isWord(text, at - 1) && !isWord(text, at + 1) ? 'closing' : !isWord(text, at - 1) && isWord(text, at + 1) ? 'opening' : 'either';
}

const isGershayim = (text: string, at: number): boolean => text.charAt(at) === '"' && isKind(text.charCodeAt(at - 1), kindsOf(Kind.Hebrew)) && isKind(text.charCodeAt(at + 1), kindsOf(Kind.Hebrew));

function isFirst(text: string, at: number): boolean {
	let start = at;
	while (start > 0 && isOpen(text, start - 1)) { start--; }
	return start === 0;
}
