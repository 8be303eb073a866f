import * as z from 'zod/mini';
import type { PreviewArticle } from '#core/features/preview.ts';

const count = z.int().check(z.nonnegative());
const direction = z.enum(['ltr', 'rtl']);
const severity = z.enum(['error', 'warning', 'information', 'hint']);
const range = z.object({ start: count, end: count });

const line = z.object({
	role: z.enum(['title', 'title-copy', 'extra-title', 'lead', 'related-headlines', 'paragraph', 'blank']),
	line: count,
	start: count,
	text: z.string(),
	direction,
	language: z.string(),
	segments: z.array(z.object({ start: count, end: count, kind: z.enum(['number', 'date', 'address', 'words']), direction })),
});

/** What `core/features/preview.ts` makes, as it arrives from the server and in the page; checked against its type below. */
export const previewArticle = z.object({
	index: count,
	start: count,
	firstLine: count,
	lineCount: count,
	length: count,
	language: z.string(),
	direction,
	header: z.nullable(z.object({
		range,
		date: z.nullable(z.object({ range, raw: z.string(), day: z.string(), full: z.string(), other: z.nullable(z.object({ calendar: z.string(), text: z.string() })) })),
		address: z.nullable(z.object({ range, raw: z.string(), readable: z.string(), href: z.string() })),
		outlet: z.string(),
	})),
	copies: z.enum(['one', 'equal', 'differing']),
	words: count,
	minutes: count,
	lines: z.array(line),
	problems: z.array(z.object({
		start: count,
		end: count,
		severity,
		rule: z.string(),
		message: z.string(),
		fixes: z.array(z.object({ title: z.string(), safety: z.enum(['safe', 'unsafe']) })),
	})),
});

// The compiler compares both directions; a field that only one of the two knows is an error here.
type Same<A, B> = A extends B ? (B extends A ? true : never) : never;
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
const isSame: Same<z.output<typeof previewArticle>, Mutable<PreviewArticle>> = true;
void isSame;

/** `warraq/articles`: articles `first` to `last` (exclusive) of an open dump, clamped to those that exist. */
export const articlesParams = z.object({ uri: z.string(), first: count, last: count });
export const articlesResult = z.object({
	/** The document version all of it belongs to. */
	version: z.int(),
	/** Articles in the dump. */
	total: count,
	articles: z.array(previewArticle),
});

/**
 * `warraq/articleSizes`: of every article its lines and UTF-16 units, so that a view can lay out what it has not fetched
 * and knows where each article starts.
 */
export const sizesParams = z.object({ uri: z.string() });
export const sizesResult = z.object({ version: z.int(), lines: z.array(count), lengths: z.array(count) });

/** `warraq/articlesChanged`: `removed` articles at `first` became `added` ones; problems alone may have changed. */
export const articlesChanged = z.object({ uri: z.string(), version: z.int(), total: count, first: count, removed: count, added: count });

export type ArticlesParams = z.output<typeof articlesParams>;
export type ArticlesResult = z.output<typeof articlesResult>;
export type SizesResult = z.output<typeof sizesResult>;
export type ArticlesChanged = z.output<typeof articlesChanged>;
