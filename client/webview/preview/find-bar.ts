import { directionOf } from '#core/text/direction.ts';
import { button, element, icon } from '../shared/dom.ts';
import { t, wordsDirection } from '../shared/l10n.ts';
import type { Dump } from './dump.ts';
import type { Piece } from './item.ts';
import { BlockText } from './places.ts';

export interface Matches {
	readonly version: number;
	/** Offsets in the dump, rising. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	/** Whether there are more than these. */
	readonly isCut: boolean;
}

export interface FindEvents {
	readonly find: (query: string, isExact: boolean) => Promise<Matches>;
	/** Show a match; it is in the page when the promise is kept. */
	readonly reveal: (index: number, offset: number) => Promise<void>;
	/** What is in the page. */
	readonly pieces: () => Iterable<Piece>;
	readonly closed: () => void;
	readonly failed: (error: unknown) => void;
}

const NONE: Matches = { version: -1, starts: [], ends: [], isCut: false };
/** Milliseconds after the last key before the dump is searched. */
const PAUSE = 150;

/** Searches the whole dump, which the page holds only in part: the host finds, the page shows. */
export class FindBar {
	readonly root: HTMLElement;
	readonly #events: FindEvents;
	readonly #input = element('input', { type: 'text', 'aria-label': t('Find in all articles'), placeholder: t('Find'), dir: wordsDirection, spellcheck: 'false', autocomplete: 'off' });
	readonly #count = element('output', { class: 'count', 'aria-live': 'polite' });
	readonly #exact: HTMLButtonElement;
	readonly #all = new Highlight();
	readonly #current = new Highlight();
	readonly #ranges = new Map<Piece, { readonly match: number; readonly range: Range }[]>();
	#dump: Dump;
	#matches = NONE;
	#at = -1;
	#pause: ReturnType<typeof setTimeout> | undefined;
	#run = 0;

	constructor(dump: Dump, events: FindEvents) {
		this.#dump = dump;
		this.#events = events;
		this.#current.priority = 11;
		this.#all.priority = 10;
		CSS.highlights.set('found', this.#all);
		CSS.highlights.set('found-current', this.#current);
		this.#exact = button({ label: t('Match letter for letter'), icon: document.createTextNode('Aa'), className: 'toggle', onPress: () => { this.#toggleExact(); } });
		this.#exact.setAttribute('aria-pressed', 'false');
		this.root = element('div', { class: 'find', role: 'search', hidden: '' }, this.#input, this.#exact, this.#count,
			button({ label: t('Previous match (Shift+Enter)'), icon: icon('M8 13V3M3.5 7.5 8 3l4.5 4.5'), onPress: () => { this.step(-1); } }),
			button({ label: t('Next match (Enter)'), icon: icon('M8 3v10M3.5 8.5 8 13l4.5-4.5'), onPress: () => { this.step(1); } }),
			button({ label: t('Close (Escape)'), icon: icon('M4 4l8 8M12 4l-8 8'), onPress: () => { this.close(); } }));
		this.#input.addEventListener('input', () => {
			this.#input.dir = directionOf(this.#input.value) ?? wordsDirection;
			this.#searchSoon();
		});
		this.root.addEventListener('keydown', event => {
			if (event.key === 'Enter' && event.target === this.#input) { event.preventDefault(); this.step(event.shiftKey ? -1 : 1); }
			if (event.key === 'Escape') { event.stopPropagation(); this.close(); }
		});
	}

	get isOpen(): boolean { return !this.root.hidden; }

	open(text: string): void {
		this.root.hidden = false;
		if (text !== '' && !text.includes('\n')) {
			this.#input.value = text;
			this.#input.dir = directionOf(text) ?? wordsDirection;
		}
		this.#input.focus();
		this.#input.select();
		this.#searchSoon();
	}

	close(): void {
		if (!this.isOpen) { return; }
		this.root.hidden = true;
		this.#take(NONE);
		this.#events.closed();
	}

	/** Another dump is shown, or this one has changed. */
	setDump(dump: Dump): void {
		this.#dump = dump;
		if (this.isOpen) { this.#searchSoon(); }
	}

	mounted(piece: Piece): void {
		const { starts, ends, version } = this.#matches;
		if (piece.article === undefined || starts.length === 0 || version !== this.#dump.version) { return; }
		const base = this.#dump.startOf(piece.index);
		const made: { match: number; range: Range }[] = [];
		const blocks = [...piece.root.querySelectorAll<HTMLElement>('[data-start]')].map(block => new BlockText(block));
		const end = base + this.#dump.length(piece.index);
		for (let match = firstAtLeast(starts, base); match < starts.length && (starts[match] ?? end) < end; match++) {
			const start = this.#shownAt(piece, (starts[match] ?? 0) - base);
			const length = (ends[match] ?? 0) - (starts[match] ?? 0);
			const block = blocks.find(each => each.start <= start && start + length <= each.end);
			if (block !== undefined) { made.push({ match, range: block.range(start, start + length) }); }
		}
		this.#ranges.set(piece, made);
		for (const { match, range } of made) { (match === this.#at ? this.#current : this.#all).add(range); }
	}

	unmounted(piece: Piece): void {
		for (const { range } of this.#ranges.get(piece) ?? []) {
			this.#all.delete(range);
			this.#current.delete(range);
		}
		this.#ranges.delete(piece);
	}

	/** Where the current match is in the window. */
	currentRange(): Range | undefined {
		for (const range of this.#current) { return range as Range; }
		return undefined;
	}

	step(by: 1 | -1): void {
		const { length } = this.#matches.starts;
		if (length === 0) { return; }
		this.#go((this.#at + by + length) % length);
	}

	#go(match: number): void {
		this.#at = match;
		this.#tell();
		const offset = this.#matches.starts[match];
		if (offset === undefined) { return; }
		const index = this.#dump.indexOfOffset(offset);
		this.#events.reveal(index, offset - this.#dump.startOf(index)).then(() => { this.#repaint(); }, this.#events.failed);
	}

	/** A second copy that is like the first is not shown: what is found in it is shown in the first. */
	#shownAt(piece: Piece, offset: number): number {
		if (piece.article?.copies !== 'equal') { return offset; }
		const [title, copy] = ['title', 'title-copy'].map(role => piece.article?.lines.find(line => line.role === role));
		return title !== undefined && copy !== undefined && offset >= copy.start && offset <= copy.start + copy.text.length ? offset - copy.start + title.start : offset;
	}

	#repaint(): void {
		this.#all.clear();
		this.#current.clear();
		for (const made of this.#ranges.values()) {
			for (const { match, range } of made) { (match === this.#at ? this.#current : this.#all).add(range); }
		}
	}

	#toggleExact(): void {
		this.#exact.setAttribute('aria-pressed', String(this.#exact.getAttribute('aria-pressed') !== 'true'));
		this.#searchSoon();
	}

	#searchSoon(): void {
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => { this.#search().catch(this.#events.failed); }, PAUSE);
	}

	async #search(): Promise<void> {
		const run = ++this.#run;
		const query = this.#input.value;
		const found = query === '' ? NONE : await this.#events.find(query, this.#exact.getAttribute('aria-pressed') === 'true');
		if (run !== this.#run || !this.isOpen) { return; }
		const from = this.#matches.starts[this.#at] ?? 0;
		this.#take(found);
		if (query === '') { this.#count.textContent = ''; return; }
		if (found.starts.length > 0) { this.#go(Math.min(firstAtLeast(found.starts, from), found.starts.length - 1)); }
	}

	#take(matches: Matches): void {
		const pieces = [...this.#ranges.keys()];
		for (const piece of pieces) { this.unmounted(piece); }
		this.#matches = matches;
		this.#at = -1;
		this.#tell();
		for (const piece of this.#events.pieces()) { this.mounted(piece); }
	}

	#tell(): void {
		const { starts, isCut } = this.#matches;
		this.#count.textContent = starts.length === 0 ? t('No results') : t('{0} of {1}', Math.max(0, this.#at) + 1, `${starts.length.toLocaleString('en')}${isCut ? '+' : ''}`);
	}
}

function firstAtLeast(values: readonly number[], value: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] ?? 0) < value) { low = middle + 1; } else { high = middle; }
	}
	return low;
}
