import { hostOf } from '../format/address.ts';
import type { Article } from '../format/article.ts';
import { outletOf } from '../overrides.ts';
import type { Settings } from '../settings.ts';
import { wordsIn } from '../text/words.ts';

const words = new WeakMap<Article, number>();

/** Words of the body, lead and related headlines among them; titles do not count. Counted once an article. */
export function wordCount(article: Article): number {
	let count = words.get(article);
	if (count === undefined) {
		count = wordsIn(article.slice({ start: article.lines.start(article.bodyLine), end: article.length }));
		words.set(article, count);
	}
	return count;
}

/** Body lines that hold text, lead and related headlines among them. */
export function paragraphCount({ lines, bodyLine }: Article): number {
	let count = 0;
	for (let line = bodyLine; line < lines.count; line++) {
		if (!lines.isBlank(line)) { count++; }
	}
	return count;
}

const hosts = new WeakMap<Article, string>();

/** Host of the article's address without `www.`, found once; empty where there is none. */
export function hostOfArticle(article: Article): string {
	let host = hosts.get(article);
	if (host === undefined) {
		host = hostOf(article.address ?? '') ?? '';
		hosts.set(article, host);
	}
	return host;
}

/** Name of the outlet by the configuration, else the host; empty without either. */
export const outletName = (article: Article, settings: Settings): string => outletOf(article, settings)?.name ?? hostOfArticle(article);
