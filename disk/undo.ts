import { closeSync, existsSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileState } from '#contract/journal.ts';
import { isWithin } from './folders.ts';
import { removeFolder, removeLeftover } from './journal/folder.ts';
import { editsIn } from './journal/lines.ts';
import { takeLock } from './journal/lock.ts';
import type { JournalPlace } from './journal/place.ts';
import { readJournal, type Entry } from './journal/read.ts';
import { stateOf } from './prove.ts';
import { FileTrouble, reasonOf } from './read-file.ts';
import { Replacement, removeUnfinished } from './replacement.ts';

/** What has become of the files of a batch, by absolute path. */
export interface Undone {
	/** When the batch began, ISO 8601; empty until its journal has been read. */
	started: string;
	readonly restored: string[];
	/** As they were before the batch already. */
	readonly original: string[];
	/** Not what the batch wrote any more: left alone. */
	readonly changed: string[];
	/** Not restored, each with the reason. */
	readonly failed: { readonly file: string; readonly reason: string }[];
}

export const newUndone = (): Undone => ({ started: '', restored: [], original: [], changed: [], failed: [] });

/** Whether something of the batch is left to be undone. */
export const isUndoLeft = ({ changed, failed }: Undone): boolean => changed.length + failed.length > 0;

export interface UndoOptions {
	/** A journal may come with the data of somebody else: besides its own folder only what lies in these is touched. */
	readonly roots: readonly string[];
	readonly isDryRun: boolean;
	/** How long to wait for others that are at work, milliseconds; see `takeLock`. */
	readonly patience?: number;
	/** Called before each file; what it throws ends the work. */
	readonly pause: () => Promise<void>;
	/** Why a file must be left alone, as a sentence; undefined where it need not. */
	readonly refusal?: (file: string) => string | undefined;
}

/**
 * Gives every file that the last batch mended its bytes back, where it is still what that batch wrote; the journal goes
 * once nothing is left to be undone.
 * @param undone takes down what has become of each file, also when the work ends early
 * @throws Locked @throws FileTrouble for a journal that cannot be read
 */
export async function undoBatch(place: JournalPlace, options: UndoOptions, undone: Undone): Promise<void> {
	const lock = takeLock(place.lock, options.patience);
	try {
		if (lock.isInherited) { removeLeftover(place.file); }
		const batch = readJournal(place.file);
		undone.started = batch.started;
		await restoreAll(batch.entries, place, options, undone);
		if (!options.isDryRun && !isUndoLeft(undone)) { rmSync(place.file); }
	} finally {
		removeUnfinished();
		lock.release();
		removeFolder(place);
	}
}

async function restoreAll(entries: readonly Entry[], place: JournalPlace, { roots, isDryRun, pause, refusal }: UndoOptions, undone: Undone): Promise<void> {
	const journal = openSync(place.file, 'r');
	try {
		const isReached = reach([place.home, ...roots]);
		for (const entry of [...entries].reverse()) {
			await pause();
			const file = path.resolve(place.home, entry.file);
			try {
				if (!isReached(file)) { throw new FileTrouble('it lies outside of what was named; name its folder, too.'); }
				const state = stateAt(file, entry);
				if (state === 'original') { undone.original.push(file); } else if (state === 'changed') { undone.changed.push(file); } else {
					const reason = refusal?.(file);
					if (reason !== undefined) { throw new FileTrouble(reason); }
					if (!isDryRun) { restore(file, entry, journal); }
					undone.restored.push(file);
				}
			} catch (error) {
				undone.failed.push({ file, reason: reasonOf(error) });
			}
		}
	} finally {
		closeSync(journal);
	}
}

function reach(paths: readonly string[]): (file: string) => boolean {
	const roots = paths.flatMap(each => (existsSync(each) ? [realpathSync(each)] : []));
	return file => {
		const folder = existsSync(path.dirname(file)) ? realpathSync(path.dirname(file)) : path.dirname(file);
		const whole = path.join(folder, path.basename(file));
		return roots.some(root => isWithin(root, whole));
	};
}

function stateAt(file: string, { before, after }: Entry): 'mended' | 'original' | 'changed' {
	const size = statSync(file).size;
	if (size !== before.size && size !== after.size) { return 'changed'; }
	const open = openSync(file, 'r');
	try {
		const now = stateOf(open);
		return isSame(now, after) ? 'mended' : isSame(now, before) ? 'original' : 'changed';
	} finally {
		closeSync(open);
	}
}

const isSame = (a: FileState, b: FileState): boolean => a.size === b.size && a.sha256 === b.sha256;

/** Puts back what stood in the edited places; the file is replaced only by what it was, byte for byte. */
function restore(file: string, entry: Entry, journal: number): void {
	const replacement = new Replacement(file);
	try {
		for (const edit of editsIn(journal, entry.from, entry.to)) { replacement.edit(edit); }
		const sealed = replacement.seal();
		if (sealed === undefined || !isSame(stateOf(sealed.copy), entry.before)) { throw new FileTrouble('what the journal says of it does not give it back, and it was left alone: the journal is damaged.'); }
		replacement.commit();
	} finally {
		replacement.close();
	}
}
