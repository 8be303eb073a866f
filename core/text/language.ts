import type { Direction } from './direction.ts';
import { Kind, isKind, kindTable, kindsOf, letterKinds } from './kinds.ts';
import { classPoints, classScripts, letterClasses } from './letter-classes.ts';
import { commonestScript, scriptNames, scripts, type Script } from './script.ts';
import { unitsOf } from './source.ts';
import { EMPTY_HASH, LONGEST_WORD, hashed, languages, wordsOf } from './telltales.ts';

/** BCP 47 primary subtag, or `und` where the text does not tell. */
export type Language = string;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'sd', 'ug', 'ckb', 'yi', 'dv', 'syr', 'nqo', 'pnb', 'ks']);

export const directionOfLanguage = (language: Language): Direction => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

/** UTF-16 units that are enough to tell a language; what follows is not read. */
const SAMPLE = 4000;
/** Nearly every article is clear by so many units; only the others are read as far as {@link SAMPLE}. */
const GLANCE = 600;

/**
 * Guesses the language of a text: its commonest script first; then, where several languages share the script, their
 * telltale letters and commonest words. `und` where nothing tells. Linear; reads at most the first 4,000 UTF-16 units.
 */
export const languageOf = (text: string): Language => languageOfUnits(unitsOf(text.slice(0, SAMPLE)), 0, Math.min(text.length, SAMPLE));

/** As {@link languageOf}, of `units[from, to)`. */
export function languageOfUnits(units: Uint16Array, from: number, to: number): Language {
	const end = Math.min(to, from + SAMPLE);
	const glanceEnd = Math.min(end, from + GLANCE);
	const glance = guess(units, from, glanceEnd);
	return glance.isClear || glanceEnd === end ? glance.language : guess(units, from, end).language;
}

interface Guess {
	readonly language: Language;
	/** One script has nearly all letters, and no other language has half as many points. */
	readonly isClear: boolean;
}

function guess(units: Uint16Array, from: number, to: number): Guess {
	countLetters(units, from, to);
	const script = commonestScript(scriptCounts);
	if (script === undefined) { return { language: 'und', isClear: false }; }
	let letters = 0;
	for (let number = 0; number < scriptCounts.length; number++) { letters += scriptCounts[number] as number; }
	const isPure = (scriptCounts[scriptNames.indexOf(script)] ?? 0) * 10 >= letters * 9;
	const only = scripts[script];
	if (only !== undefined) { return { language: only, isClear: isPure }; }
	scores.fill(0);
	classPoints.addTo(scores, letterCounts);
	const byLetters = best(script, isPure, CLEAR_BY_LETTERS);
	if (byLetters.isClear) { return byLetters; }
	// The second half, where no titles are, is mostly enough.
	let middle = from + ((to - from) >> 1);
	while (middle < to && isKind(units[middle] as number, inWord)) { middle++; }
	countWords(units, middle, to, script);
	const byHalf = best(script, isPure, CLEAR);
	if (byHalf.isClear) { return byHalf; }
	countWords(units, from, middle, script);
	return best(script, isPure, CLEAR);
}

/** Share of each script among the letters of a text, the commonest first; empty where there are no letters. */
export function scriptsOf(text: string): ReadonlyMap<Script, number> {
	countLetters(unitsOf(text), 0, text.length);
	const all = scriptCounts.reduce((sum, count) => sum + count, 0);
	const found = scriptNames.map((name, number) => [name, scriptCounts[number] as number] as const).filter(([, count]) => count > 0);
	return new Map(found.sort(([, a], [, b]) => b - a).map(([script, count]) => [script, count / all]));
}

/** By number of the script; filled anew by every count, as are the others below: an article is asked in a few microseconds. */
const scriptCounts = new Uint32Array(scriptNames.length);
const letterCounts = new Uint32Array(classPoints.size);
let wordCounts = new Uint16Array(0);
const scores = new Float64Array(languages.length);

/** Counts the letters of each class, and of each script. */
function countLetters(units: Uint16Array, from: number, to: number): void {
	countClasses(units, from, to);
	scriptCounts.fill(0);
	for (let each = 1; each < letterCounts.length; each++) {
		const script = classScripts[each] as number;
		scriptCounts[script] = (scriptCounts[script] as number) + (letterCounts[each] as number);
	}
}

function countClasses(units: Uint16Array, from: number, to: number): void {
	// Bundlers make variables of constants: read once here, and not for every unit.
	const classOf = letterClasses;
	const counts = letterCounts;
	counts.fill(0);
	for (let at = from; at < to; at++) { (counts[classOf[units[at] as number] as number] as number)++; }
}

const inWord = letterKinds | kindsOf(Kind.Mark, Kind.Tatweel);

/** Adds to `scores` what the commonest words of each language are worth. */
function countWords(units: Uint16Array, from: number, to: number, script: Script): void {
	const known = wordsOf(script);
	if (wordCounts.length < known.points.size) { wordCounts = new Uint16Array(known.points.size); }
	wordCounts.fill(0);
	const kindOf = kindTable;
	let at = from;
	while (at < to) {
		const start = at;
		let hash = EMPTY_HASH;
		// A word begins with a letter.
		let kinds = letterKinds;
		for (; at < to; at++) {
			const unit = units[at] as number;
			if ((kinds & (1 << (kindOf[unit] as number))) === 0) { break; }
			hash = hashed(hash, unit);
			kinds = inWord;
		}
		if (at === start) { at++; continue; }
		if (at - start > LONGEST_WORD) { continue; }
		const number = known.find(hash, units, start, at);
		if (number >= 0) { wordCounts[number] = (wordCounts[number] as number) + 1; }
	}
	known.points.addTo(scores, wordCounts);
}

function best(script: Script, isPure: boolean, clear: readonly Clear[]): Guess {
	let language = fallback.get(script) ?? 'und';
	let most = 0;
	let second = 0;
	for (let number = 0; number < scores.length; number++) {
		const score = scores[number] as number;
		if (score > most) { language = languages[number] as string; second = most; most = score; } else if (score > second) { second = score; }
	}
	return { language, isClear: isPure && clear.some(({ points, ratio }) => most >= points && most >= second * ratio) };
}

/** From how many points on, and from how many times those of the next language, a guess is no chance. */
interface Clear {
	readonly points: number;
	readonly ratio: number;
}

/** Letters are quick to count, and where they leave no doubt nobody looks for words: some fifteen that no other language has. */
const CLEAR_BY_LETTERS: readonly Clear[] = [{ points: 40, ratio: 6 }];
/** Some ten words or telltale letters, or fewer that no other language has. */
const CLEAR: readonly Clear[] = [...CLEAR_BY_LETTERS, { points: 100, ratio: 2 }];

/** What a text without any telltale is, where one language has nearly all texts of the script. */
const fallback: ReadonlyMap<Script, Language> = new Map([['Arabic', 'ar'], ['Hebrew', 'he'], ['Cyrillic', 'ru']]);
