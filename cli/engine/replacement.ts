import { closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, lstatSync, openSync, readSync, readlinkSync, renameSync, unlinkSync, writeSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import type { ByteEdit } from './mend.ts';
import type { Piece } from './pieces.ts';
import { FileTrouble } from './read-file.ts';

const CHUNK = 1 << 20;

/** New files that are not in place yet: removed when the run is interrupted. */
const unfinished = new Set<string>();

/** Removes what an interrupted run would leave behind; the files themselves are as they were. */
export function removeUnfinished(): void {
	for (const file of unfinished) { tryTo(() => { unlinkSync(file); }); }
	unfinished.clear();
}

/**
 * Replaces a file by an edited copy of itself, whole or not at all: the copy lies beside it until it is complete and on
 * the disk, then takes its name. What is not edited is copied byte for byte. No copy is made where nothing is edited.
 */
export class Replacement {
	readonly #path: string;
	readonly #source: number;
	readonly #before: BigIntStats;
	readonly #temporary: string;
	#copy: number | undefined;
	#read = 0;

	/** @throws FileTrouble for symbolic links and what is no regular file */
	constructor(file: string) {
		this.#path = file;
		const stats = lstatSync(file, { bigint: true });
		if (stats.isSymbolicLink()) { throw new FileTrouble(`this is a symbolic link, which is not replaced; name the file it leads to (${readlinkSync(file)}).`); }
		if (!stats.isFile()) { throw new FileTrouble('this is no regular file; only regular files can be mended in place.'); }
		this.#source = openSync(file, 'r');
		this.#before = fstatSync(this.#source, { bigint: true });
		this.#temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${process.pid}.warraq`);
	}

	/** Takes the next piece of the file; pieces come without gaps. */
	add(piece: Piece, edits: readonly ByteEdit[]): void {
		this.#read = piece.start + piece.bytes.length;
		if (this.#copy === undefined) {
			if (edits.length === 0) { return; }
			this.#copy = this.#begin(piece.start);
		}
		let at = piece.start;
		for (const edit of edits) {
			writeAll(this.#copy, piece.bytes.subarray(at - piece.start, edit.start - piece.start));
			writeAll(this.#copy, edit.bytes);
			at = edit.end;
		}
		writeAll(this.#copy, piece.bytes.subarray(at - piece.start));
	}

	/**
	 * Puts the copy in the file's place; tells how many other names (hard links) the old text keeps.
	 * @throws FileTrouble where the file is not the one that was read
	 */
	commit(): number {
		if (this.#copy === undefined) { this.close(); return 0; }
		fsyncSync(this.#copy);
		closeSync(this.#copy);
		this.#copy = undefined;
		const now = lstatSync(this.#path, { bigint: true });
		const { ino, dev, size, mtimeNs, ctimeNs } = this.#before;
		const isSame = now.ino === ino && now.dev === dev && now.size === size && now.mtimeNs === mtimeNs && now.ctimeNs === ctimeNs && BigInt(this.#read) === size;
		if (!isSame) { throw new FileTrouble('it was changed by somebody else meanwhile, and was left alone; run again.'); }
		renameSync(this.#temporary, this.#path);
		unfinished.delete(this.#temporary);
		this.close();
		// So that the new name outlives a power failure; not every system can do this.
		tryTo(() => {
			const folder = openSync(path.dirname(this.#path), 'r');
			try { fsyncSync(folder); } finally { closeSync(folder); }
		});
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

	#begin(length: number): number {
		const copy = openSync(this.#temporary, 'wx', 0o600);
		unfinished.add(this.#temporary);
		tryTo(() => { fchownSync(copy, Number(this.#before.uid), Number(this.#before.gid)); });
		fchmodSync(copy, Number(this.#before.mode & 0o7777n));
		const chunk = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(1, length)));
		for (let at = 0; at < length;) {
			const read = readSync(this.#source, chunk, 0, Math.min(chunk.length, length - at), at);
			if (read === 0) { break; }
			writeAll(copy, chunk.subarray(0, read));
			at += read;
		}
		return copy;
	}
}

function writeAll(file: number, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length;) { at += writeSync(file, bytes, at, bytes.length - at); }
}

/** For what may fail without harm. */
function tryTo(action: () => void): void {
	try { action(); } catch { /* Nothing depends on it. */ }
}
