import { Kind, arabicKinds, isKind, isSpaceless, kindsOf } from '../text/kinds.ts';
import { touches, type Range } from '../text/range.ts';
import { datesInAddress } from './address-dates.ts';

/** An address taken apart; total: every text has a parse. Ranges are relative to the address and lie in reading order. */
export interface Address {
	readonly text: string;
	/** Without the colon; empty where there is none. */
	readonly scheme: Range;
	/** Without user and port; empty where there is none. */
	readonly host: Range;
	/** From the slash behind the host to `?`, `#` or the end. */
	readonly path: Range;
	/** Behind `?`, without it; empty where there is none. */
	readonly query: Range;
	/** Behind `#`, without it; empty where there is none. */
	readonly fragment: Range;
}

/** `name=value` of a query, or of a fragment that is written like one. */
export interface Parameter {
	/** Name and value. */
	readonly range: Range;
	/** As written; not decoded. */
	readonly name: string;
	readonly value: Range;
}

const schemeForm = /^[a-z][a-z0-9+.-]{0,20}(?=:)/iu;

export function parseAddress(text: string): Address {
	const end = text.length;
	const scheme = { start: 0, end: schemeForm.exec(text)?.[0].length ?? 0 };
	let at = scheme.end > 0 ? scheme.end + 1 : 0;
	let host = { start: at, end: at };
	if (text.startsWith('//', at)) {
		const authorityEnd = indexOfAny(text, '/?#', at + 2, end);
		host = hostIn(text, at + 2, authorityEnd);
		at = authorityEnd;
	}
	const fragmentMark = indexOfAny(text, '#', at, end);
	const queryMark = indexOfAny(text, '?', at, fragmentMark);
	return {
		text, scheme, host,
		path: { start: at, end: queryMark },
		query: { start: Math.min(queryMark + 1, fragmentMark), end: fragmentMark },
		fragment: { start: Math.min(fragmentMark + 1, end), end },
	};
}

function hostIn(text: string, start: number, end: number): Range {
	const user = text.lastIndexOf('@', end - 1);
	const from = user >= start ? user + 1 : start;
	const port = text.slice(from, end).search(/:\d*$/u);
	return { start: from, end: port < 0 ? end : from + port };
}

function indexOfAny(text: string, marks: string, from: number, to: number): number {
	for (let at = from; at < to; at++) {
		const unit = text.charCodeAt(at);
		for (let mark = 0; mark < marks.length; mark++) { if (marks.charCodeAt(mark) === unit) { return at; } }
	}
	return to;
}

/** Parameters of the query or of the fragment, split at `&` (or `&amp;`, as scrapers leave it); empty ones are left out. */
export function parametersIn({ text }: Address, part: Range): Parameter[] {
	const parameters: Parameter[] = [];
	for (let start = part.start; start < part.end;) {
		const end = indexOfAny(text, '&', start, part.end);
		const nameEnd = indexOfAny(text, '=', start, end);
		if (end > start) { parameters.push({ range: { start, end }, name: text.slice(start, nameEnd), value: { start: Math.min(nameEnd + 1, end), end } }); }
		start = end + (text.startsWith('&amp;', end) ? 5 : 1);
	}
	return parameters;
}

/** Host of an absolute address in lower case, without `www.`; undefined where there is none. */
export function hostOf(address: string): string | undefined {
	const { scheme, host } = parseAddress(address);
	if (scheme.end === 0 || host.start === host.end) { return undefined; }
	const name = address.slice(host.start, host.end).toLowerCase();
	return name.startsWith('www.') ? name.slice(4) : name;
}

const encodedRun = /(?:%[0-9a-f]{2})+/giu;

/**
 * The address as a reader reads it: percent-encoded UTF-8 decoded, but for ASCII (which may delimit), for blanks,
 * controls and characters that cannot be seen, and for bytes that are no UTF-8. It names the same page.
 */
export function readableAddress(address: string): string {
	if (!address.includes('%')) { return address; }
	return address.replace(encodedRun, run => {
		const bytes = run.slice(1).split('%').map(byte => Number.parseInt(byte, 16));
		let readable = '';
		for (let at = 0; at < bytes.length;) {
			const length = sequenceLength(bytes, at);
			const character = length > 1 ? decode(bytes, at, length) : '';
			readable += isShown(character) ? character : run.slice(at * 3, (at + length) * 3);
			at += length;
		}
		return readable;
	});
}

/** Length of the well-formed UTF-8 sequence at `at` (Unicode 17.0, table 3-7), 1 where there is none. */
function sequenceLength(bytes: readonly number[], at: number): number {
	const first = bytes[at] ?? 0;
	const length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
	for (let next = 1; next < length; next++) {
		const byte = bytes[at + next] ?? 0;
		const low = next > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
		const high = next > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
		if (byte < low || byte > high) { return 1; }
	}
	return length;
}

function decode(bytes: readonly number[], at: number, length: number): string {
	let code = (bytes[at] ?? 0) & (0xff >> (length + 1));
	for (let next = 1; next < length; next++) { code = (code << 6) | ((bytes[at + next] ?? 0) & 0x3f); }
	return String.fromCodePoint(code);
}

const hidden = kindsOf(Kind.Control, Kind.LineSeparator, Kind.Replacement, Kind.PrivateUse, Kind.Other);

/** ZWNJ is part of Persian words; every other character that cannot be seen stays encoded. */
function isShown(character: string): boolean {
	const unit = character.charCodeAt(0);
	if (character === '' || (isSpaceless(unit) && unit !== 0x200c)) { return false; }
	if (character.length === 2) { return character < '\u{e0000}'; }
	return !isKind(unit, hidden) || /[\p{S}\p{P}]/u.test(character);
}

/** Words of the address that tell what the article is about: those of the path's wordiest segment, decoded, as written. */
export function slugWords(address: string): string[] {
	const readable = readableAddress(address);
	const { path } = parseAddress(readable);
	let best: string[] = [];
	for (const segment of readable.slice(path.start, path.end).split('/')) {
		const words = segment.replace(/\.[a-z]{2,5}$/iu, '').match(/[\p{L}\p{M}\u200c]+/gu) ?? [];
		if (words.length > best.length) { best = words; }
	}
	return best;
}

const identifierName = /^(?:id|p|article_?id|news_?id|story_?id|item_?id|aid|nid|sid)$/iu;
const number = /(?<![\p{L}\p{N}%])\d{3,19}(?![\p{L}\p{N}])/gu;

/** The number by which the outlet knows the article: of a parameter such as `id`, else the last long one of the path that is no date. */
export function identifierOf(address: Address): Range | undefined {
	const named = parametersIn(address, address.query).find(({ name, value }) => identifierName.test(name) && value.end > value.start);
	if (named !== undefined) { return named.value; }
	const path = address.text.slice(address.path.start, address.path.end);
	const dates = datesInAddress(address.text).filter(({ isCertain }) => isCertain);
	let best: Range | undefined;
	for (const { 0: digits, index } of path.matchAll(number)) {
		const start = address.path.start + index;
		const range = { start, end: start + digits.length };
		if (dates.some(date => touches(date.range, range))) { continue; }
		if (digits.length >= 5 || path.length === index + digits.length) { best = range; }
	}
	return best;
}

/** True where a ZWNJ at `at` stands between two letters, as Persian words have it. */
export function isJoinerInWord(text: string, at: number): boolean {
	return text.charCodeAt(at) === 0x200c && isKind(text.charCodeAt(at - 1), wordKinds) && isKind(text.charCodeAt(at + 1), wordKinds);
}

const wordKinds = arabicKinds | kindsOf(Kind.Mark, Kind.ArabicDigit, Kind.PersianDigit);
