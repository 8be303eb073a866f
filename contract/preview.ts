import * as z from 'zod/mini';
import { notice, request } from './message.ts';
import { articlesChanged, articlesResult, sizesResult } from './preview-article.ts';

const count = z.int().check(z.nonnegative());
/** Line of the dump, from 0; the fraction is how far into the line. */
const line = z.number().check(z.nonnegative());

/** How text is set; what a reader has not chosen stays as the language wants it. */
export const typography = z.object({
	/** CSS list of families; empty leaves the choice to the language. */
	family: z.string().check(z.maxLength(400)),
	/** Pixels. */
	size: z.number().check(z.gte(8), z.lte(72)),
	/** Factor on what the script needs; 1 is its own. */
	lineHeight: z.number().check(z.gte(0.6), z.lte(2.5)),
	/** Ems a line is wide at most. */
	width: z.number().check(z.gte(16), z.lte(120)),
});

export const previewSettings = z.object({ typography, isSynchronised: z.boolean() });

/** All a page needs to start, or to start again. */
export const previewState = z.object({
	/** Empty while no dump is shown. */
	uri: z.string(),
	/** File name, for people. */
	name: z.string(),
	isLocked: z.boolean(),
	settings: previewSettings,
	sizes: sizesResult,
	/** First visible line of the editor; null where the page keeps its own place. */
	topLine: z.nullable(line),
	/** Line of the caret; null where no editor shows the dump. */
	caretLine: z.nullable(count),
});

/** What a page keeps over a reload: where it is and how it is arranged, never what the host can give again. */
export const previewSaved = z.object({
	uri: z.string(),
	isLocked: z.boolean(),
	line,
	isXray: z.boolean(),
	/** What the reader has changed with the buttons; null follows the settings. */
	typography: z.nullable(typography),
});

const range = z.object({ start: count, end: count });

/** What the page may ask of the extension host. Offsets are of the dump, in UTF-16 units. */
export const previewHost = {
	ready: request('preview/ready', z.object({}), previewState),
	articles: request('preview/articles', z.object({ first: count, last: count }), articlesResult),
	sizes: request('preview/sizes', z.object({}), sizesResult),
	find: request('preview/find', z.object({ query: z.string(), isExact: z.boolean() }), z.object({ version: z.int(), starts: z.array(count), ends: z.array(count), isCut: z.boolean() })),
	/** The problem that begins behind or before an offset, round the end of the dump. */
	neighbourProblem: request('preview/neighbourProblem', z.object({ offset: z.int(), direction: z.enum(['next', 'previous']) }), z.nullable(z.object({ start: count, end: count, rule: z.string() }))),
	applyFix: request('preview/applyFix', z.object({ version: z.int(), rule: z.string(), range, fix: count }), z.object({ isApplied: z.boolean(), message: z.string() })),
	reveal: notice('preview/reveal', z.object({ version: z.int(), range })),
	scrolled: notice('preview/scrolled', z.object({ line })),
	openRule: notice('preview/openRule', z.object({ rule: z.string() })),
	setLocked: notice('preview/setLocked', z.object({ isLocked: z.boolean() })),
	save: notice('preview/save', z.object({ isXray: z.boolean(), typography })),
} as const;

/** What the extension host may tell the page. */
export const previewPage = {
	/** Another dump, or the same one after host and page lost step. */
	show: notice('preview/show', previewState),
	changed: notice('preview/changed', articlesChanged),
	scrollTo: notice('preview/scrollTo', z.object({ line })),
	caret: notice('preview/caret', z.object({ line: z.nullable(count) })),
	settings: notice('preview/settings', previewSettings),
	locked: notice('preview/locked', z.object({ isLocked: z.boolean() })),
	run: notice('preview/run', z.object({ command: z.enum(['toggleXray', 'find', 'nextProblem', 'previousProblem', 'save']) })),
} as const;

export type Typography = z.output<typeof typography>;
export type PreviewSettings = z.output<typeof previewSettings>;
export type PreviewState = z.output<typeof previewState>;
export type PreviewSaved = z.output<typeof previewSaved>;
