import type { Extents } from './extents.ts';

/** The item at the top of the visible part, and how far its own top lies above that. */
export interface Anchor {
	readonly item: number;
	readonly offset: number;
}

/**
 * Pixels the scrolled element may be high. Browsers cap the height of an element (Chromium at 2^25), so that a longer
 * list is scrolled through a shorter element.
 */
export const TALLEST = 8_000_000;

/**
 * Which part of a long list is visible. The anchor is the truth: heights may change above it without anything moving.
 * The element's own scroll position follows it, near enough for the scroll bar, and is brought in line when nobody
 * scrolls; until then the two differ.
 */
export class Window {
	readonly extents: Extents;
	anchor: Anchor = { item: 0, offset: 0 };
	/** Height of the visible part. */
	height = 0;
	/** Scroll position of the element as last seen. */
	scrollTop = 0;

	constructor(extents: Extents) {
		this.extents = extents;
	}

	/** Distance of the visible part from the top of the list. */
	get top(): number { return this.extents.topOf(this.anchor.item) + this.anchor.offset; }
	get #lastTop(): number { return Math.max(0, this.extents.total - this.height); }
	/** Height the scrolled element should have. */
	get elementHeight(): number { return Math.min(this.extents.total, TALLEST); }
	get #lastScrollTop(): number { return Math.max(0, this.elementHeight - this.height); }
	/** Where the element's scroll position should be. */
	get wantedScrollTop(): number {
		return this.extents.total <= TALLEST ? this.top : (this.#lastTop === 0 ? 0 : (this.top / this.#lastTop) * this.#lastScrollTop);
	}

	/** Where in the element an item has to be placed so that it shows where it belongs. */
	placeOf(item: number): number {
		return this.scrollTop - this.anchor.offset + this.extents.topOf(item) - this.extents.topOf(this.anchor.item);
	}

	/** The element was scrolled, by whomever. */
	scrolledTo(scrollTop: number): void {
		const by = scrollTop - this.scrollTop;
		this.scrollTop = scrollTop;
		if (scrollTop <= 0) { this.moveTo(0); return; }
		const isFar = Math.abs(by) > this.height * 4;
		if (isFar && this.extents.total > TALLEST) { this.moveTo((scrollTop / Math.max(1, this.#lastScrollTop)) * this.#lastTop); return; }
		this.moveTo(this.top + by);
	}

	/** Shows what lies at a distance from the top of the list. */
	moveTo(top: number): void {
		const inside = Math.max(0, Math.min(top, this.#lastTop));
		const item = this.extents.itemAt(inside);
		this.anchor = { item, offset: inside - this.extents.topOf(item) };
	}

	/** Keeps the view within the list after heights have changed. */
	clamp(): void {
		if (this.top > this.#lastTop || this.top < 0) { this.moveTo(this.top); }
	}

	/** An item's height is known better; in the anchor itself the same share stays above the edge. */
	measure(item: number, height: number): boolean {
		const before = this.extents.heightOf(item);
		if (!this.extents.setHeight(item, height)) { return false; }
		if (item === this.anchor.item && before > 0 && this.anchor.offset > 0) {
			this.anchor = { item, offset: Math.min(height, this.anchor.offset * (height / before)) };
		}
		return true;
	}

	/** Items to have in the page: those visible and as much again on either side. */
	items(overscan: number): { readonly first: number; readonly last: number } {
		if (this.extents.count === 0) { return { first: 0, last: -1 }; }
		return { first: this.extents.itemAt(this.top - overscan), last: this.extents.itemAt(this.top + this.height + overscan) };
	}

	/** Items were replaced; an anchor inside them stays as near as it can. */
	splice(first: number, removed: number, heights: readonly number[]): void {
		const { item, offset } = this.anchor;
		this.extents.splice(first, removed, heights);
		if (item >= first + removed) { this.anchor = { item: item - removed + heights.length, offset }; } else if (item >= first + heights.length) {
			this.anchor = { item: Math.max(0, Math.min(first + heights.length, this.extents.count) - 1), offset: 0 };
		}
	}
}
