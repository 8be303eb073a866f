import { createHash } from 'node:crypto';
import { unwatchFile, watchFile, type StatsListener } from 'node:fs';
import { opendir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { choiceOf, isReached, type Choice } from './choice.ts';
import type { Environment, FoundFile } from './environment.ts';
import { nodeDisk } from './node-disk.ts';

/** How often a file is looked at that the client does not watch, milliseconds. */
const INTERVAL = 2000;
const decoder = new TextDecoder();

/** The platform is Node: files by `file:` URIs, of which `elsewhere` reads all others. */
export function nodeEnvironment(elsewhere: (uri: string) => Promise<string | undefined>): Environment {
	return {
		async readFile(uri) {
			const path = pathOf(uri);
			if (path === undefined) { return elsewhere(uri); }
			return readFile(path).then(bytes => decoder.decode(bytes), () => undefined);
		},
		today() {
			const now = new Date();
			return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
		},
		now: () => performance.now(),
		pause: () => setImmediate(undefined),
		contentHash: text => Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16)),
		watch(uri, changed) {
			const path = pathOf(uri);
			if (path === undefined) { return () => undefined; }
			const listener: StatsListener = (now, before) => {
				// A file that does not exist is told of once, without having changed.
				if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) { changed(); }
			};
			watchFile(path, { interval: INTERVAL, persistent: false }, listener);
			return () => { unwatchFile(path, listener); };
		},
		files: {
			find: (folder, globs, ignore) => filesIn(pathOf(folder), '', choiceOf(globs, ignore)),
			includes: (folder, uri, globs, ignore) => isChosen(pathOf(folder), pathOf(uri), choiceOf(globs, ignore)),
			sizeOf: uri => stat(pathOf(uri) ?? '').then(({ size }) => size, () => undefined),
		},
		disk: nodeDisk,
	};
}

function pathOf(uri: string): string | undefined {
	if (!uri.startsWith('file:')) { return undefined; }
	try { return fileURLToPath(uri); } catch { return undefined; }
}

function isChosen(root: string | undefined, file: string | undefined, choice: Choice): boolean {
	if (root === undefined || file === undefined) { return false; }
	const parts = relative(root, file).split(sep);
	if (parts[0] === '..' || isAbsolute(parts[0] ?? '')) { return false; }
	return isReached(parts.join('/'), choice);
}

/** Folders that cannot be read are passed over; symbolic links are not followed, so that the walk ends. */
async function* filesIn(root: string | undefined, below: string, choice: Choice): AsyncGenerator<FoundFile> {
	if (root === undefined) { return; }
	const directory = await opendir(join(root, below)).catch(() => undefined);
	if (directory === undefined) { return; }
	for await (const entry of directory) {
		const path = below === '' ? entry.name : `${below}/${entry.name}`;
		if (entry.isDirectory()) {
			if (choice.isEntered(path)) { yield* filesIn(root, path, choice); }
		} else if (entry.isFile() && choice.isWanted(path)) {
			const full = join(root, path);
			const found = await stat(full).catch(() => undefined);
			if (found !== undefined) { yield { uri: pathToFileURL(full).href, size: found.size }; }
		}
	}
}
