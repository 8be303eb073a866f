import { isBlank, isDigit, isSpaceless } from '../text/kinds.ts';
import { trimmed, type Range } from '../text/range.ts';
import { isDateLike, leadingDate, trailingDate } from './date-text.ts';
import { isIsoForm } from './day.ts';

/** The fields of a header line; ranges are relative to the line, which is the first of its article. */
export interface Header {
	/** The line without its line end. */
	readonly range: Range;
	/** The word `date`, however it is spelt. */
	readonly keyword: Range;
	/** What stands for the date, as written; undefined when nothing does. */
	readonly date: Range | undefined;
	/** What stands for the address, as written, to the end of the line; undefined when nothing does. */
	readonly address: Range | undefined;
	/** Keyword, order and separators are exactly those of the format; says nothing about the values. */
	readonly isCanonical: boolean;
}

const BOM = 0xfeff;
const addressStart = /[a-z][a-z0-9+.-]{1,15}:\/{1,2}|www\.|\/\//iu;
/** Longest text before an address that is still taken for a date, damaged beyond reading; UTF-16 units. */
const LONGEST_DATE = 60;

/**
 * True when a line that begins with these units may be a header: the cheap test in front of {@link readHeader}. Blanks
 * and invisible characters may stand before the keyword.
 */
export function mayBeHeader(units: Uint16Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && isSpaceless(units[at] as number)) { at++; }
	return end - at >= 4 && lower(units, at) === 0x64 && lower(units, at + 1) === 0x61 && lower(units, at + 2) === 0x74 && lower(units, at + 3) === 0x65;
}

const lower = (units: Uint16Array, at: number): number => (units[at] as number) | 0x20;

/**
 * Reads a line as a header, canonical or damaged; undefined for any other line. The line alone decides, so that an edit
 * elsewhere can neither make nor unmake a header.
 */
export function readHeader(line: string): Header | undefined {
	return readCanonical(line) ?? readDamaged(line);
}

/** Almost every header is in order; this tells by a few units, in the same words as the long way. */
function readCanonical(line: string): Header | undefined {
	const { length } = line;
	if (!line.startsWith(' date ') || line[16] !== ' ' || !line.startsWith('http', 17) || isSpaceless(line.charCodeAt(length - 1)) || !isIsoForm(line.slice(6, 16))) { return undefined; }
	if (!line.startsWith('://', 21) && !line.startsWith('s://', 21)) { return undefined; }
	return { range: { start: 0, end: length }, keyword: { start: 1, end: 5 }, date: { start: 6, end: 16 }, address: { start: 17, end: length }, isCanonical: true };
}

function readDamaged(line: string): Header | undefined {
	const base = line.charCodeAt(0) === BOM ? 1 : 0;
	let at = base;
	while (isSpaceless(line.charCodeAt(at))) { at++; }
	if (line.slice(at, at + 4).toLowerCase() !== 'date') { return undefined; }
	const keyword = { start: at, end: at + 4 };
	at += 4;
	const separator = at;
	while (isSpaceless(line.charCodeAt(at)) || isKeywordColon(line, separator, at)) { at++; }
	const isGlued = at === separator;
	if (isGlued && !isDigit(line.charCodeAt(at))) { return undefined; }
	const isStrict = keyword.start === base + 1 && line.startsWith(' date ', base);
	const rest = trimmedEnd(line, { start: at, end: line.length });
	const fields = readFields(line, rest, isStrict, !isGlued && keyword.start > base && line.slice(keyword.start, keyword.end) === 'date');
	if (fields === undefined) { return undefined; }
	const { date, address } = fields;
	return { range: { start: 0, end: line.length }, keyword, date, address, isCanonical: isStrict && isInOrder(line, base, date, address) };
}

const isKeywordColon = (line: string, separator: number, at: number): boolean =>
	(line[at] === ':' || line[at] === '：') && !/[:：]/u.test(line.slice(separator, at));

interface Fields {
	readonly date: Range | undefined;
	readonly address: Range | undefined;
}

function readFields(line: string, rest: Range, isStrict: boolean, isLoose: boolean): Fields | undefined {
	const text = line.slice(rest.start, rest.end);
	const found = addressAt(text);
	if (found < 0) { return withoutScheme(line, rest, isStrict, isLoose); }
	const address = { start: rest.start + found, end: rest.end };
	const before = trimmed(line, { start: rest.start, end: address.start }, isSpaceless);
	if (before.start < before.end) {
		const isHeader = isDateLike(line.slice(before.start, before.end)) || (isStrict && before.end - before.start <= LONGEST_DATE && !hasBlank(line, address));
		return isHeader ? { date: before, address } : undefined;
	}
	const swapped = dateBehind(text) ?? trailingDate(text);
	if (swapped !== undefined && swapped > found) {
		const date = { start: rest.start + swapped, end: rest.end };
		return { date, address: trimmedEnd(line, { start: address.start, end: date.start }) };
	}
	return { date: undefined, address };
}

/** Where all that follows the first blank is a date, whatever its form. */
function dateBehind(text: string): number | undefined {
	let at = 0;
	while (at < text.length && !isSpaceless(text.charCodeAt(at))) { at++; }
	while (isSpaceless(text.charCodeAt(at))) { at++; }
	return at < text.length && isDateLike(text.slice(at)) ? at : undefined;
}

/** An address that has lost its scheme, or none at all: then only a date in its place makes the line a header. */
function withoutScheme(line: string, rest: Range, isStrict: boolean, isLoose: boolean): Fields | undefined {
	const dateEnd = leadingDate(line.slice(rest.start, rest.end));
	if (dateEnd === undefined) { return undefined; }
	const date = { start: rest.start, end: rest.start + dateEnd };
	const address = trimmed(line, { start: date.end, end: rest.end }, isSpaceless);
	if (address.start === address.end) { return isStrict || isLoose ? { date, address: undefined } : undefined; }
	return isStrict || isBareAddress(line, address) ? { date, address } : undefined;
}

/** `example.com/…`, without a blank or an invisible character. */
function isBareAddress(line: string, { start, end }: Range): boolean {
	const slash = line.indexOf('/', start);
	const dot = line.lastIndexOf('.', slash);
	if (slash < 0 || slash >= end || dot <= start || dot === slash - 1 || line[dot - 1] === '.') { return false; }
	for (let at = start; at < end; at++) {
		if (isSpaceless(line.charCodeAt(at))) { return false; }
	}
	return true;
}

/** Where an address begins: at the start, or behind something that a reader sees as a gap. */
function addressAt(text: string): number {
	const match = addressStart.exec(text);
	if (match === null) { return -1; }
	return match.index === 0 || isSpaceless(text.charCodeAt(match.index - 1)) ? match.index : -1;
}

function hasBlank(line: string, range: Range): boolean {
	for (let at = range.start; at < range.end; at++) {
		if (isBlank(line.charCodeAt(at))) { return true; }
	}
	return false;
}

/** Cuts a tail of blanks; a tail of invisible characters alone stays with the address, where its own rule reports it. */
function trimmedEnd(line: string, range: Range): Range {
	const { end } = trimmed(line, range, isSpaceless);
	return hasBlank(line, { start: Math.max(end, range.start), end: range.end }) ? { start: range.start, end: Math.max(end, range.start) } : range;
}

function isInOrder(line: string, base: number, date: Range | undefined, address: Range | undefined): boolean {
	const first = base + 6;
	if (address === undefined) { return date === undefined || (date.start === first && date.end === line.length); }
	if (address.end !== line.length) { return false; }
	if (date === undefined) { return address.start === first; }
	return date.start === first && address.start === date.end + 1 && line[date.end] === ' ';
}
