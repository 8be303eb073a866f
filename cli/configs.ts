import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '#core/format/day.ts';
import type { Settings } from '#core/settings.ts';
import { BASELINE_FILE } from '#contract/baseline.ts';
import { parseConfig } from '#contract/config.ts';
import { LocatedConfig } from '#contract/located-config.ts';
import { configCandidates, defaultConfig, mergeSettings, type Config, type RuleChoice } from '#contract/resolve.ts';
import { UsageError } from './arguments.ts';
import { readBaseline, type LocatedBaseline } from './baselines.ts';

/** A configuration in force for a folder. */
export interface Located {
	/** Index in {@link Configs.settings} of those for the articles of a file. */
	settingsOf(file: string): number;
	/** Whether a file found in a folder is taken for a dump, and whether anything in it is passed over; absolute paths. */
	isFile(file: string): boolean;
	isIgnored(file: string): boolean;
	/** The globs of the file are the built-in ones: a text file without any header is no dump. */
	readonly isGuess: boolean;
}

/** Finds, reads and keeps the configurations of a run. */
export class Configs {
	readonly settings: Settings[] = [];
	/** By the number of the settings that it is part of. */
	readonly baselines = new Map<number, LocatedBaseline>();
	/** Folder in which the baseline lies or would lie, by the number of the settings; none where nothing tells. */
	readonly homes = new Map<number, string>();
	/** A configuration or baseline that was read does not say all that its author meant. */
	hasErrors = false;
	readonly #byFolder = new Map<string, Located>();
	readonly #byFile = new Map<string, Located>();
	readonly #fixed: string | undefined;
	readonly #extra: { readonly today: Day; readonly rules: Readonly<Record<string, RuleChoice>> };
	readonly #complain: (message: string) => void;
	/** Without a configuration, by the folder of the baseline; empty where there is none. */
	readonly #builtIn = new Map<string, Located>();

	/** @param fixed path of the one configuration file to use, instead of the nearest */
	constructor(extra: { readonly today: Day; readonly rules: Readonly<Record<string, RuleChoice>> }, fixed: string | undefined, complain: (message: string) => void) {
		this.#extra = extra;
		this.#fixed = fixed;
		this.#complain = message => { this.hasErrors = true; complain(message); };
	}

	/** The configuration for the files of a folder (absolute path). */
	of(folder: string): Located {
		const known = this.#byFolder.get(folder);
		if (known !== undefined) { return known; }
		const located = this.#fixed === undefined ? this.#nearest(folder) : this.#read(this.#fixed, folder, true);
		const result = located ?? this.#unconfigured(folder);
		this.#byFolder.set(folder, result);
		return result;
	}

	#nearest(folder: string): Located | undefined {
		for (const candidate of configCandidates(folder.replaceAll('\\', '/'))) {
			const located = this.#read(candidate, path.dirname(candidate), false);
			if (located !== undefined) { return located; }
		}
		return undefined;
	}

	#unconfigured(folder: string): Located {
		const home = configCandidates(folder.replaceAll('\\', '/')).map(candidate => path.dirname(candidate)).find(each => existsSync(path.join(each, BASELINE_FILE)));
		const known = this.#builtIn.get(home ?? '') ?? this.#add(defaultConfig, folder, home);
		this.#builtIn.set(home ?? '', known);
		return known;
	}

	#read(file: string, folder: string, isWanted: boolean): Located | undefined {
		const known = this.#byFile.get(file);
		if (known !== undefined) { return known; }
		let text: string;
		try {
			text = readFileSync(file, 'utf8');
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? error.code : undefined;
			const message = `The configuration ${file} cannot be read (${String(code)}); check its name and permissions.`;
			if (isWanted) { throw new UsageError(message); }
			if (code !== 'ENOENT' && code !== 'ENOTDIR') { this.#complain(message); }
			return undefined;
		}
		const { config, problems } = parseConfig(text, file);
		for (const { message, range } of problems) {
			const before = text.slice(0, range.start).split(/\r\n?|\n/u);
			this.#complain(`${file}:${before.length}:${(before.at(-1) ?? '').length + 1}: ${message}`);
		}
		const home = isWanted ? path.dirname(path.resolve(file)) : folder;
		const located = this.#add(config, home, home);
		this.#byFile.set(file, located);
		return located;
	}

	/** @param home where the baseline lies, if there may be one */
	#add(config: Config, folder: string, home: string | undefined): Located {
		const baseline = home === undefined ? undefined : readBaseline(home, this.#complain);
		const located = new LocatedConfig(config, file => path.relative(folder, file).split(path.sep).join('/'));
		const numbers = new Map<Config, number>();
		return {
			settingsOf: file => {
				const own = located.configFor(file);
				let number = numbers.get(own);
				if (number === undefined) {
					number = this.settings.push(mergeSettings(own, { ...this.#extra, accepted: baseline?.entries ?? [] })) - 1;
					numbers.set(own, number);
					if (baseline !== undefined) { this.baselines.set(number, baseline); }
					if (home !== undefined) { this.homes.set(number, home); }
				}
				return number;
			},
			isFile: located.isFile,
			isIgnored: located.isIgnored,
			isGuess: config.files === undefined,
		};
	}
}
