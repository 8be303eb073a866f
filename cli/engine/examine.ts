import { readArticles } from '#core/format/read.ts';
import type { Article } from '#core/format/article.ts';
import type { Linter } from '#core/lint.ts';
import { Cursor, factsOf } from '#core/report/decoded.ts';
import { recordOf, type ArticleRecord } from '#core/report/record.ts';
import { countProblem, type Tally } from '#core/report/tally.ts';
import { decode } from '#disk/decode.ts';
import type { Piece } from '#disk/pieces.ts';

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
				byteEnd: cursor?.byteAt(start + article.length) ?? 0, language: linter.languageOf(article), byteOf: cursor?.mapFrom(start),
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
