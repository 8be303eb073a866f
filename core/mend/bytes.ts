/** Bytes of a file to be replaced; offsets in the file. */
export interface ByteEdit {
	readonly start: number;
	readonly end: number;
	readonly bytes: Uint8Array;
}

/** A piece of a file with disjoint edits, by position, applied; `start` is where it stands in the file. */
export function applyByteEdits(bytes: Uint8Array, start: number, edits: readonly ByteEdit[]): Uint8Array {
	const result = new Uint8Array(edits.reduce((length, edit) => length + edit.bytes.length - (edit.end - edit.start), bytes.length));
	let from = 0;
	let to = 0;
	for (const edit of edits) {
		const kept = bytes.subarray(from, edit.start - start);
		result.set(kept, to);
		result.set(edit.bytes, to + kept.length);
		to += kept.length + edit.bytes.length;
		from = edit.end - start;
	}
	result.set(bytes.subarray(from), to);
	return result;
}

/**
 * Offset in the file of the first byte outside of all edits that is not in `after` what it was in `before`; undefined where
 * there is none. It walks both and asks nobody who made one of the other.
 */
export function differenceOutside(before: Uint8Array, after: Uint8Array, start: number, edits: readonly ByteEdit[]): number | undefined {
	let from = 0;
	let to = 0;
	const end = { start: start + before.length, end: start + before.length, bytes: new Uint8Array() };
	for (const edit of [...edits, end]) {
		for (; from < edit.start - start; from++, to++) {
			if (before[from] !== after[to]) { return start + from; }
		}
		from = edit.end - start;
		to += edit.bytes.length;
	}
	return to === after.length ? undefined : start + from;
}

/** Turns the edits of a file into those that take them back; pieces come in their order. */
export class Reversal {
	#shift = 0;

	/** Edits of the mended file, each with the bytes that stood there. */
	of(bytes: Uint8Array, start: number, edits: readonly ByteEdit[]): ByteEdit[] {
		return edits.map(edit => {
			const from = edit.start + this.#shift;
			this.#shift += edit.bytes.length - (edit.end - edit.start);
			return { start: from, end: from + edit.bytes.length, bytes: bytes.slice(edit.start - start, edit.end - start) };
		});
	}
}
