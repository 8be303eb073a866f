import { Kind, invisibleKinds, isDigit, isKind, isLetter, kindsOf } from '../text/kinds.ts';
import { joinedKey, mixed } from './keys.ts';

/** What is no part of a word's identity: vowel marks, stretching, and what cannot be seen. */
const unheeded = kindsOf(Kind.Mark, Kind.Tatweel) | invisibleKinds;

/** Appends a hash for each word of a text: its letters and digits, capitals of ASCII made small. */
export function addWords(text: string, words: number[]): void {
	let hash = 0;
	let isInside = false;
	for (let at = 0; at <= text.length; at++) {
		const unit = at < text.length ? text.charCodeAt(at) : 0x20;
		if (isLetter(unit) || isDigit(unit)) {
			hash = Math.imul(hash ^ (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit), 0x01000193) + 0x9e3779b9;
			isInside = true;
		} else if (isInside && !isKind(unit, unheeded)) {
			words.push(mixed(hash));
			hash = 0;
			isInside = false;
		}
	}
}

/** A key of a sequence of words, as `keyOf` of a text. */
export function keyOfWords(words: readonly number[]): number {
	let first = words.length;
	let second = 0;
	for (const word of words) {
		first = Math.imul(first ^ word, 0x01000193);
		second = Math.imul(second, 0x5bd1e995) ^ word;
	}
	return joinedKey(first, second);
}

/** Words in a row that make a shingle (Broder, On the resemblance and containment of documents, 1997). */
const SHINGLE = 5;

/** The distinct shingles of a text by their hashes, ascending; none where it has fewer words than one. */
export function shinglesOf(words: readonly number[]): Uint32Array {
	const count = Math.max(0, words.length - SHINGLE + 1);
	const shingles = new Uint32Array(count);
	for (let at = 0; at < count; at++) {
		let hash = 0;
		for (let next = at; next < at + SHINGLE; next++) { hash = Math.imul(hash, 0x01000193) ^ (words[next] as number); }
		shingles[at] = mixed(hash);
	}
	shingles.sort();
	let distinct = 0;
	for (let at = 0; at < count; at++) {
		if (at === 0 || shingles[at] !== shingles[at - 1]) { shingles[distinct++] = shingles[at] as number; }
	}
	return shingles.slice(0, distinct);
}

/** Jaccard similarity of two ascending sets, 0 to 1; 0 where both are empty. */
export function similarityOf(a: Uint32Array, b: Uint32Array): number {
	let common = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		const left = a[i] as number;
		const right = b[j] as number;
		if (left === right) { common++; i++; j++; } else if (left < right) { i++; } else { j++; }
	}
	const all = a.length + b.length - common;
	return all === 0 ? 0 : common / all;
}
