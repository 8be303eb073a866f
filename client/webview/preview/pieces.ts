import type { Dump } from './dump.ts';
import type { Piece } from './item.ts';

export interface PieceEvents {
	readonly mounted: (piece: Piece) => void;
	readonly unmounted: (piece: Piece) => void;
}

/** The pieces of articles that are in the page, by item; an element whose height changes by itself is noticed. */
export class Pieces {
	readonly #sizer: HTMLElement;
	readonly #events: PieceEvents;
	readonly #observer: ResizeObserver;
	readonly #byItem = new Map<number, Piece>();

	constructor(sizer: HTMLElement, events: PieceEvents, resized: () => void) {
		this.#sizer = sizer;
		this.#events = events;
		this.#observer = new ResizeObserver(resized);
	}

	get all(): Iterable<Piece> { return this.#byItem.values(); }
	get items(): Iterable<number> { return this.#byItem.keys(); }
	get entries(): Iterable<[number, Piece]> { return this.#byItem; }
	at(item: number): Piece | undefined { return this.#byItem.get(item); }

	/** Also tells of this element's size, until the page is closed. */
	watch(element: HTMLElement): void { this.#observer.observe(element); }

	/** Puts a piece in the place of the one that stood there, or behind all. */
	mount(item: number, piece: Piece): void {
		const old = this.#byItem.get(item);
		if (old === undefined) { this.#sizer.append(piece.root); } else { old.root.replaceWith(piece.root); this.#forget(old); }
		this.#byItem.set(item, piece);
		this.#events.mounted(piece);
	}

	dropOutside(first: number, last: number): void {
		for (const [item, piece] of this.#byItem) {
			if (item < first || item > last) { this.#drop(item, piece); }
		}
	}

	clear(): void {
		for (const [item, piece] of this.#byItem) { this.#drop(item, piece); }
	}

	/** Pieces behind replaced items keep their elements under new numbers. */
	renumber(first: number, removed: number, added: number, dump: Dump): void {
		const moved = [...this.#byItem].filter(([item]) => item >= first);
		for (const [item] of moved) { this.#byItem.delete(item); }
		for (const [item, piece] of moved) {
			if (item < first + removed) { this.#drop(item, piece); } else { this.#byItem.set(item - removed + added, { ...piece, ...dump.at(item - removed + added) }); }
		}
	}

	#drop(item: number, piece: Piece): void {
		this.#byItem.delete(item);
		this.#forget(piece);
		piece.root.remove();
	}

	#forget(piece: Piece): void {
		this.#observer.unobserve(piece.root);
		this.#events.unmounted(piece);
	}
}
