import { hostOf } from '../format/address.ts';
import type { Article } from '../format/article.ts';
import type { Linter } from '../lint.ts';

/** How an article without an outlet is listed. */
export const NO_OUTLET = '(none)';

/** The host of an article's address, without `www.`. */
export const listedOutlet = (article: Article): string => hostOf(article.address ?? '') ?? NO_OUTLET;

/** Which articles are mended; undefined stands for all. */
export interface Selection {
	readonly outlets?: ReadonlySet<string> | undefined;
	/** As {@link Linter.languageOf} tells them, or their primary subtags. */
	readonly languages?: ReadonlySet<string> | undefined;
}

export function isSelected(article: Article, linter: Linter, { outlets, languages }: Selection): boolean {
	if (outlets?.has(listedOutlet(article)) === false) { return false; }
	if (languages === undefined) { return true; }
	const language = linter.languageOf(article);
	return languages.has(language) || languages.has(language.split('-', 1)[0] ?? '');
}
