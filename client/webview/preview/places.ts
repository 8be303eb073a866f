import { elementAt } from '../shared/dom.ts';

/** A place in the text of an article, in UTF-16 units from its start. */
export interface TextPlace {
	readonly index: number;
	readonly offset: number;
}

/** The place a node and an offset in it stand for; undefined outside of a dump's text. */
export function placeOf(node: Node, offset: number): TextPlace | undefined {
	const block = elementAt(node)?.closest<HTMLElement>('[data-start]');
	const article = block?.closest<HTMLElement>('[data-index]');
	if (block === null || block === undefined || article === null || article === undefined) { return undefined; }
	const start = Number(block.dataset['start']);
	const index = Number(article.dataset['index']);
	if (block.dataset['whole'] !== undefined) { return { index, offset: start }; }
	const before = document.createRange();
	before.selectNodeContents(block);
	before.setEnd(node, offset);
	return { index, offset: start + before.toString().length };
}

/** The place under a point of the window. */
export function placeAtPoint(x: number, y: number): TextPlace | undefined {
	const caret = document.caretPositionFromPoint?.(x, y);
	return caret === null || caret === undefined ? undefined : placeOf(caret.offsetNode, caret.offset);
}

interface Piece {
	readonly node: Text;
	readonly start: number;
}

/** The text nodes of a block with their offsets, read once for all ranges in it. */
export class BlockText {
	readonly block: HTMLElement;
	/** Offset of the block's text in the article. */
	readonly start: number;
	readonly end: number;
	readonly #isWhole: boolean;
	#pieces: Piece[] | undefined;

	constructor(block: HTMLElement) {
		this.block = block;
		this.start = Number(block.dataset['start']);
		this.end = this.start + Number(block.dataset['length']);
		this.#isWhole = block.dataset['whole'] !== undefined;
	}

	touches(start: number, end: number): boolean { return start <= this.end && end >= this.start; }

	/** The part of a range of the article that lies in this block; the whole block where it shows another text. */
	range(start: number, end: number): Range {
		const range = document.createRange();
		if (this.#isWhole) { range.selectNodeContents(this.block); return range; }
		const from = this.#at(Math.max(0, start - this.start), false);
		const to = this.#at(Math.min(this.end, end) - this.start, true);
		if (from === undefined || to === undefined) { range.selectNodeContents(this.block); return range; }
		range.setStart(from.node, from.offset);
		range.setEnd(to.node, to.offset);
		return range;
	}

	/** @param isEnd an offset between two nodes belongs to the first one when a range ends there */
	#at(offset: number, isEnd: boolean): { readonly node: Text; readonly offset: number } | undefined {
		const pieces = (this.#pieces ??= piecesOf(this.block));
		let low = 0;
		let high = pieces.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			const { start } = pieces[middle] as Piece;
			if (isEnd ? start < offset : start <= offset) { low = middle; } else { high = middle - 1; }
		}
		const piece = pieces[low];
		return piece === undefined ? undefined : { node: piece.node, offset: Math.max(0, Math.min(offset - piece.start, piece.node.length)) };
	}
}

function piecesOf(block: HTMLElement): Piece[] {
	const pieces: Piece[] = [];
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	let start = 0;
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		pieces.push({ node: node as Text, start });
		start += (node as Text).length;
	}
	return pieces;
}
