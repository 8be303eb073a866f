import { lstatSync } from 'node:fs';
import path from 'node:path';
import { isFolder, isWithin } from '#disk/folders.ts';
import { globBase } from '../files.ts';

/** The folder of the journal, absolute: the folder that is named first, or that of the file that is named first. */
export const journalHome = (first: string): string => (isFolder(first) ? path.resolve(first) : path.resolve(exists(first) ? path.dirname(first) : globBase(first)));

/** Paths that are worth being repeated; who gave more, by a glob, knows how. */
const MOST_PATHS = 4;

/** What to write behind `--undo`, with a blank in front: the folder of the journal, and the other paths that were mended. */
export function undoArguments(home: string, paths: readonly string[]): string {
	const others = paths.map(each => path.resolve(each)).filter(file => !isWithin(home, file));
	if (others.length > MOST_PATHS) { return ' PATH…'; }
	const names = [home, ...others].map(file => path.relative('.', file)).map(name => (name === '' ? '.' : name));
	return names.length === 1 && names[0] === '.' ? '' : names.map(name => ` ${/[^\p{L}\p{N}./\\:_-]/u.test(name) ? `"${name}"` : name}`).join('');
}

function exists(file: string): boolean {
	try { lstatSync(file); return true; } catch { return false; }
}
