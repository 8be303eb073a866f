import { partOfLine } from '#core/features/article-view.ts';
import type { Typography } from '#contract/preview.ts';
import { Extents } from '../shared/extents.ts';
import { Window } from '../shared/window.ts';
import type { Dump, ItemChange } from './dump.ts';
import { Estimate } from './estimate.ts';
import { Hand } from './hand.ts';
import { lineMapOf, linesMoved, pieceOf, type Piece } from './item.ts';
import { Pieces, type PieceEvents } from './pieces.ts';

export interface ListEvents extends PieceEvents {
	/** Articles that are wanted, `first` to `last` (exclusive); asked for again and again until they are there. */
	readonly want: (first: number, last: number) => void;
	/** The visible part has moved or changed. */
	readonly moved: () => void;
}

/** Where to scroll once the article is there; `share` of the visible height stays above the place. */
interface Target {
	readonly index: number;
	readonly line: number;
	readonly share: number;
}

/** Milliseconds without scrolling after which the scroll bar is brought in line. */
const IDLE = 160;
/** Articles asked for beyond those shown. */
const AHEAD = 12;
/** Milliseconds for which a place that was asked for wins over scrolling that began before: browsers animate that of keys. */
const HELD = 700;

/** The articles of a dump, of which only those near the visible part are in the page. */
export class ArticleList {
	readonly #scroller: HTMLElement;
	readonly #sizer: HTMLElement;
	readonly #events: ListEvents;
	readonly #pieces: Pieces;
	readonly #hand: Hand;
	#dump: Dump;
	#typography: Typography;
	#estimate: Estimate;
	#window: Window;
	#isXray = false;
	#target: Target | undefined;
	/** When the target was set, as `performance.now` tells it. */
	#aimedAt = -HELD;
	#idle: ReturnType<typeof setTimeout> | undefined;
	#width = 0;

	constructor(scroller: HTMLElement, sizer: HTMLElement, dump: Dump, typography: Typography, events: ListEvents) {
		this.#scroller = scroller;
		this.#sizer = sizer;
		this.#events = events;
		this.#dump = dump;
		this.#typography = typography;
		this.#estimate = this.#newEstimate();
		this.#window = this.#newWindow();
		this.#pieces = new Pieces(sizer, events, () => { this.#resized(); });
		this.#pieces.watch(scroller);
		scroller.addEventListener('scroll', () => { this.#scrolled(); }, { passive: true });
		this.#hand = new Hand(() => { this.#settleSoon(); });
	}

	get pieces(): Iterable<Piece> { return this.#pieces.all; }

	/** The first article that is visible, and the line at the upper edge, from 0 in the dump, with its fraction. */
	get topLine(): number {
		const { item, offset } = this.#window.anchor;
		const { index, part } = this.#dump.at(item);
		const piece = this.#pieces.at(item);
		const line = piece === undefined ? 0 : lineMapOf(piece, this.#dump).lineAt(offset);
		return this.#dump.firstLine(index) + (piece === undefined ? part : line);
	}

	get topIndex(): number { return this.#dump.at(this.#window.anchor.item).index; }

	/** Shows another dump, or the same one from the start of its knowledge. */
	show(dump: Dump, typography: Typography): void {
		this.#dump = dump;
		this.#typography = typography;
		this.#target = undefined;
		this.#pieces.clear();
		this.#estimate = this.#newEstimate();
		this.#window = this.#newWindow();
		this.#scroller.scrollTop = 0;
		this.render();
	}

	/** For the next {@link show}. */
	setXrayQuietly(isXray: boolean): void { this.#isXray = isXray; }

	setXray(isXray: boolean): void {
		this.#isXray = isXray;
		this.#keepingPlace(() => { this.render(); });
	}

	setTypography(typography: Typography): void { this.#typography = typography; this.#forgetHeights(); }

	/** Items were replaced, or their contents have arrived. */
	changed(changes: readonly ItemChange[]): void {
		this.#keepingPlace(() => {
			for (const { first, removed, added } of changes) {
				if (removed === added) { continue; }
				this.#window.splice(first, removed, this.#guesses(first, first + added));
				this.#pieces.renumber(first, removed, added, this.#dump);
			}
			this.render();
		});
	}

	/** Scrolls a line of the dump, with its fraction, to the upper edge or further down. */
	scrollToLine(line: number, share = 0): void {
		if (this.#dump.total === 0) { return; }
		const index = this.#dump.indexOfLine(line);
		this.#aim({ index, line: Math.min(line - this.#dump.firstLine(index), Math.max(0, this.#dump.lineCount(index) - 0.01)), share });
	}

	scrollToStart(): void { this.#aim({ index: 0, line: 0, share: 0 }); }

	/** Scrolls to the end, and stays there while articles arrive that are longer than was thought. */
	scrollToEnd(): void { this.#aim(this.#end); }

	/** Scrolls so that a rectangle of the window is well visible; nothing moves when it is already. */
	scrollToRect({ top, bottom }: { readonly top: number; readonly bottom: number }): void {
		const frame = this.#scroller.getBoundingClientRect();
		if (top >= frame.top + 24 && bottom <= frame.bottom - 24) { return; }
		this.#target = undefined;
		this.#window.moveTo(this.#window.top + top - frame.top - frame.height * 0.35);
		this.render();
		this.#settle();
	}

	get #end(): Target {
		const index = Math.max(0, this.#dump.total - 1);
		return { index, line: this.#dump.lineCount(index), share: 1 };
	}

	#aim(target: Target): void {
		if (this.#dump.total === 0) { return; }
		this.#target = target;
		this.#aimedAt = performance.now();
		const { index, line } = target;
		const item = this.#dump.itemOf(index, partOfLine(line));
		this.#window.anchor = { item, offset: 0 };
		this.render();
		this.#settle();
	}

	#hit(): boolean {
		const target = this.#target;
		if (target === undefined) { return false; }
		const item = this.#dump.itemOf(target.index, partOfLine(target.line));
		const piece = this.#pieces.at(item);
		if (piece === undefined) { return false; }
		if (piece.article !== undefined && !this.#dump.isWanting(target.index)) { this.#target = undefined; }
		const before = this.#window.top;
		this.#window.moveTo(this.#window.extents.topOf(item) + lineMapOf(piece, this.#dump).topOf(target.line) - target.share * this.#window.height);
		return Math.abs(before - this.#window.top) > 0.5;
	}

	/** Makes the page show what it should. */
	render(): void {
		this.#window.height = this.#scroller.clientHeight;
		for (let round = 0; round < 5; round++) {
			const isNew = this.#mount();
			const isMoved = this.#hit();
			if (!isNew && !isMoved) { break; }
		}
		this.#window.clamp();
		this.#place();
		this.#ask();
		this.#events.moved();
	}

	/** Mounts what is near; true when that told new heights. */
	#mount(): boolean {
		const { first, last } = this.#window.items(this.#window.height * 1.2);
		this.#pieces.dropOutside(first - 2, last + 2);
		const fresh: number[] = [];
		for (let item = first; item <= last; item++) {
			const place = this.#dump.at(item);
			const old = this.#pieces.at(item);
			if (old !== undefined && old.article === this.#dump.article(place.index) && old.isXray === this.#isXray && old.index === place.index && old.part === place.part) { continue; }
			this.#pieces.mount(item, pieceOf(this.#dump, place, this.#window.extents.heightOf(item), this.#isXray));
			fresh.push(item);
		}
		let isNew = false;
		for (const item of fresh) { isNew = this.#measure(item) || isNew; }
		for (const item of fresh) {
			const piece = this.#pieces.at(item);
			if (piece !== undefined) { this.#pieces.watch(piece.root); }
		}
		return isNew;
	}

	#measure(item: number): boolean {
		const piece = this.#pieces.at(item);
		if (piece === undefined) { return false; }
		const height = piece.root.offsetHeight;
		if (piece.article !== undefined) { this.#estimate.learn(this.#dump.lineCount(piece.index), this.#dump.length(piece.index), piece.part, height); }
		return this.#window.measure(item, height);
	}

	#place(): void {
		this.#sizer.style.height = `${this.#window.elementHeight}px`;
		// A shorter element may have pulled the scroll position with it.
		if (this.#scroller.scrollTop !== this.#window.scrollTop) { this.#window.scrollTop = this.#scroller.scrollTop; }
		for (const [item, { root }] of this.#pieces.entries) {
			const top = `${Math.round(this.#window.placeOf(item))}px`;
			if (root.style.top !== top) { root.style.top = top; }
		}
	}

	#ask(): void {
		const { first, last } = this.#window.items(this.#window.height * 1.2);
		if (last < first) { return; }
		const from = this.#dump.at(first).index;
		const to = this.#dump.at(last).index;
		this.#events.want(Math.max(0, from - AHEAD), Math.min(this.#dump.total, to + AHEAD + 1));
		this.#dump.forget(from - 100, to + 100);
	}

	#scrolled(): void {
		const { scrollTop } = this.#scroller;
		if (scrollTop === this.#window.scrollTop) { return; }
		if (this.#hand.lastInput <= this.#aimedAt && performance.now() < this.#aimedAt + HELD) { this.#settle(); return; }
		this.#window.scrolledTo(scrollTop);
		const isAtEnd = scrollTop > 0 && scrollTop >= this.#scroller.scrollHeight - this.#scroller.clientHeight - 1;
		this.#target = isAtEnd ? this.#end : undefined;
		this.render();
		this.#settleSoon();
	}

	#settleSoon(): void {
		clearTimeout(this.#idle);
		this.#idle = setTimeout(() => { if (!this.#hand.isDown) { this.#settle(); } }, IDLE);
	}

	/** Brings the element's scroll position in line with what is visible. Nothing moves on the screen. */
	#settle(): void {
		this.#sizer.style.height = `${this.#window.elementHeight}px`;
		const wanted = Math.round(this.#window.wantedScrollTop);
		if (Math.abs(wanted - this.#window.scrollTop) >= 1) { this.#scroller.scrollTop = wanted; }
		this.#window.scrollTop = this.#scroller.scrollTop;
		this.#place();
	}

	#resized(): void {
		if (this.#scroller.clientWidth !== this.#width) { this.#forgetHeights(); return; }
		let isNew = this.#window.height !== this.#scroller.clientHeight;
		for (const item of this.#pieces.items) { isNew = this.#measure(item) || isNew; }
		if (isNew) { this.render(); this.#settleSoon(); }
	}

	/** The width or the type has changed: every height is a guess again, and the line on top stays there. */
	#forgetHeights(): void {
		const line = this.topLine;
		this.#estimate = this.#newEstimate();
		this.#window = this.#newWindow();
		this.#pieces.clear();
		if (this.#dump.total > 0) { this.scrollToLine(line); } else { this.render(); }
	}

	/** Runs a change of contents so that the line at the upper edge stays at it. */
	#keepingPlace(change: () => void): void {
		const { item, offset } = this.#window.anchor;
		const piece = this.#pieces.at(item);
		if (piece === undefined || offset <= 0 || this.#target !== undefined) { change(); return; }
		const line = lineMapOf(piece, this.#dump).lineAt(offset);
		change();
		const now = this.#pieces.at(this.#window.anchor.item);
		if (now === undefined || now.index !== piece.index || now.part !== piece.part || now === piece) { return; }
		const kept = line + linesMoved(piece.article, now.article, Math.floor(line));
		const home = this.#dump.itemOfLine(now.index, Math.max(0, Math.floor(kept)));
		const shown = this.#pieces.at(home);
		this.#window.anchor = { item: home, offset: shown === undefined ? 0 : lineMapOf(shown, this.#dump).topOf(kept) };
		this.render();
	}

	#newEstimate(): Estimate {
		this.#width = this.#scroller.clientWidth;
		return new Estimate(this.#typography, Math.min(this.#width - 72, this.#typography.width * this.#typography.size));
	}

	#newWindow(): Window {
		const made = new Window(new Extents(this.#guesses(0, this.#dump.itemCount)));
		made.height = this.#scroller.clientHeight;
		made.scrollTop = this.#scroller.scrollTop;
		return made;
	}

	#guesses(first: number, last: number): number[] {
		return Array.from({ length: last - first }, (_, at) => {
			const { index, part } = this.#dump.at(first + at);
			return this.#estimate.heightOf(this.#dump.lineCount(index), this.#dump.length(index), part);
		});
	}
}
