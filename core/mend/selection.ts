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
	/** As {@link Linter.languageOf} tells them: primary subtags. */
	readonly languages?: ReadonlySet<string> | undefined;
}

export const isSelected = (article: Article, linter: Linter, { outlets, languages }: Selection): boolean =>
	(outlets?.has(listedOutlet(article)) ?? true) && (languages?.has(linter.languageOf(article)) ?? true);
