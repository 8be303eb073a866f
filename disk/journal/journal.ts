import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ByteEdit } from '#core/mend/bytes.ts';
import { printJournalLine, type JournalLine } from '#contract/journal.ts';
import type { Proof } from '../prove.ts';
import { reasonOf } from '../read-file.ts';
import { syncFolder, tryTo } from '../replacement.ts';
import { makeFolder, removeFolder, removeLeftover } from './folder.ts';
import { editsIn } from './lines.ts';
import { Locked, takeLock, type Lock } from './lock.ts';
import type { JournalPlace } from './place.ts';

/** Says that the journal cannot be written; without it no file may be touched. */
export class JournalTrouble extends Error {}

/** Bytes that are collected before they are written. */
const ENOUGH = 1 << 15;

/**
 * The journal of one batch. It takes the place of the last batch's in the moment in which the first file is about to be
 * replaced: a batch that changes nothing leaves the last one's as it was.
 */
export class Journal {
	readonly place: JournalPlace;
	readonly #version: string;
	readonly #patience: number | undefined;
	#file: number | undefined;
	#lock: Lock | undefined;
	#isInPlace = false;
	#length = 0;
	#pending: Buffer[] = [];
	#pendingLength = 0;

	/** @param patience see {@link takeLock} */
	constructor(place: JournalPlace, version: string, patience?: number) {
		this.place = place;
		this.#version = version;
		this.#patience = patience;
	}

	/** Makes sure that it can be written, before any file is touched. @throws JournalTrouble */
	open(): void {
		if (this.#file !== undefined) { return; }
		this.#guard(() => {
			const { folder, next, file } = this.place;
			makeFolder(folder);
			this.#lock = takeLock(this.place.lock, this.#patience);
			if (this.#lock.isInherited) { for (const journal of [file, next]) { removeLeftover(journal); } }
			rmSync(next, { force: true });
			this.#file = openSync(next, 'wx+', 0o600);
			this.append({ version: 1, warraq: this.#version, started: new Date().toISOString(), process: process.pid });
			this.sync();
		});
	}

	/** Begins to tell of a file, given by its absolute path. @throws JournalTrouble */
	begin(file: string): JournalEntry {
		this.open();
		const start = this.#length;
		const relative = path.relative(this.place.home, file);
		this.append({ file: relative.split(path.sep).join('/') });
		this.#guard(() => { this.#flush(); });
		return new JournalEntry(this, start);
	}

	/** Adds a line, sooner or later. @throws JournalTrouble */
	append(line: JournalLine): void {
		const bytes = Buffer.from(printJournalLine(line));
		this.#pending.push(bytes);
		this.#pendingLength += bytes.length;
		this.#length += bytes.length;
		if (this.#pendingLength > ENOUGH) { this.#guard(() => { this.#flush(); }); }
	}

	/** Puts all lines on the disk. @throws JournalTrouble */
	sync(): void {
		this.#guard(() => {
			this.#flush();
			if (this.#file !== undefined) { fsyncSync(this.#file); }
		});
	}

	/** Puts it in the place of the last one. @throws JournalTrouble */
	install(): void {
		if (this.#isInPlace) { return; }
		this.#guard(() => {
			renameSync(this.place.next, this.place.file);
			syncFolder(this.place.folder);
		});
		this.#isInPlace = true;
	}

	/** Takes back what was added behind an offset. */
	cut(length: number): void {
		this.#pending = [];
		this.#pendingLength = 0;
		this.#length = length;
		tryTo(() => { if (this.#file !== undefined) { ftruncateSync(this.#file, length); } });
	}

	/** The edits that stand behind an offset, read from the disk. @throws JournalTrouble */
	*editsFrom(start: number): Generator<ByteEdit> {
		this.#guard(() => { this.#flush(); });
		if (this.#file === undefined) { return; }
		yield* editsIn(this.#file, start, this.#length);
	}

	/** Lets go of it; where no file was touched nothing of it is left. */
	close(): void {
		const file = this.#file;
		this.#file = undefined;
		if (file !== undefined) { tryTo(() => { closeSync(file); }); }
		if (file !== undefined && !this.#isInPlace) { tryTo(() => { unlinkSync(this.place.next); }); }
		if (this.#lock === undefined) { return; }
		this.#lock.release();
		this.#lock = undefined;
		removeFolder(this.place);
	}

	#flush(): void {
		if (this.#file === undefined || this.#pendingLength === 0) { return; }
		const bytes = Buffer.concat(this.#pending);
		this.#pending = [];
		this.#pendingLength = 0;
		let position = this.#length - bytes.length;
		for (let at = 0; at < bytes.length;) {
			const written = writeSync(this.#file, bytes, at, bytes.length - at, position);
			at += written;
			position += written;
		}
	}

	#guard(action: () => void): void {
		try {
			action();
		} catch (error) {
			if (error instanceof JournalTrouble) { throw error; }
			throw new JournalTrouble(error instanceof Locked ? error.message : `The journal in ${this.place.folder}, without which nothing could be undone, cannot be written: ${reasonOf(error)}`);
		}
	}
}

/** What a journal tells of one file, while that is being mended. */
export class JournalEntry {
	readonly #journal: Journal;
	readonly #start: number;

	constructor(journal: Journal, start: number) {
		this.#journal = journal;
		this.#start = start;
	}

	/** @param edits of the mended file: what takes it back */
	add(edits: readonly ByteEdit[]): void {
		if (edits.length > 0) { this.#journal.append({ edits: edits.map(({ start, end, bytes }) => [start, end - start, textOf(bytes)]) }); }
	}

	/** Everything that was added, as it stands on the disk. */
	edits(): Iterable<ByteEdit> { return this.#journal.editsFrom(this.#start); }

	/** Closes the entry and waits until it is on the disk: the file may be replaced now. */
	finish({ before, after }: Proof): void {
		this.#journal.append({ before, after });
		this.#journal.sync();
		this.#journal.install();
	}

	/** Strikes the entry out: the file was not replaced. */
	withdraw(): void { this.#journal.cut(this.#start); }
}

/** Fixes touch well-formed text only, so that what they take out is text as well. */
function textOf(bytes: Uint8Array): string {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
	if (!Buffer.from(text).equals(bytes)) { throw new Error('a fix has touched bytes that are not UTF-8'); }
	return text;
}
