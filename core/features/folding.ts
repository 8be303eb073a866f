import type { Article } from '../format/article.ts';

/** Lines `first` to `last`, from 0 in the article, of which all but the first can be folded away. */
export interface Fold {
	readonly first: number;
	readonly last: number;
	readonly kind: 'article' | 'titles' | 'body';
}

/**
 * The folds of an article, outer ones first: the article under its header, the copies of its title under the first, the
 * body under its first line. Blank lines at the end stay visible, so that folded articles stay apart.
 */
export function foldsOf(article: Article): Fold[] {
	const { lines, titleLine, copyLine, bodyLine } = article;
	let last = lines.count - 1;
	while (last > 0 && lines.isBlank(last)) { last--; }
	const folds: Fold[] = [];
	const add = (first: number, end: number, kind: Fold['kind']): void => {
		if (end > first) { folds.push({ first, last: end, kind }); }
	};
	add(0, last, 'article');
	if (article.header === undefined) { return folds; }
	if (copyLine >= 0) { add(titleLine, Math.min(bodyLine - 1, last), 'titles'); }
	add(bodyLine, last, 'body');
	return folds;
}
