import { closeSync, openSync, readSync } from 'node:fs';
import { isCanonicalHeader } from '#disk/pieces.ts';

/** A file is cut into parts of about this many bytes for the workers. */
export const RANGE_SIZE = 2 * 1024 * 1024;

const WINDOW = 64 * 1024;
const mark = Buffer.from(' date ');

/** Cuts a file at canonical headers into parts of about `size` bytes; whoever reads the parts reads the same articles. */
export function* rangesOf(path: string, length: number, size = RANGE_SIZE): Generator<{ readonly start: number; readonly end: number }> {
	if (length <= size) { yield { start: 0, end: Number.POSITIVE_INFINITY }; return; }
	const file = openSync(path, 'r');
	try {
		let start = 0;
		while (length - start > size) {
			const end = firstCut(file, start + size, length);
			if (end === undefined) { break; }
			yield { start, end };
			start = end;
		}
		// The last part goes on to wherever the file ends by then.
		yield { start, end: Number.POSITIVE_INFINITY };
	} finally {
		closeSync(file);
	}
}

/** Offset of the first canonical header at or behind `from`. */
function firstCut(file: number, from: number, length: number): number | undefined {
	let window = WINDOW;
	// One byte before, which must be a line end.
	let start = from - 1;
	while (start < length) {
		const bytes = Buffer.allocUnsafe(window);
		const filled = bytes.subarray(0, readSync(file, bytes, 0, window, start));
		let open = filled.length;
		for (let at = filled.indexOf(mark, 1); at > 0; at = filled.indexOf(mark, at + 1)) {
			const isHeader = isCanonicalHeader(filled, at);
			if (isHeader === true) { return start + at; }
			if (isHeader === undefined) { open = at; break; }
		}
		if (start + filled.length >= length || filled.length === 0) { return undefined; }
		// What may be a header goes on behind the window: read it again from there, or in a larger window.
		if (open <= 1) { window *= 2; continue; }
		start += Math.min(open - 1, filled.length - 32);
		window = WINDOW;
	}
	return undefined;
}
