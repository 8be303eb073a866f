import { insert } from '../../text/edit.ts';
import { Pair } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

/** Letters of Arabic; Persian and Urdu ones tell that a word is not Arabic. */
const isLetter = (unit: number): boolean => (unit >= 0x621 && unit <= 0x63a) || (unit >= 0x641 && unit <= 0x64a);
/** Tanwin, vowels, shadda and sukun. */
const isVowel = (unit: number): boolean => unit >= 0x64b && unit <= 0x652;
const isPart = (unit: number): boolean => isLetter(unit) || isVowel(unit) || unit === 0x670;
/** Most units between the first letter of a word and its ending, and most letters of the next: what is longer is no text. */
const LONGEST = 30;

const TEH_MARBUTA = 0x629;
const FATHATAN = 0x64b;
const ALEF = 0x627;

export const gluedWords = defineRule({
	id: 'glued-words',
	group: 'glued',
	severity: 'warning',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Two Arabic words stand together without a blank: ة or a tanwin inside a word.',
	why: 'Where a line break or a tag was lost, two words became one that no dictionary has.',
	details: 'ة ends a word in Arabic, and so does اً, so letters behind them begin another. Persian (دایرةالمعارف) and Urdu spell otherwise and are left alone, as are lines of related headlines, where titles stand together without a blank: they are the concern of `glued-headlines`. The fix puts a blank in between; it is unsafe, because a full stop or a line end may have stood there.',
	languages: ['ar'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nجاء ذلك في الندوة ⟦العالميةفضلا⟧ عن غيرها.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nجاء ذلك في الندوة العالمية فضلا عن غيرها.\n',
	}],
	on: 'line',
	gate: { pairs: Pair.TehMarbutaLetter | Pair.MarkLetter, roles: ['title', 'title-copy', 'extra-title', 'lead', 'paragraph'] },
	check(line, report) {
		const { article, start, end, pairs } = line;
		// Without a header nobody knows which line holds related headlines.
		if (article.header === undefined) { return; }
		for (const { from, joint, to } of jointsIn(article.units, start, end, (pairs & Pair.TehMarbutaLetter) !== 0)) {
			const found = line.text.slice(from - start, to - start);
			const [first, second] = [found.slice(0, joint - from), found.slice(joint - from)];
			report({
				range: { start: from, end: to },
				message: `${quoted(found)} is two words: ${first.includes('\u0629') ? 'ة' : 'a tanwin'} ends ${quoted(first)}.`,
				fixes: [{ title: `Write ${quoted(`${first} ${second}`)}`, safety: 'unsafe', edits: [insert(joint, ' ')] }],
			});
		}
	},
});

/** Two words in one; offsets in the article. */
interface Joint {
	readonly from: number;
	/** Where the second begins. */
	readonly joint: number;
	readonly to: number;
}

/** @param isBare whether a letter stands right behind a ة: any other ة inside a word has a vowel */
function jointsIn(units: Uint16Array, from: number, to: number, isBare: boolean): Joint[] {
	const found: Joint[] = [];
	const last = to - 2;
	const next = isBare ? nextEnding : nextVowel;
	for (let at = next(units, from + 2, last); at < last; at = next(units, at + 1, last)) {
		if (!isPossible(units, at)) { continue; }
		let start = at;
		while (start > from && isPart(units[start - 1] as number)) { start--; }
		// Behind the word: what else it holds is looked at with it.
		while (at < to && isPart(units[at] as number)) { at++; }
		const joint = jointOf(units, start, at);
		if (joint !== undefined) { found.push(joint); }
	}
	return found;
}

/** The first ة or vowel of `units[from, to)`; `to` where there is none. */
function nextEnding(units: Uint16Array, from: number, to: number): number {
	let at = from;
	while (at < to && units[at] !== TEH_MARBUTA && !isVowel(units[at] as number)) { at++; }
	return at;
}

/** The first vowel alone, with one comparison a unit: what is less than the first becomes a large number. Most text comes through here. */
function nextVowel(units: Uint16Array, from: number, to: number): number {
	let at = from;
	while (at < to && ((units[at] as number) - 0x64b) >>> 0 > 0x652 - 0x64b) { at++; }
	return at;
}

/** Cheap to ask: behind most tanwins stands only their alef, and behind most ة a blank. */
function isPossible(units: Uint16Array, at: number): boolean {
	const next = units[at + 1] as number;
	if (units[at] === TEH_MARBUTA) { return isPart(next); }
	if (units[at - 1] === TEH_MARBUTA) { return true; }
	return units[at] === FATHATAN && (next === ALEF ? isLetter(units[at + 2] as number) : units[at - 1] === ALEF && isLetter(next));
}

/**
 * The last joint of `units[from, end)`, a word of three letters or more that ends in ة, or of two before اً, and two
 * letters or more behind it. Elsewhere a tanwin is a slip of the keyboard.
 */
function jointOf(units: Uint16Array, from: number, end: number): Joint | undefined {
	if (!isLetter(units[from] as number)) { return undefined; }
	for (let at = Math.min(from + 1 + LONGEST, end - 3); at >= from + 2; at--) {
		const joint = behindEnding(units, at);
		if (joint === at) { continue; }
		let to = joint;
		while (to < end && to - joint <= LONGEST && isLetter(units[to] as number)) { to++; }
		if (to - joint >= 2 && to - joint <= LONGEST) { return { from, joint, to }; }
	}
	return undefined;
}

/** The offset behind ة with its vowels, اً or ًا; the same where none begins. */
function behindEnding(units: Uint16Array, at: number): number {
	const unit = units[at];
	if (unit === TEH_MARBUTA) {
		let end = at + 1;
		while (isVowel(units[end] as number)) { end++; }
		return end;
	}
	const other = unit === ALEF ? FATHATAN : unit === FATHATAN ? ALEF : undefined;
	return other !== undefined && units[at + 1] === other ? at + 2 : at;
}
