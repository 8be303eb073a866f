import { readArticles } from '#core/format/read.ts';
import type { Article } from '#core/format/article.ts';
import { hostOf } from '#core/format/address.ts';
import type { Linter } from '#core/lint.ts';
import type { FileFacts } from '#core/rules/rule.ts';
import { utf8Length } from '#core/report/places.ts';
import { recordOf, type ArticleRecord } from '#core/report/record.ts';
import { countProblem, type Tally } from '#core/report/tally.ts';
import { firstAtLeast } from '#core/text/sorted.ts';
import { decode, type Decoded } from './decode.ts';
import type { Piece } from './pieces.ts';

/** What is wanted of an article: `all` also of clean ones, `problems` of the others, `counts` of none. */
export type Detail = 'all' | 'problems' | 'counts';

export interface Wanted {
	readonly detail: Detail;
	/** Byte offsets; they are 0 where nobody wants them. */
	readonly hasBytes: boolean;
	/** Only errors are told; all problems are counted. */
	readonly isQuiet: boolean;
}

export interface Examined {
	/** Index, lines and units are counted from the start of the piece, see `moveRecord`. */
	readonly records: readonly ArticleRecord[];
	/** A header was read. */
	readonly hasHeader: boolean;
}

/**
 * Checks the articles of a piece and adds to `tally`.
 * @param begin is told of each article before it is checked, with its line in the piece, from 1
 */
export function examine(piece: Piece, linter: Linter, { detail, hasBytes, isQuiet }: Wanted, tally: Tally, begin?: (article: Article, line: number) => void): Examined {
	const decoded = decode(piece.bytes);
	const { units } = decoded;
	const records: ArticleRecord[] = [];
	const cursor = hasBytes ? new Cursor(decoded, piece.start) : undefined;
	const articles = readArticles(units, decoded.source);
	let start = 0;
	let line = 1;
	for (let index = 0; index < articles.length; index++) {
		const article = articles[index] as Article;
		begin?.(article, line);
		const before = linter.baseline?.seen.count ?? 0;
		const problems = linter.check(article, factsOf(piece, decoded, start, article.length));
		tally.accepted += (linter.baseline?.seen.count ?? 0) - before;
		for (const problem of problems) { countProblem(tally, problem); }
		const shown = isQuiet ? problems.filter(({ severity }) => severity === 'error') : problems;
		for (const { severity } of shown) { if (severity === 'error' || severity === 'warning') { tally.failures++; } }
		if (detail === 'all' || (detail === 'problems' && shown.length > 0)) {
			const byte = cursor?.byteAt(start) ?? 0;
			records.push(recordOf(article, shown, {
				units: units.subarray(start, start + article.length), index, origin: { line, unit: start, byte },
				byteEnd: cursor?.byteAt(start + article.length) ?? 0, language: languageOf(article, linter), byteOf: cursor?.mapFrom(start),
			}));
		}
		start += article.length;
		line += article.lines.ends;
	}
	tally.articles += articles.length;
	tally.lines += line - 1;
	tally.units += units.length;
	tally.bytes += piece.bytes.length;
	return { records, hasHeader: articles.some(({ header }) => header !== undefined) };
}

/** The language an article counts as: set by the user, else by its outlet, else told from its text. */
export function languageOf(article: Article, { settings }: Linter): string {
	if (settings.language !== undefined) { return settings.language; }
	const host = settings.outlets.size === 0 ? undefined : hostOf(article.address ?? '');
	return (host === undefined ? undefined : settings.outlets.get(host)?.language) ?? article.language;
}

/** What the bytes of an article tell; `start` and `length` are units in the piece. */
export function factsOf(piece: Piece, { illFormed }: Decoded, start: number, length: number): FileFacts {
	const isStart = piece.start === 0 && start === 0;
	if (illFormed === undefined) { return isStart ? atStart : inside; }
	const { byteOf, mended } = illFormed;
	const own = mended.subarray(firstAtLeast(mended, start), firstAtLeast(mended, start + length));
	const [first] = own;
	if (first === undefined) { return { isStart }; }
	const sequences = [...own].map(unit => piece.bytes.subarray(byteOf[unit], byteOf[unit + 1]));
	return { isStart, illFormed: { units: own.map(unit => unit - start), firstByte: piece.start + (byteOf[first] ?? 0), bytes: Buffer.concat(sequences) } };
}

const atStart: FileFacts = { isStart: true };
const inside: FileFacts = { isStart: false };

/** Finds byte offsets of ascending unit offsets in one walk. */
export class Cursor {
	readonly #units: Uint16Array;
	readonly #byteOf: Uint32Array | undefined;
	readonly #start: number;
	#unit = 0;
	#byte: number;

	/** @param start offset of the piece in the file, bytes */
	constructor({ units, illFormed }: Decoded, start: number) {
		this.#units = units;
		this.#byteOf = illFormed?.byteOf;
		this.#start = start;
		this.#byte = start;
	}

	/** Offset in the file; `unit` may not be smaller than in an earlier call. */
	byteAt(unit: number): number {
		if (this.#byteOf !== undefined) { return this.#start + (this.#byteOf[unit] ?? 0); }
		this.#byte += utf8Length(this.#units, this.#unit, unit);
		this.#unit = unit;
		return this.#byte;
	}

	/** For pieces whose bytes cannot be told from their units: byte offsets in the file of the units of an article. */
	mapFrom(base: number): ((unit: number) => number) | undefined {
		const byteOf = this.#byteOf;
		return byteOf === undefined ? undefined : unit => this.#start + (byteOf[base + unit] ?? 0);
	}
}
