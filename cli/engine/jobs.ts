import type { Target } from '../files.ts';
import { RANGE_SIZE, rangesOf } from './ranges.ts';
import type { Task } from './task.ts';

/** Small files are handed to a worker together, up to this many bytes and files. */
const BATCH = { bytes: 2_000_000, files: 300 };

/** Batches of small files and parts of large ones. */
export function* jobsOf(targets: readonly Target[], rangeSize = RANGE_SIZE): Generator<readonly Task[]> {
	let batch: Task[] = [];
	let bytes = 0;
	for (const target of targets) {
		for (const part of partsOf(target, rangeSize)) {
			if (bytes + Math.min(part.end - part.start, target.size) > BATCH.bytes || batch.length >= BATCH.files) {
				if (batch.length > 0) { yield batch; }
				batch = [];
				bytes = 0;
			}
			batch.push({ ...target, ...part });
			bytes += Math.min(part.end, target.size) - part.start;
		}
	}
	if (batch.length > 0) { yield batch; }
}

function* partsOf({ path, size }: Target, rangeSize: number): Generator<{ readonly start: number; readonly end: number }> {
	let start = 0;
	try {
		for (const range of rangesOf(path, size, rangeSize)) {
			yield range;
			start = range.end;
		}
	} catch {
		// Who reads the rest will meet the same trouble, and tell it.
		yield { start, end: Number.POSITIVE_INFINITY };
	}
}
