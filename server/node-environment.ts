import { createHash } from 'node:crypto';
import { unwatchFile, watchFile, type StatsListener } from 'node:fs';
import { opendir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globMatcher, ignoreMatcher } from '#contract/globs.ts';
import type { Environment, FoundFile } from './environment.ts';

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
		},
	};
}

function pathOf(uri: string): string | undefined {
	if (!uri.startsWith('file:')) { return undefined; }
	try { return fileURLToPath(uri); } catch { return undefined; }
}

const isHidden = (path: string): boolean => /(?:^|\/)(?:\.[^/]*|node_modules)$/u.test(path);

/** Paths are relative to the root, with `/`. */
interface Choice {
	isWanted(path: string): boolean;
	isEntered(path: string): boolean;
}

function choiceOf(globs: readonly string[], ignore: readonly string[]): Choice {
	const isIgnored = ignoreMatcher(ignore);
	const isFile = globMatcher(globs);
	return { isWanted: path => isFile(path) && !isIgnored(path), isEntered: path => !isHidden(path) && !isIgnored(path) };
}

function isChosen(root: string | undefined, file: string | undefined, choice: Choice): boolean {
	if (root === undefined || file === undefined) { return false; }
	const parts = relative(root, file).split(sep);
	if (parts[0] === '..' || isAbsolute(parts[0] ?? '')) { return false; }
	const path = parts.join('/');
	return choice.isWanted(path) && parts.every((_, at) => at === 0 || choice.isEntered(parts.slice(0, at).join('/')));
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
