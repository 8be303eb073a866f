import { Kind, invisibleKinds, isKind, blankKinds, kindsOf } from '../text/kinds.ts';
import type { Range } from '../text/range.ts';

export interface FindOptions {
	/** Letter for letter; otherwise case, vowel marks, tatweel, invisible characters and the spelling variants of one letter are alike. */
	readonly isExact: boolean;
	/** After so many matches the search ends. */
	readonly limit: number;
}

export interface Found {
	/** Disjoint, by position. */
	readonly ranges: readonly Range[];
	/** Whether there may be more. */
	readonly isCut: boolean;
}

/** Where a text holds what a reader searches for; matches lie within one line. Linear for plain text. */
export function findIn(text: string, query: string, options: FindOptions): Found {
	return options.isExact ? findExactly(text, query, options.limit) : findLoosely(text, query, options.limit);
}

function findExactly(text: string, query: string, limit: number): Found {
	const ranges: Range[] = [];
	if (query === '') { return { ranges, isCut: false }; }
	for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
		if (ranges.length === limit) { return { ranges, isCut: true }; }
		ranges.push({ start: at, end: at + query.length });
	}
	return { ranges, isCut: false };
}

/** Units folded at a time: one string of them stays small beside the text. */
const CHUNK = 1 << 16;
const LF = 0x0a;
const CR = 0x0d;

function findLoosely(text: string, query: string, limit: number): Found {
	const ranges: Range[] = [];
	const sought = foldChunk(query, 0, query.length).text;
	if (sought === '') { return { ranges, isCut: false }; }
	for (let start = 0; start < text.length;) {
		const end = chunkEnd(text, start);
		const { text: folded, origin } = foldChunk(text, start, end);
		for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length)) {
			if (ranges.length === limit) { return { ranges, isCut: true }; }
			ranges.push({ start: origin[at] ?? end, end: markEnd(text, (origin[at + sought.length - 1] ?? end) + 1) });
		}
		start = end;
	}
	return { ranges, isCut: false };
}

/** A chunk ends behind a line end, where no match can be cut. */
function chunkEnd(text: string, start: number): number {
	let end = Math.min(start + CHUNK, text.length);
	while (end < text.length && text.charCodeAt(end - 1) !== LF && text.charCodeAt(end - 1) !== CR) { end++; }
	return end;
}

/** Marks behind the last letter belong to it. */
function markEnd(text: string, end: number): number {
	let at = end;
	while (at < text.length && isKind(text.charCodeAt(at), markKinds)) { at++; }
	return at;
}

const markKinds = kindsOf(Kind.Mark);
/** What a search looks past. */
const unseen = markKinds | invisibleKinds | kindsOf(Kind.Tatweel);
const SKIP = 0;
let table: Uint16Array | undefined;
const PIECE = 8192;

function foldChunk(text: string, start: number, end: number): { readonly text: string; readonly origin: Uint32Array } {
	table ??= foldTable();
	const units = new Uint16Array(end - start);
	const origin = new Uint32Array(end - start);
	let length = 0;
	for (let at = start; at < end; at++) {
		const unit = table[text.charCodeAt(at)] ?? SKIP;
		if (unit === SKIP) { continue; }
		units[length] = unit;
		origin[length++] = at;
	}
	let folded = '';
	for (let at = 0; at < length; at += PIECE) { folded += String.fromCharCode(...units.subarray(at, Math.min(at + PIECE, length))); }
	return { text: folded, origin };
}

/** Letters that writers of Arabic, Persian and Urdu use for one another. */
const alike: Readonly<Record<string, string>> = { 'أإآٱ': 'ا', 'ىیےئ': 'ي', 'ک': 'ك', 'ةہھۃە': 'ه', 'ؤ': 'و' };

function foldTable(): Uint16Array {
	const made = new Uint16Array(0x10000);
	for (let unit = 1; unit < 0x10000; unit++) {
		if (isKind(unit, unseen)) { continue; }
		made[unit] = isKind(unit, blankKinds) ? 0x20 : foldUnit(unit);
	}
	for (const [letters, one] of Object.entries(alike)) {
		for (const letter of letters) { made[letter.charCodeAt(0)] = one.charCodeAt(0); }
	}
	for (let digit = 0; digit < 10; digit++) { made[0x660 + digit] = made[0x6f0 + digit] = 0x30 + digit; }
	return made;
}

/** Small letter without its accent, where that is one unit. */
function foldUnit(unit: number): number {
	if (unit < 0x80 ? unit < 0x41 || unit > 0x5a : unit < 0xc0 || (unit > 0x24f && unit < 0x370) || (unit > 0x52f && unit < 0x1e00) || unit > 0x1fff) { return unit; }
	const small = String.fromCharCode(unit).toLowerCase().normalize('NFD');
	const base = small.charCodeAt(0);
	// й and ё are letters of their own in Russian.
	return unit >= 0x400 && unit <= 0x52f ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : base;
}
