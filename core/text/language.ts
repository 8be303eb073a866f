import type { Direction } from './direction.ts';
import { Kind, kindTable, kindsOf, letterKinds } from './kinds.ts';
import { commonestScript, scriptNames, scriptNumberOf, scripts, type Script } from './script.ts';
import { unitsOf } from './source.ts';
import { EMPTY_HASH, LONGEST_WORD, hashed, languages, letterNumbers, letterPoints, wordsOf } from './telltales.ts';

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
	if (scores.length < languages.length) { scores = new Float64Array(languages.length); }
	scores.fill(0);
	letterPoints.addTo(scores, letterCounts);
	const byLetters = best(script, isPure, CLEAR_BY_LETTERS);
	if (byLetters.isClear) { return byLetters; }
	countWords(units, from, to, script);
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
const letterCounts = new Uint32Array(letterPoints.size);
let wordCounts = new Uint16Array(0);
let scores = new Float64Array(0);

/** Counts the letters of each script, and the telltale ones. */
function countLetters(units: Uint16Array, from: number, to: number): void {
	scriptCounts.fill(0);
	letterCounts.fill(0);
	let script = 0;
	// Letters of one script stand together, and a sum at hand is quicker than one in an array.
	let row = 0;
	for (let at = from; at < to; at++) {
		const unit = units[at] as number;
		if ((letterKinds & (1 << (kindTable[unit] as number))) === 0) { continue; }
		const number = scriptNumberOf(unit);
		if (number !== script) {
			scriptCounts[script] = (scriptCounts[script] as number) + row;
			script = number;
			row = 0;
		}
		row++;
		const letter = letterNumbers[unit] as number;
		if (letter !== 0) { letterCounts[letter] = (letterCounts[letter] as number) + 1; }
	}
	scriptCounts[script] = (scriptCounts[script] as number) + row;
}

const partOfWord = kindsOf(Kind.Mark, Kind.Tatweel);

/** Adds to `scores` what the commonest words of each language are worth. */
function countWords(units: Uint16Array, from: number, to: number, script: Script): void {
	const known = wordsOf(script);
	if (wordCounts.length < known.points.size) { wordCounts = new Uint16Array(known.points.size); }
	wordCounts.fill(0);
	let start = -1;
	let hash = EMPTY_HASH;
	for (let at = from; at <= to; at++) {
		// The end is a blank.
		const unit = at < to ? units[at] as number : 0x20;
		const kind = 1 << (kindTable[unit] as number);
		if ((kind & letterKinds) !== 0) {
			if (start < 0) { start = at; hash = EMPTY_HASH; }
			hash = hashed(hash, unit);
		} else if (start >= 0) {
			if ((kind & partOfWord) !== 0) { hash = hashed(hash, unit); continue; }
			const number = at - start > LONGEST_WORD ? -1 : known.find(hash, units, start, at);
			if (number >= 0) { wordCounts[number] = (wordCounts[number] as number) + 1; }
			start = -1;
		}
	}
	known.points.addTo(scores, wordCounts);
}

function best(script: Script, isPure: boolean, clear: Clear): Guess {
	let language = fallback.get(script) ?? 'und';
	let most = 0;
	let second = 0;
	for (let number = 0; number < scores.length; number++) {
		const score = scores[number] as number;
		if (score > most) { language = languages[number] as string; second = most; most = score; } else if (score > second) { second = score; }
	}
	return { language, isClear: isPure && most >= clear.points && most >= second * clear.ratio };
}

/** From how many points on, and from how many times those of the next language, a guess is no chance. */
interface Clear {
	readonly points: number;
	readonly ratio: number;
}

/** Some ten words or telltale letters. */
const CLEAR: Clear = { points: 100, ratio: 2 };
/** Letters are quick to count, and where they leave no doubt nobody looks for words: some fifteen that no other language has. */
const CLEAR_BY_LETTERS: Clear = { points: 40, ratio: 6 };

/** What a text without any telltale is, where one language has nearly all texts of the script. */
const fallback: ReadonlyMap<Script, Language> = new Map([['Arabic', 'ar'], ['Hebrew', 'he'], ['Cyrillic', 'ru']]);
