import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';
import { globMatcher, ignoreMatcher } from '#contract/globs.ts';
import { reasonOf } from '#disk/read-file.ts';
import type { Configs, Located } from './configs.ts';

/** A file to be worked on. */
export interface Target {
	/** As the user knows it, with `/`. */
	readonly name: string;
	readonly path: string;
	readonly size: number;
	readonly settings: number;
	/** Found in a folder by the default globs. */
	readonly isGuess: boolean;
}

export interface Found {
	readonly targets: readonly Target[];
	/** Paths that cannot be used, each with one sentence. */
	readonly troubles: readonly string[];
	/** What was passed over although somebody might expect it, as a sentence. */
	readonly notes: readonly string[];
}

const magic = /[*?{}[\]]/u;

/**
 * The files that PATH arguments stand for: a file that is named is always taken; in folders those that the
 * configuration calls dumps are, without hidden ones, `node_modules` and what is ignored. Each file once, in the order
 * of the arguments, inside a folder by name (code units, so that no locale decides).
 */
export function findFiles(args: readonly string[], configs: Configs, ignore: readonly string[]): Found {
	const search = new Search(configs, ignore);
	for (const arg of args) { search.add(arg); }
	return search.found();
}

/** The folder in which the files of a glob are looked for. */
export function globBase(glob: string): string {
	const parts = slashed(path.normalize(glob)).split('/');
	const fixed = parts.slice(0, parts.findIndex(part => magic.test(part))).join('/');
	return fixed === '' ? (glob.startsWith('/') ? '/' : '.') : fixed;
}

class Search {
	readonly #configs: Configs;
	readonly #isIgnored: (file: string) => boolean;
	readonly #seen = new Set<string>();
	readonly #targets: Target[] = [];
	readonly #troubles: string[] = [];
	#links = 0;

	constructor(configs: Configs, ignore: readonly string[]) {
		this.#configs = configs;
		const isIgnored = ignoreMatcher(ignore);
		this.#isIgnored = ignore.length === 0 ? () => false : file => isIgnored(slashed(path.relative('.', file)));
	}

	found(): Found {
		const notes = this.#links === 0 ? [] : [`${this.#links} symbolic ${this.#links === 1 ? 'link was' : 'links were'} not followed; name what it leads to, to include it.`];
		return { targets: this.#targets, troubles: this.#troubles, notes };
	}

	add(arg: string): void {
		const stats = statOf(arg);
		if (stats instanceof Error) {
			if (magic.test(arg) && isMissing(stats)) { this.#addGlob(arg); } else { this.#troubles.push(`${arg}: ${reasonOf(stats)}`); }
			return;
		}
		const file = path.resolve(arg);
		if (stats.isDirectory()) {
			const before = this.#targets.length;
			this.#walk(file, slashed(path.normalize(arg)).replace(/^\.$|\/$/u, ''), undefined);
			if (this.#targets.length === before) { this.#troubles.push(`${arg}: there is no dump in this folder (*.txt or *.dump, or what “files” in the configuration says); name the files themselves.`); }
		} else if (!stats.isFile()) {
			this.#troubles.push(`${arg}: this is a pipe or a device, not a file; let its text come on standard input, with “-” in the place of its name.`);
		} else if (!this.#isIgnored(file)) {
			this.#take({ name: slashed(path.normalize(arg)), path: file, size: stats.size, settings: this.#configs.of(path.dirname(file)).settingsOf(file), isGuess: false });
		}
	}

	#addGlob(arg: string): void {
		const glob = slashed(path.normalize(arg));
		const parts = glob.split('/');
		const base = globBase(arg);
		const rest = globMatcher([parts.slice(parts.findIndex(part => magic.test(part))).join('/')]);
		const isTaken = parts.findIndex(part => magic.test(part)) === parts.length - 1 ? (file: string): boolean => !file.includes('/') && rest(file) : rest;
		const before = this.#targets.length;
		if (!(statOf(base) instanceof Error)) {
			const folder = path.resolve(base);
			this.#walk(folder, base === '.' ? '' : base.replace(/\/$/u, ''), file => isTaken(slashed(path.relative(folder, file))));
		}
		if (this.#targets.length === before) { this.#troubles.push(`${arg}: no file fits this glob; check it, and quote it so that the shell leaves it alone.`); }
	}

	#walk(folder: string, name: string, isTaken: ((file: string) => boolean) | undefined): void {
		const config = this.#configs.of(folder);
		for (const entry of entriesOf(folder, error => { this.#troubles.push(`${name === '' ? '.' : name}: ${reasonOf(error)}`); })) {
			const file = path.join(folder, entry.name);
			const shown = name === '' ? entry.name : `${name}/${entry.name}`;
			if (entry.name.startsWith('.') || this.#isIgnored(file) || config.isIgnored(file)) { continue; }
			if (entry.isDirectory()) {
				if (entry.name !== 'node_modules') { this.#walk(file, shown, isTaken); }
				continue;
			}
			if (entry.isSymbolicLink()) {
				// What it names is found where it stands, or lies outside of what was asked for.
				this.#links++;
				continue;
			}
			if (!entry.isFile()) { continue; }
			if (isTaken === undefined ? config.isFile(file) : isTaken(file)) { this.#addFound(file, shown, config, isTaken !== undefined); }
		}
	}

	#addFound(file: string, name: string, config: Located, isNamed: boolean): void {
		const stats = statOf(file);
		if (stats instanceof Error) { this.#troubles.push(`${name}: ${reasonOf(stats)}`); return; }
		this.#take({ name, path: file, size: stats.size, settings: config.settingsOf(file), isGuess: !isNamed && config.isGuess && !name.endsWith('.dump') });
	}

	#take(target: Target): void {
		if (this.#seen.has(target.path)) { return; }
		this.#seen.add(target.path);
		this.#targets.push(target);
	}
}

const slashed = (file: string): string => (path.sep === '/' ? file : file.split(path.sep).join('/'));

const isMissing = (error: Error): boolean => 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EINVAL');

function statOf(file: string): Stats | Error {
	try {
		return statSync(file);
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

function entriesOf(folder: string, complain: (error: unknown) => void): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	} catch (error) {
		complain(error);
		return [];
	}
}
