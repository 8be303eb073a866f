import type { Article } from '../../format/article.ts';
import { Kind, digitKinds, isKind, kindsOf, letterKinds } from '../../text/kinds.ts';
import { findMojibake, mayHoldMojibake, mojibakePairs } from '../../text/mojibake.ts';

/** Signs that quote together, apostrophes left out, which do too much else; and all brackets. */
export const Family = { Straight: 1, Guillemet: 2, Curly: 4, Bracket: 8 } as const;

/** By UTF-16 unit: its family; 0 for what is no such sign. */
export const familyOf = new Uint8Array(0x10000);
for (const [family, signs] of [[Family.Straight, '"'], [Family.Guillemet, '«»'], [Family.Curly, '“”„'], [Family.Bracket, '()[]{}']] as const) {
	for (const sign of signs) { familyOf[sign.charCodeAt(0)] = family; }
}

export interface Signs {
	/** Offsets in the article, ascending. */
	readonly places: readonly number[];
	/** The families that are among them. */
	readonly families: number;
}

const none: Signs = { places: [], families: 0 };

/** The signs of the article that was asked for last: two rules do, one after the other. */
let last: { readonly article: Article; readonly signs: Signs } | undefined;

/**
 * The quotation marks and brackets of an article's paragraphs, which are read as one text: the lead is cut in the middle
 * of what it repeats, and related headlines belong to other articles. A line end stands on both sides of a paragraph, or
 * nothing.
 */
export function signsOf(article: Article): Signs {
	if (last?.article !== article) { last = { article, signs: findSigns(article) }; }
	return last.signs;
}

function findSigns(article: Article): Signs {
	const { lines, bodyLine } = article;
	if (article.header === undefined) { return none; }
	const { quoteCount } = lines;
	let index = lines.firstQuote(lines.start(bodyLine));
	if (index === quoteCount) { return none; }
	const places: number[] = [];
	let families = 0;
	const { units } = article;
	let line = bodyLine - 1;
	let lineEnd = 0;
	let isParagraph = false;
	for (; index < quoteCount; index++) {
		const at = lines.quoteAt(index);
		if (at >= lineEnd) {
			do { lineEnd = lines.end(++line); } while (at >= lineEnd);
			isParagraph = article.role(line) === 'paragraph';
		}
		const family = isParagraph ? familyOf[units[at] as number] as number : 0;
		if (family !== 0) { places.push(at); families |= family; }
	}
	return { places, families };
}

/** A letter or a digit; the edge of the article is none. */
export const isWord = (unit: number | undefined): boolean => unit !== undefined && isKind(unit, letterKinds | digitKinds);

const markup = kindsOf(Kind.Markup);
const coded = /&(?:[lr]aquo|[lrb]?d?quo|quot|[lr]par|[lr]brack|#\d{1,5}|#x[\da-f]{1,4});/iu;

/** Whether a body holds signs that are coded, or read in another encoding: what is odd may be even when they are mended. */
export function hidesSigns(article: Article): boolean {
	const { lines } = article;
	for (let line = article.bodyLine; line < lines.count; line++) {
		if ((lines.kinds(line) & markup) !== 0 && coded.test(article.lineText(line))) { return true; }
		if (isMisread(article, line)) { return true; }
	}
	return false;
}

/** Whether a line holds UTF-8 that was read in another encoding, which has quotation marks and brackets for bytes. */
export function isMisread(article: Article, line: number): boolean {
	const { lines } = article;
	return (lines.pairs(line) & mojibakePairs) !== 0 && mayHoldMojibake(article.units, lines.start(line), lines.end(line)) && findMojibake(article.lineText(line)).length > 0;
}
