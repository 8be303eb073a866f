import { statSync } from 'node:fs';
import path from 'node:path';

/** Whether a folder stands there; a link to one counts. */
export function isFolder(file: string): boolean {
	try { return statSync(file).isDirectory(); } catch { return false; }
}

/** Whether an absolute path is another one, or lies below it. */
export const isWithin = (root: string, file: string): boolean => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
