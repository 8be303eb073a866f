import { closeSync, openSync, readSync } from 'node:fs';
import type { Piece, PieceCutter } from './pieces.ts';

/** A file that cannot be worked on, for a reason the message tells in one sentence with the next step. */
export class FileTrouble extends Error {}

/** The pieces of a file between two article starts; each is valid until the next one is asked for. */
export function* piecesOf(path: string, cutter: PieceCutter, start = 0, end = Number.POSITIVE_INFINITY): Generator<Piece> {
	const file = openSync(path, 'r');
	try {
		cutter.reset(start);
		let at = start;
		let isFirst = start === 0;
		while (at < end) {
			const room = cutter.room();
			const length = readSync(file, room, 0, Math.min(room.length, end - at), at);
			if (length === 0) { break; }
			at += length;
			cutter.filled(length);
			if (isFirst) { refuseOtherEncodings(room.subarray(0, length)); isFirst = false; }
			for (let piece = cutter.take(); piece !== undefined; piece = cutter.take()) {
				yield piece;
				cutter.drop(piece);
			}
		}
		const rest = cutter.rest();
		if (rest !== undefined) { yield rest; }
	} finally {
		closeSync(file);
	}
}

/** Throws for bytes that are not UTF-8 text at all, judged by a file's first ones. */
export function refuseOtherEncodings(bytes: Buffer): void {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		throw new FileTrouble('this is UTF-16; convert it to UTF-8 first, for example by “iconv -f UTF-16 -t UTF-8”.');
	}
	const head = bytes.subarray(0, 8000);
	let zeros = 0;
	for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) { zeros++; }
	// Text that lost a few characters to NULs is still text; one in fifty bytes is not (UTF-16 without a mark has one a blank).
	if (zeros > 8 && zeros * 50 > head.length) { throw new FileTrouble('this is not text: it is full of NUL bytes; leave it out, or convert it to UTF-8.'); }
}

/** The reason of a failed file operation in words. */
export function reasonOf(error: unknown): string {
	if (error instanceof Error && !('code' in error)) { return error.message; }
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? `it cannot be used (${error instanceof Error ? error.message : String(error)}).`;
}

/** Whether there was no room for what should be written. */
export const isRoomLacking = (error: unknown): boolean => error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code));

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file; check the name.',
	EACCES: 'it may not be read or written; check its permissions.',
	EPERM: 'the system does not permit it; check the permissions of the file and its folder.',
	EISDIR: 'it is a folder.',
	ENOTDIR: 'a part of its path is not a folder; check the name.',
	ELOOP: 'its symbolic links lead round in a circle.',
	EMFILE: 'too many files are open; raise the limit by “ulimit -n”.',
	ENOSPC: 'the disk is full. Make room and run again.',
	EDQUOT: 'your disk quota is used up. Make room and run again.',
	EFBIG: 'it would become larger than a file may be here (“ulimit -f”).',
	EROFS: 'the file system is read-only.',
	EIO: 'the disk reports an error.',
};
