import * as z from 'zod/mini';
import { notice, request } from './message.ts';

const count = z.int().check(z.nonnegative());

/** Groups or problems one answer holds at most. */
export const MOST_IN_PAGE = 500;

/** What a reader wants to see of the problems. */
export const problemFilter = z.object({
	/** Words, each of which stands in the rule's id or group, in the outlet or in the path; empty lets all through. */
	text: z.string().check(z.maxLength(1000)),
	severities: z.array(z.enum(['error', 'warning', 'information', 'hint'])),
});

/** A part of all problems, by what they share; without any property it is the whole. */
export const problemPart = z.object({
	rule: z.optional(z.string()),
	/** Name of an outlet; empty for articles without one. */
	outlet: z.optional(z.string()),
	uri: z.optional(z.string()),
	/** Of the dump `uri`, by its index in that version; {@link CLOSED} where the dump is not open. */
	article: z.optional(z.object({ index: count, version: z.int() })),
});

/** Version of a dump that is not open. */
export const CLOSED = -1;

const page = { filter: problemFilter, part: problemPart, first: count, most: count.check(z.lte(MOST_IN_PAGE)) };
const counts = z.object({ error: count, warning: count, information: count, hint: count });

/** A node of the tree. */
export const problemGroup = z.object({
	/** Id of a rule, name of an outlet, URI of a dump, or index of an article. */
	key: z.string(),
	/** Title of an article; else empty. */
	label: z.string(),
	counts,
	/** Those with a safe fix. */
	fixable: count,
	/** Those of a dump, filtered or not, that the editor's list of problems leaves out; 0 for other groups. */
	unlisted: count,
	/** Of the dump that an article is of, else {@link CLOSED}. */
	version: z.int(),
});

/** How much of the workspace is known besides the open dumps. */
export const workspaceState = z.object({
	/** `outdated`: settings or folders have changed since. */
	state: z.enum(['unchecked', 'partial', 'whole', 'outdated']),
	/** Dumps found in files that are not open. */
	dumps: count,
	/** Files that were not checked, each with the reason, as a sentence. */
	left: z.array(z.object({ uri: z.string(), reason: z.string() })),
	/** What else was left out, one sentence each. */
	limits: z.array(z.string()),
});

export const problemGroupsParams = z.object({ ...page, by: z.enum(['rule', 'outlet', 'dump', 'article']) });
export const problemGroupsResult = z.object({
	/** Groups there are, of which the answer holds those from `first`. */
	total: count,
	groups: z.array(problemGroup),
	/** The problems of all groups together. */
	counts,
	/** The problems of the part before they were filtered, and those of them that the editor's list of problems leaves out. */
	unfiltered: count,
	unlisted: count,
	/** Open dumps. */
	open: count,
	workspace: workspaceState,
});

const position = z.object({ line: count, character: count });

export const problemListParams = z.object(page);
export const problemListResult = z.object({
	/** Problems there are, of which the answer holds those from `first`. */
	total: count,
	problems: z.array(z.object({
		uri: z.string(),
		rule: z.string(),
		severity: z.enum(['error', 'warning', 'information', 'hint']),
		message: z.string(),
		/** Title of the article. */
		title: z.string(),
		/** Lines and UTF-16 units from 0. */
		range: z.object({ start: position, end: position }),
		isFixable: z.boolean(),
	})),
});

export const problemFixParams = z.object({ filter: problemFilter, part: problemPart });
export const problemFixResult = z.object({
	/** Fixes applied, and the dumps they were applied to. */
	fixes: count,
	dumps: count,
	/** False where time ran out; the next call goes on. */
	isComplete: z.boolean(),
	/** Problems with a safe fix in dumps that are not open, which stay as they are. */
	closed: count,
});

/** What the server answers about the problems of all open dumps and, once it has been asked to check it, of the workspace. */
export const problemTreeApi = {
	problemGroups: request('warraq/problemGroups', problemGroupsParams, problemGroupsResult),
	problemList: request('warraq/problemList', problemListParams, problemListResult),
	/** Applies the safe fixes of the problems a filter shows in a part, through the editor. */
	fixProblems: request('warraq/fixProblems', problemFixParams, problemFixResult),
	/** Checks every dump of the workspace folders; reports progress by `workDoneToken`. */
	checkWorkspace: request('warraq/checkWorkspace', z.object({ workDoneToken: z.optional(z.union([z.string(), z.int()])) }), workspaceState),
	/** Leaves the open dumps only. */
	forgetWorkspace: notice('warraq/forgetWorkspace', z.object({})),
} as const;

/** What the client does for it. */
export const problemTreeClient = {
	/** The problems of a dump may be others than before; sent often, and without saying which. */
	problemsChanged: notice('warraq/problemsChanged', z.object({})),
	/** What a folder holds, links left out; null where it cannot be read. */
	readFolder: request('warraq/readFolder', z.object({ uri: z.string() }), z.object({ entries: z.nullable(z.array(z.object({ name: z.string(), isFolder: z.boolean() }))) })),
	/** Bytes of a file; null where there is none. */
	fileSize: request('warraq/fileSize', z.object({ uri: z.string() }), z.object({ size: z.nullable(count) })),
} as const;

export type ProblemFilter = z.output<typeof problemFilter>;
export type ProblemPart = z.output<typeof problemPart>;
export type ProblemGroupNode = z.output<typeof problemGroup>;
export type ProblemGroupsParams = z.output<typeof problemGroupsParams>;
export type ProblemGroupsResult = z.output<typeof problemGroupsResult>;
export type ProblemListParams = z.output<typeof problemListParams>;
export type ProblemListResult = z.output<typeof problemListResult>;
export type ProblemFixParams = z.output<typeof problemFixParams>;
export type ProblemFixResult = z.output<typeof problemFixResult>;
export type WorkspaceState = z.output<typeof workspaceState>;
