import { closeSync, existsSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { counted } from '#core/text/quote.ts';
import type { FileState } from '#contract/journal.ts';
import type { Arguments } from '../arguments.ts';
import { stateOf } from '../engine/prove.ts';
import { FileTrouble, reasonOf } from '../engine/read-file.ts';
import { Replacement, removeUnfinished } from '../engine/replacement.ts';
import { isWithin } from '../folders.ts';
import { Exit, type Host } from '../host.ts';
import { removeFolder, removeLeftover } from '../journal/folder.ts';
import { editsIn } from '../journal/lines.ts';
import { Locked, takeLock } from '../journal/lock.ts';
import { journalPlace, type JournalPlace } from '../journal/place.ts';
import { readJournal, type Entry } from '../journal/read.ts';
import { Output } from '../output.ts';
import { Interrupted, Interruption } from './interruption.ts';

/** What has become of the files of a batch: names as the user knows them. */
interface Undone {
	readonly restored: string[];
	/** As they were before the batch already. */
	readonly original: string[];
	/** Not what the batch wrote any more: left alone. */
	readonly changed: string[];
	/** Not restored, each with the reason. */
	readonly failed: { readonly file: string; readonly reason: string }[];
}

/** `warraq fix --undo`: gives every file that the last batch mended its bytes back, where it is still what that batch wrote. */
export async function undo(args: Arguments, host: Host): Promise<number> {
	const paths = args.paths.length === 0 ? ['.'] : args.paths;
	const place = journalPlace(paths[0] ?? '.');
	if (!existsSync(place.file)) {
		const where = path.relative('.', place.home);
		host.say(`There is nothing to undo in ${where === '' ? 'this folder' : where}; “warraq fix --undo” takes the paths that were mended.`);
		return Exit.Fine;
	}
	const interruption = new Interruption();
	const undone: Undone = { restored: [], original: [], changed: [], failed: [] };
	let started = '';
	try {
		const lock = takeLock(place.lock);
		try {
			interruption.begin();
			if (lock.isInherited) { removeLeftover(place.file); }
			const batch = readJournal(place.file);
			started = batch.started;
			await restoreAll(batch.entries, place, paths, args.isDryRun, undone, interruption);
			if (!args.isDryRun && undone.changed.length + undone.failed.length === 0) { rmSync(place.file); }
		} finally {
			interruption.end();
			removeUnfinished();
			lock.release();
			removeFolder(place);
		}
	} catch (error) {
		if (error instanceof Locked) { host.say(error.message); return Exit.Trouble; }
		if (!(error instanceof Interrupted)) { host.say(`${path.relative('.', place.file)}: ${reasonOf(error)}`); return Exit.Trouble; }
	}
	await tell(undone, started, args, host, interruption.status !== undefined);
	if (interruption.status !== undefined) { return interruption.status; }
	return undone.changed.length + undone.failed.length > 0 ? Exit.Trouble : Exit.Fine;
}

async function restoreAll(entries: readonly Entry[], place: JournalPlace, paths: readonly string[], isDryRun: boolean, undone: Undone, interruption: Interruption): Promise<void> {
	const journal = openSync(place.file, 'r');
	try {
		const isReached = reach(place.home, paths);
		for (const entry of [...entries].reverse()) {
			await interruption.pause();
			const file = path.resolve(place.home, entry.file);
			const name = path.relative('.', file);
			try {
				if (!isReached(file)) { throw new FileTrouble('it lies outside of what was named; name its folder, too.'); }
				const state = stateAt(file, entry);
				if (state === 'original') { undone.original.push(name); } else if (state === 'changed') { undone.changed.push(name); } else {
					if (!isDryRun) { restore(file, entry, journal); }
					undone.restored.push(name);
				}
			} catch (error) {
				undone.failed.push({ file: name, reason: reasonOf(error) });
			}
		}
	} finally {
		closeSync(journal);
	}
}

/** A journal may come with the data of somebody else: only what lies in the folders that are named is touched. */
function reach(home: string, paths: readonly string[]): (file: string) => boolean {
	const roots = [home, ...paths.flatMap(each => (existsSync(each) ? [each] : []))].map(each => realpathSync(each));
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

async function tell({ restored, original, changed, failed }: Undone, started: string, { isDryRun, isQuiet, format }: Arguments, host: Host, isInterrupted: boolean): Promise<void> {
	const say = (line: string): void => { if (!isQuiet) { host.say(line); } };
	if (format === 'json') {
		const output = new Output();
		await output.write(`${JSON.stringify({ version: 1, tool: { name: 'warraq', version: host.version }, isRehearsal: isDryRun, isInterrupted, started, restored, original, changed, failed })}\n`);
		await output.end();
	}
	for (const { file, reason } of failed) { host.say(`${file}: not restored: ${reason}`); }
	for (const file of changed) { host.say(`${file}: changed since it was mended, and left alone.`); }
	if (restored.length > 0) { say(`${counted(restored.length, 'file')} ${isDryRun ? 'would be' : restored.length === 1 ? 'is' : 'are'} as before the batch of ${started}.`); }
	if (original.length > 0) { say(`${counted(original.length, 'file')} ${original.length === 1 ? 'was' : 'were'} as before already.`); }
	if (restored.length + original.length + changed.length + failed.length === 0) { say('There is nothing to undo: the batch was stopped before it had mended a file.'); }
	if (isInterrupted) { host.say('Interrupted: “warraq fix --undo” goes on where it stopped.'); }
	if (!isDryRun && changed.length + failed.length > 0) { say('The journal is kept for what could not be restored, until the next batch.'); }
}
