import type { ArticlesParams, ArticlesResult, SizesResult } from '#contract/preview-article.ts';
import type { DumpDocument } from '#core/document/document.ts';
import { previewOf, type PreviewBody } from '#core/features/preview.ts';
import type { Article } from '#core/format/article.ts';
import type { Problem } from '#core/rules/rule.ts';
import type { Settings } from '#core/settings.ts';

/** What a view of a dump is made from; a snapshot of the session fits. */
export interface ArticlesSource {
	readonly version: number;
	readonly document: DumpDocument;
	readonly settings: Settings;
	/** The same array for the same article as long as nothing has changed; `index` is its place in the dump. */
	readonly problemsOf: (article: Article, index: number) => readonly Problem[];
}

/** Articles a request gets at most: what one message may reasonably hold. */
const MOST = 500;

/** `warraq/articles` */
export function articles(source: ArticlesSource, { first, last }: Pick<ArticlesParams, 'first' | 'last'>): ArticlesResult {
	const { document, version } = source;
	const found = document.articles.slice(first, Math.min(last, first + MOST));
	return {
		version,
		total: document.articles.length,
		articles: found.map((article, at) => ({ ...copyOf(bodyOf(source, article, first + at)), index: first + at, start: document.startOf(first + at), firstLine: document.firstLineOf(first + at) })),
	};
}

/** `warraq/articleSizes` */
export function articleSizes({ document, version }: Pick<ArticlesSource, 'document' | 'version'>): SizesResult {
	return { version, lines: document.articles.map(({ lines }) => lines.count), lengths: document.articles.map(({ length }) => length) };
}

interface Made {
	readonly problems: readonly Problem[];
	readonly settings: Settings;
	readonly body: PreviewBody;
}

const made = new WeakMap<Article, Made>();

function bodyOf({ settings, problemsOf }: ArticlesSource, article: Article, index: number): PreviewBody {
	const problems = problemsOf(article, index);
	const known = made.get(article);
	if (known?.problems === problems && known.settings === settings) { return known.body; }
	const body = previewOf(article, problems, settings);
	made.set(article, { problems, settings, body });
	return body;
}

/** The contract's arrays are not readonly; the model is never changed, so that it is handed on as it is. */
const copyOf = (body: PreviewBody): Omit<ArticlesResult['articles'][number], 'index' | 'start' | 'firstLine'> => body as Omit<ArticlesResult['articles'][number], 'index' | 'start' | 'firstLine'>;
