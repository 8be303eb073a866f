import { accessSync, closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, lstatSync, openSync, readSync, readlinkSync, renameSync, unlinkSync, writeSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import type { ByteEdit } from '#core/mend/bytes.ts';
import type { BytePiece } from '#core/report/decoded.ts';
import { FileTrouble } from './read-file.ts';

const CHUNK = 1 << 16;

/** New files that are not in place yet: removed when the run is interrupted. */
const unfinished = new Set<string>();

/** Removes what an interrupted run would leave behind; the files themselves are as they were. */
export function removeUnfinished(): void {
	for (const file of unfinished) { tryTo(() => { unlinkSync(file); }); }
	unfinished.clear();
}

/** Where the copy of a file lies until it is complete; hidden, and of no name that dumps have. */
export const temporaryOf = (file: string, process: number): string => path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${process}.warraq`);

/** A copy that is complete and on the disk, and the file it is made of; both open for reading. */
export interface Sealed {
	readonly source: number;
	readonly copy: number;
}

/** Writes all bytes at the end of an open file. */
export type Write = (file: number, bytes: Uint8Array) => void;

/**
 * Replaces a file by an edited copy of itself, whole or not at all: the copy lies beside it until it is complete and on
 * the disk, then takes its name. What is not edited is copied byte for byte. No copy is made where nothing is edited.
 */
export class Replacement {
	readonly #path: string;
	readonly #source: number;
	readonly #before: BigIntStats;
	readonly #temporary: string;
	readonly #write: Write;
	readonly #pending = Buffer.allocUnsafe(CHUNK);
	#filled = 0;
	#copy: number | undefined;
	#isSealed = false;
	/** Offset in the file up to which the copy goes, and up to which somebody has read it. */
	#at = 0;
	#read: number | undefined;

	/** @throws FileTrouble for symbolic links and what is no regular file */
	constructor(file: string, write: Write = writeAll) {
		this.#path = file;
		this.#write = write;
		const stats = lstatSync(file, { bigint: true });
		if (stats.isSymbolicLink()) { throw new FileTrouble(`this is a symbolic link, which is not replaced; name the file it leads to (${readlinkSync(file)}).`); }
		if (!stats.isFile()) { throw new FileTrouble('this is no regular file; only regular files can be mended in place.'); }
		this.#source = openSync(file, 'r');
		this.#before = fstatSync(this.#source, { bigint: true });
		this.#temporary = temporaryOf(file, process.pid);
	}

	/** Tells this state of the file from all others. */
	get stamp(): string { return stampOf(this.#before); }

	get isEdited(): boolean { return this.#copy !== undefined; }

	/** Takes the next piece of the file; pieces come without gaps. */
	add(piece: BytePiece, edits: readonly ByteEdit[]): void {
		this.#read = piece.start + piece.bytes.length;
		for (const edit of edits) { this.edit(edit); }
	}

	/** Takes the next edit of the file, by position. @throws FileTrouble where it may not be written */
	edit({ start, end, bytes }: ByteEdit): void {
		this.#copy ??= this.#begin();
		this.#keep(this.#copy, start);
		this.#put(this.#copy, bytes);
		this.#at = end;
	}

	/** Completes the copy; undefined where nothing was edited. @throws FileTrouble where the file is not the one that was read */
	seal(): Sealed | undefined {
		if (this.#copy === undefined) { return undefined; }
		if (!this.#isSealed) {
			this.#keep(this.#copy, Number(this.#before.size));
			this.#flush(this.#copy);
			fsyncSync(this.#copy);
			this.#isSealed = true;
		}
		this.#refuseChanged();
		return { source: this.#source, copy: this.#copy };
	}

	/**
	 * Puts the copy in the file's place; tells how many other names (hard links) the old text keeps.
	 * @throws FileTrouble where the file is not the one that was read
	 */
	commit(): number {
		if (this.#copy === undefined) { this.close(); return 0; }
		this.seal();
		closeSync(this.#copy);
		this.#copy = undefined;
		renameSync(this.#temporary, this.#path);
		unfinished.delete(this.#temporary);
		this.close();
		syncFolder(path.dirname(this.#path));
		return Number(this.#before.nlink) - 1;
	}

	/** Lets go of everything; a copy that was not put in place is removed. */
	close(): void {
		const copy = this.#copy;
		this.#copy = undefined;
		if (copy !== undefined) { tryTo(() => { closeSync(copy); }); }
		if (unfinished.delete(this.#temporary)) { tryTo(() => { unlinkSync(this.#temporary); }); }
		tryTo(() => { closeSync(this.#source); });
	}

	#begin(): number {
		// The system would let it be replaced all the same, and some users may write everything.
		if ((this.#before.mode & 0o222n) === 0n) { throw new FileTrouble('it is read-only, and was left alone; make it writable to have it mended.'); }
		accessSync(this.#path, constants.W_OK);
		const copy = openSync(this.#temporary, 'wx+', 0o600);
		unfinished.add(this.#temporary);
		tryTo(() => { fchownSync(copy, Number(this.#before.uid), Number(this.#before.gid)); });
		fchmodSync(copy, Number(this.#before.mode & 0o7777n));
		return copy;
	}

	/** Copies the file as it is, up to an offset. */
	#keep(copy: number, end: number): void {
		while (this.#at < end) {
			if (this.#filled === CHUNK) { this.#flush(copy); }
			const length = readSync(this.#source, this.#pending, this.#filled, Math.min(CHUNK - this.#filled, end - this.#at), this.#at);
			if (length === 0) { throw new FileTrouble(CHANGED); }
			this.#filled += length;
			this.#at += length;
		}
	}

	#put(copy: number, bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length;) {
			if (this.#filled === CHUNK) { this.#flush(copy); }
			const part = bytes.subarray(at, at + CHUNK - this.#filled);
			this.#pending.set(part, this.#filled);
			this.#filled += part.length;
			at += part.length;
		}
	}

	#flush(copy: number): void {
		this.#write(copy, this.#pending.subarray(0, this.#filled));
		this.#filled = 0;
	}

	#refuseChanged(): void {
		const { size } = this.#before;
		if (stampOf(lstatSync(this.#path, { bigint: true })) !== this.stamp || (this.#read !== undefined && BigInt(this.#read) !== size)) { throw new FileTrouble(CHANGED); }
	}
}

const CHANGED = 'it was changed by somebody else meanwhile, and was left alone; run again.';

const stampOf = ({ ino, dev, size, mtimeNs, ctimeNs }: BigIntStats): string => [dev, ino, size, mtimeNs, ctimeNs].join(':');

export function writeAll(file: number, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length;) { at += writeSync(file, bytes, at, bytes.length - at); }
}

/** So that new names in a folder outlive a power failure; not every system can do this. */
export function syncFolder(folder: string): void {
	tryTo(() => {
		const file = openSync(folder, 'r');
		try { fsyncSync(file); } finally { closeSync(file); }
	});
}

/** For what may fail without harm. */
export function tryTo(action: () => void): void {
	try { action(); } catch { /* Nothing depends on it. */ }
}
