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
	const counts = countScripts(units, from, to);
	const script = commonestScript(counts);
	if (script === undefined) { return { language: 'und', isClear: false }; }
	let letters = 0;
	for (let number = 0; number < counts.length; number++) { letters += counts[number] as number; }
	const isPure = (counts[scriptNames.indexOf(script)] ?? 0) * 10 >= letters * 9;
	const only = scripts[script];
	if (only !== undefined) { return { language: only, isClear: isPure }; }
	countTelltales(units, from, to, script);
	return best(script, isPure);
}

/** Share of each script among the letters of a text, the commonest first; empty where there are no letters. */
export function scriptsOf(text: string): ReadonlyMap<Script, number> {
	const counts = countScripts(unitsOf(text), 0, text.length);
	const all = counts.reduce((sum, count) => sum + count, 0);
	const found = scriptNames.map((name, number) => [name, counts[number] as number] as const).filter(([, count]) => count > 0);
	return new Map(found.sort(([, a], [, b]) => b - a).map(([script, count]) => [script, count / all]));
}

/** By number of the script; filled anew by every count, as are the others below: an article is asked in a few microseconds. */
const scriptCounts = new Uint32Array(scriptNames.length);

function countScripts(units: Uint16Array, from: number, to: number): Uint32Array {
	scriptCounts.fill(0);
	for (let at = from; at < to; at++) {
		const unit = units[at] as number;
		if ((letterKinds & (1 << (kindTable[unit] as number))) === 0) { continue; }
		const number = scriptNumberOf(unit);
		scriptCounts[number] = (scriptCounts[number] as number) + 1;
	}
	return scriptCounts;
}

const partOfWord = kindsOf(Kind.Mark, Kind.Tatweel);
const letterCounts = new Uint16Array(letterPoints.size);
let wordCounts = new Uint16Array(0);
let scores = new Float64Array(0);

/** Leaves in `scores` the points of each language: those of its telltale letters and of its commonest words. */
function countTelltales(units: Uint16Array, from: number, to: number, script: Script): void {
	const known = wordsOf(script);
	if (wordCounts.length < known.points.size) { wordCounts = new Uint16Array(known.points.size); }
	letterCounts.fill(0);
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
			const number = letterNumbers[unit] as number;
			letterCounts[number] = (letterCounts[number] as number) + 1;
		} else if (start >= 0) {
			if ((kind & partOfWord) !== 0) { hash = hashed(hash, unit); continue; }
			const number = at - start > LONGEST_WORD ? -1 : known.find(hash, units, start, at);
			if (number >= 0) { wordCounts[number] = (wordCounts[number] as number) + 1; }
			start = -1;
		}
	}
	if (scores.length < languages.length) { scores = new Float64Array(languages.length); }
	scores.fill(0);
	letterPoints.addTo(scores, letterCounts);
	known.points.addTo(scores, wordCounts);
}

function best(script: Script, isPure: boolean): Guess {
	let language = fallback.get(script) ?? 'und';
	let most = 0;
	let second = 0;
	for (let number = 0; number < scores.length; number++) {
		const score = scores[number] as number;
		if (score > most) { language = languages[number] as string; second = most; most = score; } else if (score > second) { second = score; }
	}
	return { language, isClear: isPure && most >= CLEAR && most >= second * 2 };
}

/** Points below which chance may decide: some ten words or telltale letters. */
const CLEAR = 100;

/** What a text without any telltale is, where one language has nearly all texts of the script. */
const fallback: ReadonlyMap<Script, Language> = new Map([['Arabic', 'ar'], ['Hebrew', 'he'], ['Cyrillic', 'ru']]);
