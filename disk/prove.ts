import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import type { ByteEdit } from '#core/mend/bytes.ts';
import type { FileState } from '#contract/journal.ts';
import { FileTrouble } from './read-file.ts';

/** A copy that differs from its file where no fix touches it; what the message says is all that can be done. */
export class BrokenCopy extends FileTrouble {}

/** That a copy is its file but for some edits, and that these edits take it back. */
export interface Proof {
	readonly before: FileState;
	readonly after: FileState;
	/** Bytes outside of all edits, each compared. */
	readonly kept: number;
	readonly edits: number;
}

/**
 * Reads a file and its mended copy again, from the disk and side by side, and compares every byte.
 * @param reverse what takes the copy back to the file, as it was written into the journal
 * @throws BrokenCopy
 */
export function prove(source: number, copy: number, reverse: Iterable<ByteEdit>): Proof {
	const before = new HashedFile(source);
	const after = new HashedFile(copy);
	let kept = 0;
	let edits = 0;
	const compare = (length: number): void => {
		for (let left = length; left > 0;) {
			const expected = before.next(left);
			if (expected.length === 0) {
				if (length === Number.POSITIVE_INFINITY) { break; }
				throw brokenAt(before.size);
			}
			for (let done = 0; done < expected.length;) {
				const found = after.next(expected.length - done);
				if (found.length === 0 || !found.equals(expected.subarray(done, done + found.length))) { throw brokenAt(before.size - expected.length + done); }
				done += found.length;
			}
			left -= expected.length;
			kept += expected.length;
		}
	};
	for (const { start, end, bytes } of reverse) {
		compare(start - after.size);
		const at = before.size;
		if (after.skip(end - start) !== end - start || !before.holds(bytes)) { throw brokenAt(at); }
		edits++;
	}
	compare(Number.POSITIVE_INFINITY);
	if (after.next(1).length > 0) { throw brokenAt(before.size); }
	return { before: before.state, after: after.state, kept, edits };
}

const brokenAt = (byte: number): BrokenCopy => new BrokenCopy(`the mended copy differs from it at byte ${byte}, where no fix touches it. The file is as it was; this is a defect, please report it.`);

/** The size and hash of an open file. */
export function stateOf(file: number): FileState {
	const whole = new HashedFile(file);
	whole.skip(Number.POSITIVE_INFINITY);
	return whole.state;
}

const CHUNK = 1 << 18;

/** Reads an open file from its start, and hashes what it reads. */
class HashedFile {
	readonly #file: number;
	readonly #hash = createHash('sha256');
	readonly #buffer = Buffer.allocUnsafe(CHUNK);
	#from = 0;
	#to = 0;
	/** Bytes given out so far. */
	size = 0;

	constructor(file: number) { this.#file = file; }

	/** The next bytes, at most `most`; none at the end. Valid until the next call. */
	next(most: number): Buffer {
		if (this.#from === this.#to) {
			this.#to = readSync(this.#file, this.#buffer, 0, CHUNK, this.size);
			this.#from = 0;
			this.#hash.update(this.#buffer.subarray(0, this.#to));
		}
		const bytes = this.#buffer.subarray(this.#from, Math.min(this.#to, this.#from + most));
		this.#from += bytes.length;
		this.size += bytes.length;
		return bytes;
	}

	/** Passes bytes by; tells how many there were. */
	skip(length: number): number {
		let left = length;
		for (let bytes = this.next(left); bytes.length > 0; bytes = this.next(left)) { left -= bytes.length; }
		return length === Number.POSITIVE_INFINITY ? this.size : length - left;
	}

	/** Whether these are the next bytes. */
	holds(bytes: Uint8Array): boolean {
		for (let at = 0; at < bytes.length;) {
			const found = this.next(bytes.length - at);
			if (found.length === 0 || !found.equals(bytes.subarray(at, at + found.length))) { return false; }
			at += found.length;
		}
		return true;
	}

	/** Once everything has been read. */
	get state(): FileState { return { size: this.size, sha256: this.#hash.digest('hex') }; }
}
