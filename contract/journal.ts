import * as z from 'zod/mini';

/**
 * What a batch of fixes keeps so that it can be undone: a file of JSON lines in a folder beside the data. Behind the line
 * of the batch each mended file has one line that names it, lines with what stood in the places that were edited, and a
 * line that closes it and is on the disk before the file is replaced. A file without the last one was never touched.
 */
export const JOURNAL_FOLDER = '.warraq';
export const JOURNAL_FILE = 'journal.ndjson';

const count = z.int().check(z.nonnegative());
const state = z.object({ size: count, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/u)) });

const batchLine = z.object({
	/** Of this format. */
	version: z.literal(1),
	/** Version of the program. */
	warraq: z.string(),
	/** ISO 8601. */
	started: z.string(),
	process: count,
});
/** Relative to the folder that holds the journal's, with `/`. */
const fileLine = z.object({ file: z.string().check(z.minLength(1)) });
/** Start and length in bytes of what stands in the mended file now, and the text that stood there before; by position. */
const editsLine = z.object({ edits: z.array(z.tuple([count, count, z.string()])) });
const doneLine = z.object({ before: state, after: state });
const line = z.union([batchLine, fileLine, editsLine, doneLine]);

/** Bytes of a file and their hash, which tell whether it is still what it was. */
export type FileState = z.output<typeof state>;
export type BatchLine = z.output<typeof batchLine>;
export type JournalLine = z.output<typeof line>;

/** A line of a journal; undefined for what is none, such as one that a power failure cut off. */
export function parseJournalLine(text: string): JournalLine | undefined {
	try {
		const read = line.safeParse(JSON.parse(text));
		return read.success ? read.data : undefined;
	} catch {
		return undefined;
	}
}

export const printJournalLine = (value: JournalLine): string => `${JSON.stringify(value)}\n`;
