import * as z from 'zod/mini';
import type { AcceptedProblem } from '#core/baseline.ts';
import type { Range } from '#core/text/range.ts';

/** Name of the file; it lies beside the configuration. */
export const BASELINE_FILE = 'warraq.baseline.ndjson';

/** A line that cannot be used; it accepts nothing. */
export interface BaselineTrouble {
	/** From 1. */
	readonly line: number;
	/** Of the line; UTF-16 units in the text. */
	readonly range: Range;
	/** What is wrong and what to do; one sentence. */
	readonly message: string;
}

const entry = z.object({ rule: z.string(), address: z.string(), title: z.string(), line: z.string(), who: z.string(), when: z.string(), why: z.string() });

/** Reads a baseline. Never throws: what cannot be read is reported and left out. `lines` tells where each entry stands, from 1. */
export function parseBaseline(text: string): { readonly entries: readonly AcceptedProblem[]; readonly lines: readonly number[]; readonly troubles: readonly BaselineTrouble[] } {
	const entries: AcceptedProblem[] = [];
	const lines: number[] = [];
	const troubles: BaselineTrouble[] = [];
	// Lines and what ends them, in turns.
	const parts = text.split(/(\r\n|\n|\r)/u);
	let start = 0;
	for (let at = 0; at < parts.length; at += 2) {
		const line = parts[at] ?? '';
		const range = { start, end: start + line.length };
		start = range.end + (parts[at + 1] ?? '').length;
		if (line.trim() === '') { continue; }
		const read = entry.safeParse(jsonOf(line.replace(/^\ufeff/u, '')));
		if (read.success) {
			entries.push(read.data);
			lines.push(at / 2 + 1);
		} else {
			const [key] = read.error.issues[0]?.path ?? [];
			troubles.push({ line: at / 2 + 1, range, message: `This is no accepted problem (${key === undefined ? 'no object of JSON' : `“${String(key)}” must be text`}); correct the line or delete it.` });
		}
	}
	return { entries, lines, troubles };
}

/** The entries as the lines of a baseline. */
export const printBaseline = (entries: readonly AcceptedProblem[]): string => entries.map(({ rule, address, title, line, who, when, why }) => `${JSON.stringify({ rule, address, title, line, who, when, why })}\n`).join('');

function jsonOf(line: string): unknown {
	try { return JSON.parse(line); } catch { return undefined; }
}
