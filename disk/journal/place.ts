import path from 'node:path';
import { JOURNAL_FILE, JOURNAL_FOLDER } from '#contract/journal.ts';

/** Where the journal of a batch lies. */
export interface JournalPlace {
	/** The folder whose files it tells of, absolute. */
	readonly home: string;
	/** In it, hidden, so that nothing in it is ever taken for a dump. */
	readonly folder: string;
	readonly file: string;
	/** A journal that has not told of a mended file yet. */
	readonly next: string;
	/** Whoever writes or undoes holds it. */
	readonly lock: string;
}

/** The journal stands with the data: there it can be written, because its neighbours can, and it goes where they go. */
export function journalPlace(home: string): JournalPlace {
	const folder = path.join(home, JOURNAL_FOLDER);
	return { home, folder, file: path.join(folder, JOURNAL_FILE), next: path.join(folder, `next.${JOURNAL_FILE}`), lock: path.join(folder, 'lock') };
}
