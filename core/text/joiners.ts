import { Kind, arabicKinds, invisibleKinds, isBlank, isInvisible, isKind, isLetter, kindsOf, wordKinds } from './kinds.ts';
import type { Language } from './language.ts';
import type { Range } from './range.ts';

/** Languages of Arabic script whose spelling needs U+200C between letters. */
const users: ReadonlySet<Language> = new Set(['fa', 'ur', 'ps', 'sd', 'ckb', 'ku', 'ug', 'pnb', 'ks', 'az']);
/** Those that never need it at the edge of a word; Kurdish and Uyghur texts do, behind heh. */
const strict: ReadonlySet<Language> = new Set(['fa', 'ur', 'ps', 'sd']);
/** Languages whose spelling has no joiners. German is not one of them: there U+200C keeps ligatures from forming. */
const strangers: ReadonlySet<Language> = new Set(['ar', 'he', 'en', 'fr', 'es', 'it', 'pt', 'nl', 'tr', 'id', 'ru', 'uk', 'bg']);

const ZWJ = 0x200d;
const mark = kindsOf(Kind.Mark);
const tatweel = kindsOf(Kind.Tatweel);
const otherLetter = kindsOf(Kind.OtherLetter);
const shapes = kindsOf(Kind.PresentationForm);
const unseen = invisibleKinds | kindsOf(Kind.Control, Kind.LineSeparator);
const punctuation = /^\p{P}$/u;
const closing = /^[)\]}»”’›"']$/u;
/** Signs that Persian joins to a suffix: ۲۰٪ U+200C ها. */
const joined = /^[%٪@#*]$/u;
/** How far a neighbour is looked for behind other invisible characters, and how long a word is followed. */
const REACH = 32;

export interface JoinerVerdict {
	/** True when the joiner should not be there at all, false when one of a run should stay. */
	readonly isWrong: boolean;
	/** What is wrong, to follow the name of the character in a sentence; no full stop. */
	readonly reason: string;
}

/** Whether a joiner between letters may be right in a language: it is in its spelling, or nobody knows. */
export const mayJoinInside = (language: Language): boolean => !strangers.has(language);

/** Judges a run of one and the same joiner (U+200C or U+200D); undefined where it is right, or where nobody can tell. */
export function joinerVerdict(text: string, run: Range, language: Language): JoinerVerdict | undefined {
	const before = neighbour(text, run.start - 1, -1);
	const after = neighbour(text, run.end, 1);
	if (isEmojiLike(before) || isEmojiLike(after) || needsJoiners(before) || needsJoiners(after)) { return undefined; }
	if (isKind(before, tatweel) || isKind(after, tatweel)) { return undefined; }
	if (!users.has(language) && !strangers.has(language)) { return undefined; }
	if (text.charCodeAt(run.start) === ZWJ && showsForm(text, run)) { return undefined; }
	const edge = edgeOf(before, after);
	if (edge !== undefined && (strict.has(language) || strangers.has(language))) { return { isWrong: true, reason: `stands ${edge}, where it joins and parts nothing` }; }
	if (strangers.has(language) && !isForeign(text, run, language)) { return { isWrong: true, reason: 'has no place in the spelling of this language' }; }
	const count = run.end - run.start;
	return count === 1 ? undefined : { isWrong: false, reason: `stands ${count} times in a row: one is enough` };
}

const prefixes: ReadonlySet<string> = new Set(['می', 'نمی', 'مي', 'نمي', 'بی', 'بي']);
const suffixes: ReadonlySet<string> = new Set(['ها', 'های', 'هاي', 'هایی', 'هايي', 'هایش', 'اند', 'ایم', 'ايم', 'اید', 'ايد', 'ترین', 'ترين']);
const LONGEST = 5;

/** True where Persian spelling asks for U+200C: behind a prefix (می…) or in front of a suffix (…ها). */
export function partsPersianWord(text: string, { start, end }: Range, language: Language): boolean {
	if (language !== 'fa') { return false; }
	let first = start;
	while (start - first <= LONGEST && isKind(text.charCodeAt(first - 1), arabicKinds)) { first--; }
	let last = end;
	while (last - end <= LONGEST && isKind(text.charCodeAt(last), arabicKinds)) { last++; }
	return first < start && end < last && (prefixes.has(text.slice(first, start)) || (start - first > 1 && suffixes.has(text.slice(end, last))));
}

/** The unit beside a joiner, other invisible characters, controls, line separators and tags left out; NaN at the edge of the line, U+FFFD for half a pair. */
function neighbour(text: string, from: number, step: 1 | -1): number {
	let at = from;
	for (let seen = 0; seen < REACH; seen++) {
		const next = isKind(text.charCodeAt(at), unseen) ? at + step : beyondTag(text, at, step);
		if (next === at) { break; }
		at = next;
	}
	const unit = text.charCodeAt(at);
	return isSurrogate(unit) && (text.codePointAt(step > 0 ? at : at - 1) ?? 0) <= 0xffff ? LONE : unit;
}

const tag = /^<\/?[a-z][^<>]*>$/iu;
const LONGEST_TAG = 60;
const LESS = 0x3c;
const GREATER = 0x3e;

/** What looks like a tag of HTML is other damage, and no neighbour: the place behind it in a direction, or the same place. */
function beyondTag(text: string, at: number, step: 1 | -1): number {
	if (text.charCodeAt(at) !== (step > 0 ? LESS : GREATER)) { return at; }
	const around = step > 0 ? text.slice(at, at + LONGEST_TAG) : text.slice(Math.max(0, at + 1 - LONGEST_TAG), at + 1);
	const found = step > 0 ? around.slice(0, around.indexOf('>') + 1) : around.slice(Math.max(0, around.lastIndexOf('<')));
	return tag.test(found) ? at + step * found.length : at;
}

const LONE = 0xfffd;
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Surrogates, variation selectors and the symbols that emoji are made of. */
const isEmojiLike = (unit: number): boolean =>
	isSurrogate(unit) || (unit >= 0xfe00 && unit <= 0xfe0f) || (unit >= 0x2190 && unit <= 0x2bff) || unit === 0x20e3;

/** Letters of Syriac, N’Ko, the scripts of India and whatever lies behind them. */
const needsJoiners = (unit: number): boolean => unit >= 0x700 && isKind(unit, otherLetter);

/** A joiner that shows a letter alone in a joined form, as the heh of Hijri years: there it is meant to be seen. */
function showsForm(text: string, { start, end }: Range): boolean {
	const isAlone = (at: number, step: 1 | -1): boolean => isKind(text.charCodeAt(at), arabicKinds & ~shapes) && !isKind(text.charCodeAt(at + step), arabicKinds | mark);
	if (!isLetter(text.charCodeAt(end)) && isAlone(start - 1, -1)) { return true; }
	return !isLetter(text.charCodeAt(start - 1)) && isAlone(end, 1);
}

/** What a joiner stands beside that is no part of a word; undefined inside a word. */
function edgeOf(before: number, after: number): string | undefined {
	if (isKind(before, inWord) && isKind(after, inWord)) { return undefined; }
	if (isWord(after) && isSign(before, closing)) { return undefined; }
	for (const unit of [before, after]) {
		if (Number.isNaN(unit)) { return 'at the edge of the line'; }
		if (isBlank(unit)) { return 'beside a blank'; }
		if (isSign(unit, punctuation) && !isSign(unit, joined)) { return 'beside punctuation'; }
	}
	return undefined;
}

/** Of what words are made of, all but the Greek ano teleia, which is punctuation to Unicode. */
const inWord = wordKinds & ~otherLetter;
const isWord = (unit: number): boolean => isKind(unit, wordKinds);
const isSign = (unit: number, signs: RegExp): boolean => !Number.isNaN(unit) && signs.test(String.fromCharCode(unit));

/** Of the shape of a letter: the letter, or the first of those it stands for. */
const unitOfLetter = (unit: number): number => (isKind(unit, shapes) ? String.fromCharCode(unit).normalize('NFKC').charCodeAt(0) : unit);

/** A word of another language or script than the article's, as far as letters tell, or one with Hebrew points. */
function isForeign(text: string, { start, end }: Range, language: Language): boolean {
	let hasArabic = false;
	for (const [from, step] of [[start - 1, -1], [end, 1]] as const) {
		for (let at = from, seen = 0; seen < REACH; at += step, seen++) {
			const unit = text.charCodeAt(at);
			if (!isWord(unit) && !isInvisible(unit)) { break; }
			if (language === 'he' && isKind(unit, mark)) { return true; }
			if (isKind(unit, arabicKinds)) {
				hasArabic = true;
				// The Arabic alphabet ends at U+064A; ک ی and all letters made for other languages lie behind it.
				if (unitOfLetter(unit) >= 0x66e) { return true; }
			}
		}
	}
	return hasArabic && language !== 'ar';
}
