import * as z from 'zod/mini';
import { request } from './message.ts';

const count = z.int().check(z.nonnegative());
/** UTF-16 units in the dump. */
const range = z.object({ start: count, end: count });

export const acceptanceParams = z.object({
	uri: z.string(),
	version: z.int(),
	rule: z.string(),
	/** Of the one problem; null for all problems of the rule in the dump. */
	range: z.nullable(range),
	who: z.string().check(z.maxLength(200)),
	why: z.string().check(z.maxLength(1000)),
});

/** What a baseline should become. It is the client that changes it, because somebody may have it open. */
export const acceptanceResult = z.object({
	/** The baseline, which need not exist yet. */
	uri: z.string(),
	/** To be put at its end, whole lines; empty where there is nothing to accept. */
	lines: z.string(),
	/** Problems that are accepted by them. */
	count,
});

export const withdrawalParams = z.object({ uri: z.string(), version: z.int(), rule: z.string(), range });
export const withdrawalResult = z.object({
	uri: z.string(),
	/** The line to be deleted: from 0, and what stands in it. */
	line: count,
	text: z.string(),
});

/** What the server answers about problems that somebody lets stand. */
export const acceptanceApi = {
	accept: request('warraq/accept', acceptanceParams, acceptanceResult),
	withdraw: request('warraq/withdraw', withdrawalParams, withdrawalResult),
} as const;

export type AcceptanceParams = z.output<typeof acceptanceParams>;
export type AcceptanceResult = z.output<typeof acceptanceResult>;
export type WithdrawalParams = z.output<typeof withdrawalParams>;
export type WithdrawalResult = z.output<typeof withdrawalResult>;

/** Commands of a client that keeps the baseline, and what the server gives them: dump, version, rule, and the place of one problem or null. */
export const acceptanceCommands = { accept: 'warraq.acceptProblems', withdraw: 'warraq.withdrawAcceptance' } as const;
export const acceptArguments = z.tuple([z.string(), z.int(), z.string(), z.nullable(range)]);
export const withdrawArguments = z.tuple([z.string(), z.int(), z.string(), range]);
