import { globMatcher, ignoreMatcher } from './globs.ts';
import { defaultConfig, type Config } from './resolve.ts';

/** A configuration in its folder: what it says of a file by its path. */
export class LocatedConfig {
	readonly config: Config;
	/** Whether a file found in a folder is taken for a dump. */
	readonly isFile: (file: string) => boolean;
	/** Whether a file or folder is passed over, and all that is in it. */
	readonly isIgnored: (file: string) => boolean;
	/** The configuration for the articles of a file: the same object for all files of which the same overrides hold. */
	readonly configFor: (file: string) => Config;

	/** @param relative path from the folder of the configuration to a file, with `/` between its parts */
	constructor(config: Config, relative: (file: string) => string) {
		this.config = config;
		this.isFile = config.files === undefined ? isDefaultFile : fits(globMatcher(config.files), relative);
		this.isIgnored = config.ignore.length === 0 ? () => false : fits(ignoreMatcher(config.ignore), relative);
		this.configFor = config.overrides.some(({ files }) => files !== undefined) ? chooser(config, relative) : () => config;
	}
}

const fits = (matcher: (path: string) => boolean, relative: (file: string) => string) => (file: string): boolean => matcher(relative(file));

// What DEFAULT_FILES says, without asking a glob for each of a hundred thousand files.
const isDefaultFile = (file: string): boolean => /\.(?:txt|dump)$/u.test(file);

/** Where no configuration is found. */
export const unconfigured = new LocatedConfig(defaultConfig, file => file);

function chooser(config: Config, relative: (file: string) => string): (file: string) => Config {
	const matchers = config.overrides.map(({ files }) => (files === undefined ? () => true : globMatcher(files)));
	const known = new Map<string, Config>();
	return file => {
		const path = relative(file);
		const holding = matchers.map(matcher => matcher(path));
		const key = holding.join();
		let chosen = known.get(key);
		if (chosen === undefined) { known.set(key, chosen = { ...config, overrides: config.overrides.filter((_, at) => holding[at]) }); }
		return chosen;
	};
}
