import type { Language } from '../text/language.ts';

/** Words a minute, read aloud: IReST (Trauzettel-Klosinski and Dietz 2012); the mean of its 17 languages elsewhere. */
const SPEEDS: Readonly<Record<string, number>> = { ar: 138, he: 187, en: 228, fr: 195, ru: 184, es: 218, de: 179, tr: 166 };
const MEAN_SPEED = 184;

/** Whole minutes, at least one where there are words. */
export function readingMinutes(words: number, language: Language): number {
	return Math.ceil(words / (SPEEDS[language] ?? MEAN_SPEED));
}
