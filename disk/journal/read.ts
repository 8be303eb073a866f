import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import type { FileState } from '#contract/journal.ts';
import { FileTrouble } from '../read-file.ts';
import { journalLines } from './lines.ts';

/** A file that a batch has mended, or was about to. */
export interface Entry {
	/** As the journal names it. */
	readonly file: string;
	readonly before: FileState;
	readonly after: FileState;
	/** Where its edits stand in the journal, bytes. */
	readonly from: number;
	readonly to: number;
}

export interface ReadJournal {
	/** Folder that file names are relative to. */
	readonly home: string;
	readonly started: string;
	readonly process: number;
	readonly entries: readonly Entry[];
	/** The file that is named last: a killed batch may have left a copy beside it. */
	readonly last: string | undefined;
}

/** Reads a journal, without the edits in it. @throws FileTrouble for what is none */
export function readJournal(file: string): ReadJournal {
	const journal = openSync(file, 'r');
	try {
		const entries: Entry[] = [];
		let head: { readonly started: string; readonly process: number } | undefined;
		let open: { readonly file: string; readonly from: number } | undefined;
		for (const { line, start, end } of journalLines(journal, 0)) {
			if ('version' in line) { head = line; } else if ('file' in line) { open = { file: line.file, from: end }; } else if ('before' in line && open !== undefined) {
				entries.push({ file: open.file, before: line.before, after: line.after, from: open.from, to: start });
			}
		}
		if (head === undefined) { throw new FileTrouble('this is no journal that this version of Warraq can read; it was left as it is.'); }
		return { home: path.dirname(path.dirname(file)), started: head.started, process: head.process, entries, last: open?.file };
	} finally {
		closeSync(journal);
	}
}
