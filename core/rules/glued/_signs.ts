import type { Article } from '../../format/article.ts';
import { Kind, Pair, kindsOf } from '../../text/kinds.ts';
import { findMojibake } from '../../text/mojibake.ts';

/** A quotation mark or bracket of a paragraph. */
export interface Sign {
	readonly character: string;
	/** Text of the paragraph, its offset in the article, and that of the sign in the text. */
	readonly text: string;
	readonly start: number;
	readonly at: number;
}

const marks = /["«»“”„()[\]{}]/gu;
const found = new WeakMap<Article, readonly Sign[]>();

/**
 * Quotation marks and brackets of the paragraphs, which are read as one text, in order: the lead is cut in the middle of
 * what it repeats, and related headlines belong to other articles. Kept for the next rule that asks.
 */
export function signsOf(article: Article): readonly Sign[] {
	const known = found.get(article) ?? findSigns(article);
	found.set(article, known);
	return known;
}

function findSigns(article: Article): Sign[] {
	const { lines } = article;
	const signs: Sign[] = [];
	if (article.header === undefined) { return signs; }
	for (let line = article.bodyLine; line < lines.count; line++) {
		if ((lines.kinds(line) & kindsOf(Kind.Quote)) === 0 || article.role(line) !== 'paragraph') { continue; }
		const text = article.lineText(line);
		const start = lines.start(line);
		marks.lastIndex = 0;
		while (marks.test(text)) { signs.push({ character: text.charAt(marks.lastIndex - 1), text, start, at: marks.lastIndex - 1 }); }
	}
	return signs;
}

const coded = /&(?:[lr]aquo|[lrb]?d?quo|quot|[lr]par|[lr]brack|#\d{1,5}|#x[\da-f]{1,4});/iu;

/** Whether a body holds signs that are coded, or read in another encoding: what is odd may be even when they are mended. */
export function hidesSigns(article: Article): boolean {
	const { lines } = article;
	for (let line = article.bodyLine; line < lines.count; line++) {
		if ((lines.kinds(line) & kindsOf(Kind.Markup)) !== 0 && coded.test(article.lineText(line))) { return true; }
		if ((lines.pairs(line) & (Pair.LatinHighRun | Pair.MixedScripts | Pair.ArabicSymbol | Pair.StopLetter)) !== 0 && findMojibake(article.lineText(line)).length > 0) { return true; }
	}
	return false;
}
