import { lstatSync } from 'node:fs';
import path from 'node:path';
import { JOURNAL_FILE, JOURNAL_FOLDER } from '#contract/journal.ts';
import { globBase } from '../files.ts';
import { isFolder, isWithin } from '../folders.ts';

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

/**
 * The journal stands with the data: in the folder that is named first, or in that of the file that is named first. There
 * it can be written, because its neighbours can, and it goes where they go.
 */
export function journalPlace(first: string): JournalPlace {
	const home = isFolder(first) ? path.resolve(first) : path.resolve(exists(first) ? path.dirname(first) : globBase(first));
	const folder = path.join(home, JOURNAL_FOLDER);
	return { home, folder, file: path.join(folder, JOURNAL_FILE), next: path.join(folder, `next.${JOURNAL_FILE}`), lock: path.join(folder, 'lock') };
}

/** Paths that are worth being repeated; who gave more, by a glob, knows how. */
const MOST_PATHS = 4;

/** What to write behind `--undo`, with a blank in front: the folder of the journal, and the other paths that were mended. */
export function undoArguments(home: string, paths: readonly string[]): string {
	const others = paths.map(each => path.resolve(each)).filter(file => !isWithin(home, file));
	if (others.length > MOST_PATHS) { return ' PATH…'; }
	const names = [home, ...others].map(file => path.relative('.', file)).map(name => (name === '' ? '.' : name));
	return names.length === 1 && names[0] === '.' ? '' : names.map(name => ` ${/[^\p{L}\p{N}./\\:_-]/u.test(name) ? `"${name}"` : name}`).join('');
}

function exists(file: string): boolean {
	try { lstatSync(file); return true; } catch { return false; }
}
