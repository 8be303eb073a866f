import type { Article } from '../format/article.ts';
import { languageIn } from '../overrides.ts';
import type { Problem } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import { problemSummary } from './hover/article.ts';
import { wordCount } from './measure.ts';
import { readingMinutes } from './reading.ts';

/** Lenses of an article, in the order they stand over its first line. */
export const lensKinds = ['words', 'problems', 'preview'] as const;

export type LensKind = (typeof lensKinds)[number];

/** `391 words · 3 min`, `2 errors, 1 hint`, `Preview`. */
export function lensTitle(kind: LensKind, article: Article, problems: readonly Problem[], settings: Settings): string {
	switch (kind) {
		case 'words': return wordsTitle(article, settings);
		case 'problems': return problems.length === 0 ? 'no problems' : problemSummary(problems);
		case 'preview': return 'Preview';
	}
}

function wordsTitle(article: Article, settings: Settings): string {
	const words = wordCount(article);
	const minutes = readingMinutes(words, languageIn(article, settings));
	return `${words.toLocaleString('en')} word${words === 1 ? '' : 's'}${minutes === 0 ? '' : ` · ${minutes} min`}`;
}
