import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryOf, tryTo } from '../replacement.ts';
import type { JournalPlace } from './place.ts';
import { readJournal } from './read.ts';

const IGNORE = '# What the last “warraq fix” changed here, for “warraq fix --undo”. No part of the data.\n*\n';

/** Makes the folder of a journal, which version control passes over. */
export function makeFolder(folder: string): void {
	mkdirSync(folder, { recursive: true });
	if (lstatSync(folder).isSymbolicLink()) { throw new Error('it is a symbolic link; make it a folder.'); }
	const ignore = path.join(folder, '.gitignore');
	if (!existsSync(ignore)) { writeFileSync(ignore, IGNORE, { flag: 'wx' }); }
}

/** Takes the folder away where nothing but its own .gitignore is left in it. */
export function removeFolder({ folder }: JournalPlace): void {
	tryTo(() => {
		const names = readdirSync(folder);
		if (names.some(name => name !== '.gitignore')) { return; }
		for (const name of names) { unlinkSync(path.join(folder, name)); }
		rmdirSync(folder);
	});
}

/** Removes the unfinished copy that a killed batch has left beside the last file it was at. */
export function removeLeftover(file: string): void {
	tryTo(() => {
		const { process, last, home } = readJournal(file);
		if (last !== undefined) { rmSync(temporaryOf(path.resolve(home, last), process), { force: true }); }
	});
}
