import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { counted } from '#core/text/quote.ts';
import { Locked } from '#disk/journal/lock.ts';
import { journalPlace } from '#disk/journal/place.ts';
import { reasonOf } from '#disk/read-file.ts';
import { isUndoLeft, newUndone, undoBatch, type Undone } from '#disk/undo.ts';
import type { Arguments } from '../arguments.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { journalHome } from './home.ts';
import { Interrupted, Interruption } from './interruption.ts';

/** `warraq fix --undo`: gives every file that the last batch mended its bytes back, where it is still what that batch wrote. */
export async function undo(args: Arguments, host: Host): Promise<number> {
	const paths = args.paths.length === 0 ? ['.'] : args.paths;
	// The journal lies with what was named first when it was mended, which may be named in another order now; the last batch first.
	const places = paths.map(each => journalPlace(journalHome(each))).filter(({ file }) => existsSync(file));
	const [place] = places.sort((a, b) => statSync(b.file).mtimeMs - statSync(a.file).mtimeMs);
	if (place === undefined) {
		const where = path.relative('.', journalHome(paths[0] ?? '.'));
		host.say(`There is nothing to undo in ${where === '' ? 'this folder' : where}; “warraq fix --undo” takes the paths that were mended.`);
		return Exit.Fine;
	}
	const interruption = new Interruption();
	const undone = newUndone();
	interruption.begin();
	try {
		await undoBatch(place, { roots: paths, isDryRun: args.isDryRun, pause: () => interruption.pause() }, undone);
	} catch (error) {
		if (error instanceof Locked) { host.say(error.message); return Exit.Trouble; }
		if (!(error instanceof Interrupted)) { host.say(`${path.relative('.', place.file)}: ${reasonOf(error)}`); return Exit.Trouble; }
	} finally {
		interruption.end();
	}
	await tell(undone, args, host, interruption.status !== undefined);
	if (interruption.status !== undefined) { return interruption.status; }
	return isUndoLeft(undone) ? Exit.Trouble : Exit.Fine;
}

async function tell(undone: Undone, { isDryRun, isQuiet, format }: Arguments, host: Host, isInterrupted: boolean): Promise<void> {
	const { started } = undone;
	const nameOf = (file: string): string => path.relative('.', file);
	const [restored, original, changed] = [undone.restored, undone.original, undone.changed].map(files => files.map(nameOf)) as [string[], string[], string[]];
	const failed = undone.failed.map(({ file, reason }) => ({ file: nameOf(file), reason }));
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
	if (!isDryRun && isUndoLeft(undone)) { say('The journal is kept for what could not be restored, until the next batch.'); }
}
