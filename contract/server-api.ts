import * as z from 'zod/mini';
import { notice, request } from './message.ts';
import { articlesChanged, articlesParams, articlesResult, sizesParams, sizesResult } from './preview-article.ts';

const count = z.int().check(z.nonnegative());

/** `warraq/status`: what the status item of an editor shows of an open dump, sent whenever it has been checked anew. */
export const status = z.object({
	uri: z.string(),
	version: z.int(),
	articles: count,
	errors: count,
	warnings: count,
	information: count,
	hints: count,
	/** What is left out and why, one sentence each; empty where nothing is. */
	limits: z.array(z.string()),
});

/** `warraq/readFile`: the server asks the client for a file it cannot reach itself; null where there is none. */
export const readFileParams = z.object({ uri: z.string() });
export const readFileResult = z.object({ text: z.nullable(z.string()) });

/** What the server answers beyond the protocol. */
export const serverApi = {
	articles: request('warraq/articles', articlesParams, articlesResult),
	articleSizes: request('warraq/articleSizes', sizesParams, sizesResult),
} as const;

/** What the server asks of a client, or tells it, beyond the protocol; only of clients that say so in {@link initializationOptions}. */
export const clientApi = {
	readFile: request('warraq/readFile', readFileParams, readFileResult),
	articlesChanged: notice('warraq/articlesChanged', articlesChanged),
	status: notice('warraq/status', status),
} as const;

/**
 * `initializationOptions` of `initialize`. Everything may be left out, as other editors than VS Code do; a value of the
 * wrong kind counts as left out.
 */
export const initializationOptions = z.object({
	/** Base address of the rule pages, without the last slash, such as the extension's own docs folder. */
	rulePages: z.catch(z.optional(z.string()), undefined),
	/** The client understands `warraq/status` and `warraq/articlesChanged`. */
	notifications: z.catch(z.optional(z.boolean()), undefined),
	/** The client answers `warraq/readFile`. */
	readsFiles: z.catch(z.optional(z.boolean()), undefined),
	/** The client answers `warraq/readFolder` and `warraq/fileSize`. */
	listsFolders: z.catch(z.optional(z.boolean()), undefined),
	/** Commands that code lenses and code actions may name because the client carries them out. */
	commands: z.catch(z.optional(z.array(z.string())), undefined),
	/** Settings of clients that cannot be asked for them (`workspace/configuration`): what stands below `warraq`. */
	settings: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
});

/** Commands of the server (`workspace/executeCommand`) and their arguments. */
export const serverCommands = {
	/** `[uri, { rules?: string[], isUnsafe?: boolean }?]`; answers {@link fixAllResult}. */
	fixAll: 'warraq.fixAll',
	/** `[uri, version, rule, { start, end } (UTF-16 units in the dump), index of the fix]`; answers whether it was applied. */
	applyFix: 'warraq.applyFix',
	/** `[rule]`; listed by the server only where the client does not carry it out itself. */
	openRulePage: 'warraq.openRulePage',
} as const;

export const fixAllArguments = z.tuple([z.string(), z.optional(z.object({ rules: z.optional(z.array(z.string())), isUnsafe: z.optional(z.boolean()) }))]);
export const applyFixArguments = z.tuple([z.string(), z.int(), z.string(), z.object({ start: count, end: count }), count]);
export const openRulePageArguments = z.tuple([z.string()]);

export const fixAllResult = z.object({
	/** Fixes applied. */
	fixes: count,
	/** False where time ran out before every article was mended; the next call goes on. */
	isComplete: z.boolean(),
});

export type Status = z.output<typeof status>;
export type InitializationOptions = z.output<typeof initializationOptions>;
export type FixAllResult = z.output<typeof fixAllResult>;
