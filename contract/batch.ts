import * as z from 'zod/mini';
import { request } from './message.ts';

const count = z.int().check(z.nonnegative());
const names = z.array(z.string());
const workDoneToken = z.optional(z.union([z.string(), z.int()]));

/** Which fixes a batch makes, and in which articles. */
export const batchChoice = z.object({
	/** Only the fixes of these rules, which are switched on for it; null for all that are on. */
	rules: z.nullable(names),
	/** Hosts, or languages, of the articles; null for all. */
	outlets: z.nullable(names),
	languages: z.nullable(names),
	/** Also unsafe fixes, where a problem offers exactly one. */
	isUnsafe: z.boolean(),
	/** Percent of all letters that may be lost; the default of the command line where left out. */
	maxLoss: z.optional(z.number().check(z.gte(0), z.lte(100))),
});

/** URIs of documents with changes that are not saved and of which the server does not know: dumps under another language, say. */
const unsaved = z.optional(names);

/** A dump that was left as it is, as people call it, and why: one sentence. */
const left = z.array(z.object({ path: z.string(), reason: z.string() }));

export const rehearsal = z.object({
	/** Names the rehearsal when it is to be carried out. */
	id: count,
	fixes: count,
	articles: count,
	/** With something to fix: files that are not open, and open dumps. */
	files: count,
	open: count,
	/** What the fixes of each rule do, by id. */
	rules: z.array(z.object({ rule: z.string(), fixes: count, articles: count, lettersLost: count })),
	/** Why it may not be carried out: which rule breaks the budget of lost letters, and what to do; null where the budget holds. */
	breach: z.nullable(z.string()),
	left,
	/** The rehearsal for people: table, sample and largest fixes. */
	text: z.string(),
});

export const batchReport = z.object({
	fixes: count,
	/** Files replaced on disk, and open dumps edited in the editor, which are not saved. */
	written: count,
	edited: count,
	/** Stopped by the user between two dumps. */
	isInterrupted: z.boolean(),
	left,
	text: z.string(),
});

export const undoReport = z.object({
	/** Dumps that are as before the batch. */
	restored: count,
	left,
});

const batch = z.object({ rule: z.string(), outlet: z.string(), language: z.string(), articles: count, fixes: count, removed: count, added: count, needsUnsafe: z.boolean() });

/** What the server answers about fixes in all dumps of the workspace folders, open or not. */
export const batchApi = {
	/** Mends every dump without writing anything; reports progress by `workDoneToken`. */
	rehearseFixes: request('warraq/rehearseFixes', z.object({ choice: batchChoice, workDoneToken }), rehearsal),
	/** Carries out the last rehearsal; a dump that was changed since is left alone. */
	applyFixes: request('warraq/applyFixes', z.object({ id: count, unsaved, workDoneToken }), batchReport),
	/** Takes the last batch back, where a dump is still what that batch made of it. */
	undoFixes: request('warraq/undoFixes', z.object({ unsaved }), undoReport),
	/** What each rule of normalisation alone would change, by outlet and language; the largest first. */
	listBatches: request('warraq/listBatches', z.object({ workDoneToken }), z.object({ batches: z.array(batch) })),
} as const;

export type BatchChoice = z.output<typeof batchChoice>;
export type RehearsalResult = z.output<typeof rehearsal>;
export type BatchReport = z.output<typeof batchReport>;
export type UndoReport = z.output<typeof undoReport>;
export type ListedBatch = z.output<typeof batch>;
