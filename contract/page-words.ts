import * as z from 'zod/mini';

/** Texts a page shows around articles, in the language of VS Code, by their English ones. */
export type PageWords = Readonly<Record<string, string>>;

const pageWords = z.record(z.string(), z.string());

/** What the host has written into the page; nothing, which is English, where that is no such list. */
export function readPageWords(json: string): PageWords {
	const words = z.safeParse(pageWords, JSON.parse(json));
	return words.success ? words.data : {};
}
