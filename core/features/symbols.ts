import { fold } from '../text/fold.ts';

/** A title as the search over dumps knows it. */
export interface TitleEntry {
	readonly title: string;
	/** The title folded, see `foldTitle`. */
	readonly folded: string;
	readonly date: string;
	readonly host: string;
	/** LSP line of the title, and its length in UTF-16 units. */
	readonly line: number;
	readonly length: number;
}

/** What is compared: without marks, hamza, joiners and case, so that a search needs none of them. */
export const foldTitle = fold;

/** A query as words; every one must stand in a title, its date or its host. */
export function queryWords(query: string): readonly string[] {
	return fold(query).split(/[\s\u200b-\u200f]+/u).filter(word => word !== '');
}

/** How well an entry fits: higher is better, undefined where it does not. Without words everything fits. */
export function fitOf(entry: TitleEntry, words: readonly string[]): number | undefined {
	let fit = 0;
	for (const word of words) {
		const at = entry.folded.indexOf(word);
		if (at === 0) { fit += 4; } else if (at > 0) { fit += entry.folded[at - 1] === ' ' ? 3 : 1; } else if (entry.date.startsWith(word) || entry.host.includes(word)) { fit += 2; } else { return undefined; }
	}
	return fit;
}
