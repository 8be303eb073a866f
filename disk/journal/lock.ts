import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { tryTo } from '../replacement.ts';

/** Says that somebody else is writing here. */
export class Locked extends Error {}

export interface Lock {
	/** A process that was killed has left it behind. */
	readonly isInherited: boolean;
	release(): void;
}

/** How long to wait for a lock, milliseconds: runs of single files, started side by side, take turns. */
const PATIENCE = 10_000;
const PAUSE = 20;

/** Takes the lock of a folder; one that a killed process of this machine has left behind is taken over. @throws Locked */
export function takeLock(file: string, patience = PATIENCE): Lock {
	let isInherited = false;
	for (let waited = 0; ; waited += PAUSE) {
		try {
			const lock = openSync(file, 'wx');
			try { writeSync(lock, JSON.stringify({ process: process.pid, machine: hostname() })); } finally { closeSync(lock); }
			return { isInherited, release: () => { tryTo(() => { unlinkSync(file); }); } };
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) { throw error; }
			const owner = ownerOf(file);
			if (isGone(owner)) {
				tryTo(() => { unlinkSync(file); });
				isInherited = true;
			} else if (waited >= patience) {
				const who = owner === undefined ? 'Another “warraq fix”' : `Another “warraq fix” (process ${owner.process} on ${owner.machine})`;
				throw new Locked(`${who} is at work here: wait for it; where none is any more, delete ${file}.`);
			} else { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE); }
		}
	}
}

interface Owner {
	readonly process: number;
	readonly machine: string;
}

function ownerOf(file: string): Owner | undefined {
	try {
		const owner = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner> | null;
		return typeof owner?.process === 'number' && typeof owner.machine === 'string' ? { process: owner.process, machine: owner.machine } : undefined;
	} catch {
		return undefined;
	}
}

function isGone(owner: Owner | undefined): boolean {
	if (owner?.machine !== hostname()) { return false; }
	try {
		process.kill(owner.process, 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}
