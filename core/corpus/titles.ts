import { keyOf } from './keys.ts';

/** Units by which a title is looked up; a shorter title proves nothing. */
const HEAD = 12;

/** Titles of a corpus, to be found inside other texts. */
export class KnownTitles {
	/** By the first units; the longest first once {@link lengthAt} has been asked. */
	readonly #byHead = new Map<number, string[]>();
	#isSorted = true;

	add(title: string): void {
		if (title.length < HEAD) { return; }
		const key = keyOf(title.slice(0, HEAD));
		const known = this.#byHead.get(key);
		if (known === undefined) { this.#byHead.set(key, [title]); } else if (!known.includes(title)) { known.push(title); this.#isSorted = false; }
	}

	/** Length of the longest title that a text holds at an offset, UTF-16 units; 0 where there is none. */
	lengthAt(text: string, start: number): number {
		if (!this.#isSorted) {
			for (const titles of this.#byHead.values()) { titles.sort((a, b) => b.length - a.length); }
			this.#isSorted = true;
		}
		if (text.length - start < HEAD) { return 0; }
		return this.#byHead.get(keyOf(text.slice(start, start + HEAD)))?.find(title => text.startsWith(title, start))?.length ?? 0;
	}
}
