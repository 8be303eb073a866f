import type { Direction } from './direction.ts';
import { isLetter, Kind, isKind, kindsOf } from './kinds.ts';
import { commonestScript, scriptNames, scriptNumberOf, scripts, type Script } from './script.ts';
import { EMPTY_HASH, LONGEST_WORD, hashed, letterNumbers, letterPoints, wordsOf } from './telltales.ts';

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
export const languageOf = (text: string): Language => languageOfSource(length => (length < text.length ? text.slice(0, length) : text));

/** As {@link languageOf}, of a text that is not one string yet; `read` gives its first units, as many as there are. */
export function languageOfSource(read: (length: number) => string): Language {
	const start = read(GLANCE);
	const glance = guess(start);
	return glance.isClear || start.length < GLANCE ? glance.language : guess(read(SAMPLE)).language;
}

interface Guess {
	readonly language: Language;
	/** One script has nearly all letters, and no other language has half as many points. */
	readonly isClear: boolean;
}

function guess(sample: string): Guess {
	const counts = countScripts(sample);
	const script = commonestScript(counts);
	if (script === undefined) { return { language: 'und', isClear: false }; }
	let letters = 0;
	for (const count of counts.values()) { letters += count; }
	const isPure = (counts.get(script) ?? 0) * 10 >= letters * 9;
	const only = scripts[script];
	return only === undefined ? bestOf(scoresOf(sample, script), script, isPure) : { language: only, isClear: isPure };
}

/** Share of each script among the letters of a text, the commonest first; empty where there are no letters. */
export function scriptsOf(text: string): ReadonlyMap<Script, number> {
	const counts = [...countScripts(text)].sort(([, a], [, b]) => b - a);
	const all = counts.reduce((sum, [, count]) => sum + count, 0);
	return new Map(counts.map(([script, count]) => [script, count / all]));
}

function countScripts(text: string): Map<Script, number> {
	const counts = new Uint32Array(scriptNames.length);
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (!isLetter(unit)) { continue; }
		const number = scriptNumberOf(unit);
		counts[number] = (counts[number] as number) + 1;
	}
	const found = new Map<Script, number>();
	for (const [number, name] of scriptNames.entries()) {
		const count = counts[number] as number;
		if (count > 0) { found.set(name, count); }
	}
	return found;
}

const partOfWord = kindsOf(Kind.Mark, Kind.Tatweel);

/** Points of each language: those of its telltale letters and of its commonest words. */
function scoresOf(text: string, script: Script): Map<Language, number> {
	const known = wordsOf(script);
	const letters = new Uint16Array(letterPoints.length);
	const words = new Uint16Array(known.points.length);
	let start = -1;
	let hash = EMPTY_HASH;
	for (let at = 0; at <= text.length; at++) {
		// The end is a blank, because NaN would make a floating-point number of every unit.
		const unit = at < text.length ? text.charCodeAt(at) : 0x20;
		if (isLetter(unit)) {
			if (start < 0) { start = at; hash = EMPTY_HASH; }
			hash = hashed(hash, unit);
			const number = letterNumbers[unit] as number;
			letters[number] = (letters[number] as number) + 1;
		} else if (start >= 0) {
			if (isKind(unit, partOfWord)) { hash = hashed(hash, unit); continue; }
			const number = at - start > LONGEST_WORD ? -1 : known.find(hash, text, start, at);
			if (number >= 0) { words[number] = (words[number] as number) + 1; }
			start = -1;
		}
	}
	const scores = new Map<Language, number>();
	addPoints(scores, letterPoints, letters);
	addPoints(scores, known.points, words);
	return scores;
}

function addPoints(scores: Map<Language, number>, points: readonly (readonly (readonly [Language, number])[])[], counts: Uint16Array): void {
	for (let number = 0; number < counts.length; number++) {
		const count = counts[number] as number;
		if (count === 0) { continue; }
		for (const [language, each] of points[number] ?? []) { scores.set(language, (scores.get(language) ?? 0) + each * count); }
	}
}

function bestOf(scores: ReadonlyMap<Language, number>, script: Script, isPure: boolean): Guess {
	let best = fallback.get(script) ?? 'und';
	let most = 0;
	let second = 0;
	for (const [language, score] of scores) {
		if (score > most) { best = language; second = most; most = score; } else if (score > second) { second = score; }
	}
	return { language: best, isClear: isPure && most >= CLEAR && most >= second * 2 };
}

/** Points below which chance may decide: some ten words or telltale letters. */
const CLEAR = 100;

/** What a text without any telltale is, where one language has nearly all texts of the script. */
const fallback: ReadonlyMap<Script, Language> = new Map([['Arabic', 'ar'], ['Hebrew', 'he'], ['Cyrillic', 'ru']]);
