import { Kind, blankKinds, invisibleKinds, isDigit, isKind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';
import { Family, familyOf, hidesSigns, isWord, signsOf } from './_signs.ts';

const quotes = [Family.Straight, Family.Guillemet, Family.Curly] as const;

/** What the neighbours of a sign say: a word begins behind it, ends before it, or both or neither. */
type Shape = 'opening' | 'closing' | 'either';

export const unbalancedQuotes = defineRule({
	id: 'unbalanced-quotes',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'A quotation begins and never ends, or ends and never began.',
	why: 'Who said what cannot be told; mostly a piece of the text is missing.',
	details: 'Looked at is the whole body: a quotation may go on over paragraphs, each of which may begin with a sign of its own. Counted are straight quotes, guillemets and curly quotes, each by themselves, whatever way they turn: »German«, „German“ and ”Swedish” ones are right. Where their number is odd, the first that its neighbours make an odd one out is reported, once a kind and article. Hebrew gershayim (`צה"ל`) but not a quotation behind a prefix (`ה"שכנה"`), inches (`15"`) and apostrophes are no quotes; neither are the signs of the lead, which is cut, and of related headlines.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nقال المدير ⟦"⟧وصل القطار صباحا. وأضاف "نشكر الجميع".\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nقال المدير "وصل القطار صباحا". وأضاف "نشكر الجميع".\n',
	}],
	on: 'article',
	check(article, report) {
		const { places, families } = signsOf(article);
		const { units } = article;
		for (const family of quotes) {
			const odd = (families & family) === 0 ? undefined : oddOne(units, places, family);
			if (odd === undefined) { continue; }
			if (hidesSigns(article)) { return; }
			const range = { start: odd.at, end: odd.at + 1 };
			report({ range, message: `The quotation ${odd.isEnd ? 'that ends' : 'that begins'} with ${quoted(article.slice(range))} has no ${odd.isEnd ? 'beginning' : 'end'}: text may be missing.` });
		}
	},
});

/** The sign of a family without a partner; undefined where their number is even. */
function oddOne(units: Uint16Array, signs: readonly number[], family: number): { readonly at: number; readonly isEnd: boolean } | undefined {
	let count = 0;
	let open = NONE;
	let odd: { readonly at: number; readonly isEnd: boolean } | undefined;
	for (let index = 0; index < signs.length; index++) {
		const at = signs[index] as number;
		if (familyOf[units[at] as number] !== family) { continue; }
		// A quotation behind a prefix, as in ה"שכנה", has an end that nothing else begins.
		if (isGershayim(units, at) && (open !== NONE || !isBehindPrefix(units, at) || !endsSoon(units, signs, index + 1))) { continue; }
		const shape = shapeOf(units, at);
		// Each paragraph of a quotation may begin with a sign; behind a number that is not quoted, one means inches.
		if (open === NONE ? shape !== 'opening' && isDigit(units[at - 1] ?? 0) : shape === 'opening' && isFirst(units, at)) { continue; }
		count++;
		if (open === NONE) {
			if (shape === 'closing') { odd ??= { at, isEnd: true }; } else { open = at; }
		} else if (shape === 'opening') {
			odd ??= { at: open, isEnd: false };
			open = at;
		} else {
			open = NONE;
		}
	}
	return count % 2 === 0 ? undefined : odd ?? (open === NONE ? undefined : { at: open, isEnd: false });
}

const NONE = -1;
/** Signs that are looked at for the end of a quotation behind a prefix. */
const NEAR = 8;

/** Whether the next straight quote from an index on that is surely none of the gershayim ends a word. */
function endsSoon(units: Uint16Array, signs: readonly number[], from: number): boolean {
	let seen = 0;
	for (let index = from; index < signs.length && seen < NEAR; index++) {
		const at = signs[index] as number;
		if (units[at] !== QUOTE) { continue; }
		if (!isGershayim(units, at)) { return shapeOf(units, at) === 'closing'; }
		if (isBehindPrefix(units, at)) { seen++; }
	}
	return false;
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

const isEdge = (unit: number | undefined): boolean => unit === undefined || unit === LF || unit === CR;
/** The edge of the paragraph, or a blank. */
const isOpen = (unit: number | undefined): boolean => isEdge(unit) || isKind(unit ?? 0, blankKinds);

function shapeOf(units: Uint16Array, at: number): Shape {
	const before = units[at - 1];
	const after = units[at + 1];
	if (isOpen(before) !== isOpen(after)) { return isOpen(before) ? 'opening' : 'closing'; }
	return isWord(before) && !isWord(after) ? 'closing' : !isWord(before) && isWord(after) ? 'opening' : 'either';
}

const hebrew = kindsOf(Kind.Hebrew);
const isHebrew = (unit: number | undefined): boolean => unit !== undefined && isKind(unit, hebrew);

/** Other damage inside a word is looked past. */
const isGershayim = (units: Uint16Array, at: number): boolean => units[at] === QUOTE && isHebrew(units[seenAt(units, at - 1, -1)]) && isHebrew(units[seenAt(units, at + 1, 1)]);

const prefixes = new Set(Array.from('הבלמשוכ', letter => letter.charCodeAt(0)));
/** Letters behind gershayim are fewer, unless the word has a suffix. */
const LONG = 3;

/** Whether one or two letters that are prefixes stand in front, and a word behind. */
function isBehindPrefix(units: Uint16Array, at: number): boolean {
	let start = at;
	while (at - start < 3 && isHebrew(units[start - 1])) { start--; if (!prefixes.has(units[start] as number)) { return false; } }
	let end = at + 1;
	while (end - at <= LONG && isHebrew(units[end])) { end++; }
	return at - start <= 2 && !isWord(units[start - 1]) && end - at > LONG;
}

const damage = invisibleKinds | kindsOf(Kind.Control, Kind.PrivateUse, Kind.Surrogate);
const LESS = 0x3c;
const GREATER = 0x3e;
const LONGEST_TAG = 60;

/** The first place in a direction that holds neither damage nor a tag. */
function seenAt(units: Uint16Array, from: number, step: 1 | -1): number {
	let at = from;
	while (isKind(units[at] ?? 0x20, damage)) { at += step; }
	if (units[at] !== (step > 0 ? LESS : GREATER)) { return at; }
	const [first, limit] = [at, at + step * LONGEST_TAG];
	while (at !== limit && at >= 0 && at < units.length && units[at] !== (step > 0 ? GREATER : LESS)) { at += step; }
	return at === limit ? first : at + step;
}

/** Whether only blanks stand in front of a sign in its paragraph. */
function isFirst(units: Uint16Array, at: number): boolean {
	let before = at - 1;
	while (isKind(units[before] ?? 0, blankKinds)) { before--; }
	return isEdge(units[before]);
}
