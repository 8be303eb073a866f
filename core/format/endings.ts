import { isBlank } from '../text/kinds.ts';
import type { Range } from '../text/range.ts';
import type { Article } from './article.ts';

const unitsIn = (characters: string): ReadonlySet<number> => new Set([...characters].map(each => each.charCodeAt(0)));

const BLANK = 0x20;
const NO_BREAK_SPACE = 0xa0;
const ELLIPSIS = 0x2026;
const STOP = 0x2e;
const closing = unitsIn('"\'»”)');
const afterEllipsis = unitsIn(' \t\u00a0"\'»”)');
const afterSentence = unitsIn('"\'»”)]');
/** Headlines end in question marks, exclamation marks and quotation marks, hardly in a full stop. */
const sentenceEnds = unitsIn('.…۔:');
const indents = unitsIn(' \t\u00a0');

/** True for a line cut with an ellipsis; quotes, brackets and blanks may follow it. */
export function endsInEllipsis({ units, lines }: Article, line: number): boolean {
	const start = lines.start(line);
	let at = lines.end(line) - 1;
	while (at >= start && afterEllipsis.has(units[at] as number)) { at--; }
	return at >= start && (units[at] === ELLIPSIS || (at - start >= 2 && units[at] === STOP && units[at - 1] === STOP && units[at - 2] === STOP));
}

/** True for a line with a full stop, a colon or an ellipsis at its end, before closing signs and one blank. */
export function endsSentence({ units, lines }: Article, line: number): boolean {
	const start = lines.start(line);
	let at = lines.end(line) - 1;
	if (at >= start && (units[at] === BLANK || units[at] === NO_BREAK_SPACE)) { at--; }
	while (at >= start && afterSentence.has(units[at] as number)) { at--; }
	return at >= start && sentenceEnds.has(units[at] as number);
}

/** Offset in the article where the text of a line begins, behind its indentation. */
export function indentOf({ units, lines }: Article, line: number): number {
	let at = lines.start(line);
	while (at < lines.end(line) && indents.has(units[at] as number)) { at++; }
	return at;
}

/** A line without its indentation and without the stops, quotes and blanks at its end. */
export const stemOf = (article: Article, line: number): string => article.slice(stemRange(article, line));

/** Where {@link stemOf} a line stands, in the article. */
export function stemRange({ units, lines }: Article, line: number): Range {
	let start = lines.start(line);
	let end = lines.end(line);
	while (end > start && isTail(units[end - 1] as number)) { end--; }
	while (start < end && isBlank(units[start] as number)) { start++; }
	return { start, end };
}

const isTail = (unit: number): boolean => unit === STOP || unit === ELLIPSIS || closing.has(unit) || isBlank(unit);
