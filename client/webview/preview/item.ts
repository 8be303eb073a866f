import { PART, articleView } from '#core/features/article-view.ts';
import type { PreviewArticle } from '#core/features/preview.ts';
import { element, elementOf } from '../shared/dom.ts';
import { t } from '../shared/l10n.ts';
import { LineMap, type LinePoint } from '../shared/line-map.ts';
import type { Dump, Item } from './dump.ts';

/** A piece of an article in the page; `article` is undefined while its contents are on their way. */
export interface Piece extends Item {
	readonly root: HTMLElement;
	readonly article: PreviewArticle | undefined;
	readonly isXray: boolean;
}

/** Builds a piece of an article, or the grey lines that stand for it. */
export function pieceOf(dump: Dump, { index, part }: Item, height: number, isXray: boolean): Piece {
	const article = dump.article(index);
	const content = article === undefined ? skeleton(dump, index, height) : elementOf(articleView(article, { part, isXray, total: dump.total }));
	const root = element('div', { class: 'item', role: 'presentation' }, content);
	if (article === undefined) { root.style.minHeight = `${height}px`; }
	return { index, part, root, article, isXray };
}

/** Lines a skeleton draws at most: more are not seen before the text is there. */
const BARS = 12;

function skeleton(dump: Dump, index: number, height: number): HTMLElement {
	const bars = Array.from({ length: Math.max(2, Math.min(BARS, Math.round(height / 40))) }, () => element('div', { class: 'bar' }));
	return element('article', { class: 'article skeleton', dir: 'rtl', 'data-index': String(index), 'aria-busy': 'true', 'aria-label': t('Article {0}', index + 1), 'aria-posinset': String(index + 1), 'aria-setsize': String(dump.total) },
		element('bdi', { class: 'number', dir: 'ltr' }, String(index + 1)), ...bars);
}

/** Lines of the article against heights in the piece. */
export function lineMapOf(piece: Piece, dump: Dump): LineMap {
	const first = piece.part * PART;
	const last = Math.min(first + PART, Math.max(first + 1, dump.lineCount(piece.index)));
	const { top, height } = piece.root.getBoundingClientRect();
	const points: LinePoint[] = [{ line: first, top: 0 }];
	for (const block of piece.root.querySelectorAll<HTMLElement>('[data-line]')) {
		if (block.offsetParent !== null) { points.push({ line: Number(block.dataset['line']), top: block.getBoundingClientRect().top - top }); }
	}
	points.push({ line: last, top: height });
	return new LineMap(points);
}

/** By how many lines a line has moved in a changed article: to the nearest one with the same text, else not at all. */
export function linesMoved(before: PreviewArticle | undefined, after: PreviewArticle | undefined, line: number): number {
	const text = before?.lines.find(each => each.line === line)?.text;
	if (text === undefined || text === '' || after === undefined) { return 0; }
	let best: number | undefined;
	for (const each of after.lines) {
		if (each.text === text && (best === undefined || Math.abs(each.line - line) < Math.abs(best))) { best = each.line - line; }
	}
	return best ?? 0;
}
