import type { ArticlesResult } from '#contract/preview-article.ts';
import type { Dump, ItemChange } from './dump.ts';

export interface FetcherEvents {
	readonly ask: (first: number, last: number) => Promise<ArticlesResult>;
	readonly arrived: (changes: readonly ItemChange[]) => void;
	/** Host and page disagree about the version for too long: the page should start again. */
	readonly lost: () => void;
	readonly failed: (error: unknown) => void;
}

/** Articles a request asks for; asked for in blocks, so that a moving window does not ask for the same one twice. */
const BLOCK = 16;
/** Milliseconds before articles of another version are asked for again, and how often. */
const AGAIN = 60;
const PATIENCE = 25;

/** Brings the articles that are wanted. */
export class Fetcher {
	readonly #events: FetcherEvents;
	readonly #running = new Set<number>();
	#dump: Dump;
	#wanted = { first: 0, last: 0 };
	#misses = 0;

	constructor(dump: Dump, events: FetcherEvents) {
		this.#dump = dump;
		this.#events = events;
	}

	setDump(dump: Dump): void {
		this.#dump = dump;
		this.#running.clear();
		this.#misses = 0;
	}

	/** Articles `first` to `last` (exclusive) should be there. */
	want(first: number, last: number): void {
		this.#wanted = { first, last };
		const middle = Math.floor((first + last) / 2 / BLOCK);
		const blocks: number[] = [];
		for (let block = Math.floor(first / BLOCK); block * BLOCK < last; block++) {
			if (!this.#running.has(block) && this.#lacks(block)) { blocks.push(block); }
		}
		// What is in the middle of the window is looked at.
		blocks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
		for (const block of blocks) { void this.#bring(block); }
	}

	async #bring(block: number): Promise<void> {
		const dump = this.#dump;
		this.#running.add(block);
		try {
			const result = await this.#events.ask(block * BLOCK, Math.min(dump.total, (block + 1) * BLOCK));
			if (dump !== this.#dump) { return; }
			this.#running.delete(block);
			const changes = dump.put(result);
			if (changes === undefined) { this.#missed(); return; }
			this.#misses = 0;
			this.#events.arrived(changes);
		} catch (error) {
			this.#running.delete(block);
			if (dump === this.#dump) { this.#events.failed(error); }
		}
	}

	#missed(): void {
		this.#misses++;
		if (this.#misses > PATIENCE) {
			this.#misses = 0;
			this.#events.lost();
			return;
		}
		setTimeout(() => { this.want(this.#wanted.first, this.#wanted.last); }, AGAIN);
	}

	#lacks(block: number): boolean {
		for (let index = block * BLOCK; index < Math.min(this.#dump.total, (block + 1) * BLOCK); index++) {
			if (this.#dump.isWanting(index) && index >= this.#wanted.first && index < this.#wanted.last) { return true; }
		}
		return false;
	}
}
