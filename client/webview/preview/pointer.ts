import { elementAt } from '../shared/dom.ts';
import type { Marks } from './marks.ts';
import { placeAtPoint, placeOf } from './places.ts';
import type { Popup } from './popup.ts';

export interface PointerEvents {
	/** The reader has done something that may scroll. */
	readonly touched: () => void;
	/** Offsets in the article. */
	readonly reveal: (index: number, start: number, end: number) => void;
	readonly key: (command: 'find' | 'nextProblem' | 'previousProblem' | 'start' | 'end') => void;
}

/** Milliseconds the pointer rests on a problem before it is explained. */
const REST = 220;

/** What the reader does with mouse and keyboard over the articles. */
export class Pointer {
	readonly #scroller: HTMLElement;
	readonly #marks: Marks;
	readonly #popup: Popup;
	readonly #events: PointerEvents;
	#resting: ReturnType<typeof setTimeout> | undefined;

	constructor(scroller: HTMLElement, marks: Marks, popup: Popup, events: PointerEvents) {
		this.#scroller = scroller;
		this.#marks = marks;
		this.#popup = popup;
		this.#events = events;
		for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const) { addEventListener(type, events.touched, { passive: true, capture: true }); }
		scroller.addEventListener('pointermove', event => { this.#rest(event.clientX, event.clientY); });
		scroller.addEventListener('pointerleave', () => { clearTimeout(this.#resting); if (!popup.hasFocus) { popup.closeSoon(); } });
		scroller.addEventListener('scroll', () => { if (popup.isOpen && !popup.hasFocus) { popup.close(); } }, { passive: true });
		scroller.addEventListener('dblclick', event => { this.#reveal(event); });
		addEventListener('keydown', event => { this.#key(event); });
	}

	#rest(x: number, y: number): void {
		clearTimeout(this.#resting);
		this.#resting = setTimeout(() => {
			if (this.#popup.hasFocus) { return; }
			const place = placeAtPoint(x, y);
			const problems = place === undefined ? [] : this.#marks.at(place, x, y);
			if (problems.length === 0) { this.#popup.closeSoon(); return; }
			this.#popup.hover(problems, { left: x, right: x, top: y - 14, bottom: y + 12 });
		}, REST);
	}

	/** A double click selects a word: that word is shown in the source. */
	#reveal(event: MouseEvent): void {
		if (elementAt(event.target as Node | null)?.closest('button, a, summary') !== null) { return; }
		const selection = getSelection();
		const place = placeAtPoint(event.clientX, event.clientY);
		if (place === undefined) { return; }
		const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
		const start = range === undefined ? undefined : placeOf(range.startContainer, range.startOffset);
		const end = range === undefined ? undefined : placeOf(range.endContainer, range.endOffset);
		const isWord = start !== undefined && end !== undefined && start.index === place.index && end.index === place.index && start.offset <= place.offset && place.offset <= end.offset;
		this.#events.reveal(place.index, isWord ? start.offset : place.offset, isWord ? end.offset : place.offset);
	}

	#key(event: KeyboardEvent): void {
		if (event.key === 'F8') {
			event.preventDefault();
			this.#events.key(event.shiftKey ? 'previousProblem' : 'nextProblem');
		} else if (event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
			event.preventDefault();
			this.#events.key('find');
		} else if ((event.key === 'Home' || event.key === 'End') && !event.altKey && !event.shiftKey && !isTyping(event.target)) {
			event.preventDefault();
			this.#events.key(event.key === 'Home' ? 'start' : 'end');
		} else if (event.key === 'Escape' && this.#popup.isOpen) {
			this.#popup.close();
		} else if (event.key === 'Enter' && event.altKey && this.#scroller.contains(document.activeElement)) {
			const article = elementAt(document.activeElement)?.closest<HTMLElement>('[data-index]');
			if (article !== null && article !== undefined) { this.#events.reveal(Number(article.dataset['index']), 0, 0); }
		}
	}
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
