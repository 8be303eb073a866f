import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codec } from '#disk/codec.ts';
import { Journal, JournalTrouble } from '#disk/journal/journal.ts';
import { Locked } from '#disk/journal/lock.ts';
import { journalPlace, type JournalPlace } from '#disk/journal/place.ts';
import { applyFile, rehearseFile } from '#disk/mend-file.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { reasonOf } from '#disk/read-file.ts';
import { newUndone, undoBatch } from '#disk/undo.ts';
import type { Disk } from './disk.ts';

/** Put in by the build. */
declare const WARRAQ_VERSION: string | undefined;
const version = typeof WARRAQ_VERSION === 'string' ? WARRAQ_VERSION : 'unknown';

/** While the server waits for somebody else's batch it answers nothing, so it does not. */
const PATIENCE = 0;

/** The files of the machine, as `warraq fix` mends them. */
export const nodeDisk: Disk = {
	codec,
	reaches: uri => uri.startsWith('file:'),
	rehearse: (uri, menders, between) => rehearseFile(fileURLToPath(uri), menders, new PieceCutter(), between),
	begin(folder) {
		const journal = new Journal(placeOf(folder), version, PATIENCE);
		journal.open();
		const cutter = new PieceCutter();
		return {
			apply: (uri, mender, stamp, mayCommit, between) => applyFile(fileURLToPath(uri), mender, { journal, cutter, stamp, mayCommit }, between),
			close: () => { journal.close(); },
		};
	},
	async undo(folder, { pause, refusal }) {
		const place = placeOf(folder);
		if (!existsSync(place.file)) { return undefined; }
		const undone = newUndone();
		await undoBatch(place, { roots: [], isDryRun: false, patience: PATIENCE, pause, refusal: file => refusal(uriOf(file)) }, undone);
		const { started, restored, original, changed, failed } = undone;
		return { started, restored: restored.map(uriOf), original: original.map(uriOf), changed: changed.map(uriOf), failed: failed.map(({ file, reason }) => ({ file: uriOf(file), reason })) };
	},
	reasonOf: error => (error instanceof Locked ? error.message : reasonOf(error)),
	isFinal: error => error instanceof JournalTrouble,
};

const placeOf = (folder: string): JournalPlace => journalPlace(fileURLToPath(folder).replace(/(?<=.)[/\\]$/u, ''));
const uriOf = (file: string): string => pathToFileURL(file).href;
