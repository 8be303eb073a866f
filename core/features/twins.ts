import type { Article } from '../format/article.ts';
import type { Edit } from '../text/edit.ts';
import { contains, type Range } from '../text/range.ts';

/** The title that holds an offset, with all its copies. */
export interface TitleAt {
	/** The copy that holds the offset. */
	readonly range: Range;
	/** Every copy, by position; offsets in the article. */
	readonly copies: readonly Range[];
	readonly text: string;
}

/** Undefined where the offset is in no title. */
export function titleAt(article: Article, offset: number): TitleAt | undefined {
	const copies = titleCopies(article);
	const range = copies.find(copy => contains(copy, offset));
	return range === undefined ? undefined : { range, copies, text: article.slice(range) };
}

/** Title, second copy, and further ones. */
export function titleCopies(article: Article): Range[] {
	if (article.titleLine < 0) { return []; }
	const copies: Range[] = [];
	const last = article.copyLine < 0 ? article.titleLine : Math.max(article.copyLine, article.bodyLine - 1);
	for (let line = article.titleLine; line <= last; line++) { copies.push(article.lines.range(line)); }
	return copies;
}

/** The copies that an editor may change together: at least two, letter for letter the same; else none. */
export function linkedTitles(article: Article, offset: number): readonly Range[] {
	const title = titleAt(article, offset);
	if (title === undefined || title.copies.length < 2) { return []; }
	return title.copies.every(copy => article.slice(copy) === title.text) ? title.copies : [];
}

/** Gives every copy the new title. A missing second copy is not invented: that is a fix, and has its own rule. */
export function renameTitle(title: TitleAt, text: string): Edit[] {
	return title.copies.map(range => ({ range, text }));
}

/** Why a text cannot be a title, with what to do; undefined where it can. */
export function whyNoTitle(text: string): string | undefined {
	if (/[\n\r]/u.test(text)) { return 'A title is one line; write it without line ends.'; }
	return /^[\s\u200b-\u200f\ufeff]*$/u.test(text) ? 'A title must show something; write at least one letter.' : undefined;
}
