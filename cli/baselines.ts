import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AcceptedProblem } from '#core/baseline.ts';
import { BASELINE_FILE, parseBaseline } from '#contract/baseline.ts';

/** A baseline as it lies on the disk. */
export interface LocatedBaseline {
	/** Absolute path. */
	readonly file: string;
	readonly entries: readonly AcceptedProblem[];
	/** Of each entry, from 1. */
	readonly lines: readonly number[];
}

/** The baseline that lies in a folder, if one does; what cannot be used is complained of. */
export function readBaseline(folder: string, complain: (message: string) => void): LocatedBaseline | undefined {
	const file = path.join(folder, BASELINE_FILE);
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code !== 'ENOENT' && code !== 'ENOTDIR') { complain(`The baseline ${file} cannot be read (${String(code)}); check its permissions.`); }
		return undefined;
	}
	const { entries, lines, troubles } = parseBaseline(text);
	for (const { line, message } of troubles) { complain(`${file}:${line}: ${message}`); }
	return { file, entries, lines };
}
