import type { Article } from '../../format/article.ts';
import { visibleForm } from '../../format/alike.ts';
import type { Safety } from '../rule.ts';

/** Longer than this a line in the place of a title may be a paragraph, and is not copied unasked; UTF-16 units. */
const LONGEST_TITLE = 300;

export const copySafety = (title: string): Safety => (title.length <= LONGEST_TITLE ? 'safe' : 'unsafe');

/** Whether two lines show the same, and something. */
export function looksSame(article: Article, a: number, b: number): boolean {
	const form = visibleForm(article.lineText(a));
	return form !== '' && b < article.lines.count && visibleForm(article.lineText(b)) === form;
}

/** The line end behind the header, LF where it has none. */
export function lineEndOf(article: Article): string {
	const { lines } = article;
	return article.slice({ start: lines.end(0), end: lines.next(0) }) || '\n';
}
