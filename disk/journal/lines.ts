import { readSync } from 'node:fs';
import type { ByteEdit } from '#core/mend/bytes.ts';
import { parseJournalLine, type JournalLine } from '#contract/journal.ts';

const CHUNK = 1 << 16;
const LF = 0x0a;

/** A line of a journal and where it stands, in bytes. */
export interface Placed {
	readonly line: JournalLine;
	readonly start: number;
	readonly end: number;
}

/** Reads the lines of an open journal from an offset on, one at a time; ends before the first that is none, or not whole. */
export function* journalLines(file: number, from: number, to = Number.POSITIVE_INFINITY): Generator<Placed> {
	const chunk = Buffer.allocUnsafe(CHUNK);
	let parts: Buffer[] = [];
	let start = from;
	for (let at = from; at < to;) {
		const read = readSync(file, chunk, 0, Math.min(CHUNK, to - at), at);
		if (read === 0) { return; }
		for (let used = 0; used < read;) {
			const feed = chunk.subarray(0, read).indexOf(LF, used);
			if (feed < 0) { parts.push(Buffer.from(chunk.subarray(used, read))); break; }
			const text = Buffer.concat([...parts, chunk.subarray(used, feed)]).toString();
			parts = [];
			used = feed + 1;
			const line = parseJournalLine(text);
			if (line === undefined) { return; }
			yield { line, start, end: at + used };
			start = at + used;
		}
		at += read;
	}
}

/** The edits of a part of a journal. */
export function* editsIn(journal: number, from: number, to: number): Generator<ByteEdit> {
	for (const { line } of journalLines(journal, from, to)) {
		if (!('edits' in line)) { continue; }
		for (const [start, length, text] of line.edits) { yield { start, end: start + length, bytes: Buffer.from(text) }; }
	}
}
