import type { AcceptedProblem } from '#core/baseline.ts';
import { formatDay } from '#core/format/day.ts';
import { BASELINE_FILE, parseBaseline } from '#contract/baseline.ts';
import { CONFIG_FILE, configCandidates, defaultConfig, parseConfig, parseRules, type Config, type RuleChoice } from '#contract/config.ts';
import { LocatedConfig } from '#contract/located-config.ts';
import { mergeSettings } from '#contract/resolve.ts';
import { Checker } from './checker.ts';
import type { FileTrouble } from './config-reports.ts';
import type { Environment } from './environment.ts';
import { pathBelow } from './uri.ts';

/** What the store asks of the session around it. */
export interface StoreHost {
	readonly environment: Environment;
	/** The value of the section `warraq` for a document, as the editor has it; anything. */
	editorSettings(uri: string): Promise<unknown>;
	/** Called whenever a configuration file or a baseline has been read, also without problems. */
	onConfig(uri: string, text: string, problems: readonly FileTrouble[]): void;
	/** Called for each value of the editor's settings that cannot be used, once. */
	onBadSetting(message: string): void;
	logError(message: string): void;
	/** A file that the client does not watch has changed. */
	onFileChange(): void;
	/** Whether a file can be reached: some lie where only a client that says so can read. */
	canRead(uri: string): boolean;
	/** Whether the client tells of changed files. */
	clientWatches(): boolean;
}

interface ConfigFile {
	readonly text: string;
	readonly located: LocatedConfig;
}

/** The accepted problems of a folder; `uri` is where they stand, or would. */
export interface BaselineFile {
	readonly uri: string;
	/** Undefined where there is no such file yet. */
	readonly text: string | undefined;
	readonly entries: readonly AcceptedProblem[];
}

const nothingAccepted: readonly AcceptedProblem[] = [];

/** Checkers kept for settings that were in force before; more are made anew. */
const KEPT = 20;

/** Finds the settings of each document: the nearest configuration file upward with its baseline, then what the editor says. */
export class SettingsStore {
	readonly #host: StoreHost;
	readonly #texts = new Map<string, Promise<string | undefined>>();
	readonly #parsed = new Map<string, ConfigFile>();
	readonly #baselines = new Map<string, BaselineFile>();
	/** Numbers of configurations and baselines: what they say is too long for a key. */
	readonly #numbers = new WeakMap<object, number>();
	readonly #checkers = new Map<string, Checker>();
	readonly #watched = new Map<string, () => void>();
	readonly #told = new Set<string>();
	#lastId = 0;
	#lastNumber = 0;

	constructor(host: StoreHost) { this.#host = host; }

	/** Settings of a document nobody has been asked about yet. */
	provisional(): Checker { return this.#checker(defaultConfig, nothingAccepted, {}); }

	async checkerFor(uri: string, folders: readonly string[]): Promise<Checker> { return (await this.checkersFor(uri, folders))(uri); }

	/** What chooses the checker of a document, for all that lie in the same folder as this one. */
	async checkersFor(uri: string, folders: readonly string[]): Promise<(uri: string) => Checker> {
		const folder = folderOf(uri) ?? folders[0];
		const [file, baseline, editor] = await Promise.all([this.#nearest(folder), this.#baselineIn(folder), this.#host.editorSettings(uri).catch(() => undefined)]);
		return each => this.#checker(file?.located.configFor(each) ?? defaultConfig, baseline?.entries ?? nothingAccepted, editor);
	}

	/** The configuration that is in force in a folder. */
	async configOf(folder: string): Promise<Config> { return (await this.#nearest(folder))?.located.config ?? defaultConfig; }

	/** The baseline that holds for a document, or the one that would be made for it; undefined where it lies in no folder. */
	async baselineFor(uri: string, folders: readonly string[]): Promise<BaselineFile | undefined> {
		const folder = folderOf(uri) ?? folders[0];
		if (folder === undefined) { return undefined; }
		const home = folders.find(each => pathBelow(each, uri) !== undefined) ?? folder;
		return await this.#baselineIn(folder) ?? { uri: `${home.replace(/\/$/u, '')}/${BASELINE_FILE}`, text: undefined, entries: nothingAccepted };
	}

	/** Files are read again when they are next needed. */
	forgetFiles(): void { this.#texts.clear(); }

	dispose(): void {
		for (const stop of this.#watched.values()) { stop(); }
		this.#watched.clear();
	}

	#checker(config: Config, accepted: readonly AcceptedProblem[], editor: unknown): Checker {
		const { environment } = this.#host;
		const { rules, language } = this.#read(editor);
		const today = environment.today();
		const key = JSON.stringify([this.#numberOf(config), this.#numberOf(accepted), rules, language, formatDay(today)]);
		let checker = this.#checkers.get(key);
		if (checker === undefined) {
			if (this.#checkers.size >= KEPT) { this.#checkers.clear(); }
			const settings = mergeSettings(config, { today, rules, accepted, ...language === undefined ? {} : { language } }, environment.rules);
			checker = new Checker(++this.#lastId, settings, message => { this.#host.logError(message); }, environment.rules);
			this.#checkers.set(key, checker);
		}
		return checker;
	}

	#numberOf(value: object): number {
		let number = this.#numbers.get(value);
		if (number === undefined) { this.#numbers.set(value, number = ++this.#lastNumber); }
		return number;
	}

	#read(editor: unknown): { readonly rules: Readonly<Record<string, RuleChoice>>; readonly language: string | undefined } {
		if (typeof editor !== 'object' || editor === null) { return { rules: {}, language: undefined }; }
		const language = 'language' in editor && typeof editor.language === 'string' && editor.language !== 'auto' && editor.language !== '' ? editor.language : undefined;
		const { rules, problems } = parseRules('rules' in editor ? editor.rules : {});
		for (const { message } of problems) {
			if (this.#told.has(message)) { continue; }
			this.#told.add(message);
			this.#host.onBadSetting(`Setting warraq.${message}`);
		}
		return { rules, language };
	}

	async #nearest(folder: string | undefined): Promise<ConfigFile | undefined> {
		if (folder === undefined) { return undefined; }
		for (const candidate of configCandidates(folder)) {
			const text = await this.#text(candidate);
			if (text === undefined) { this.#parsed.delete(candidate); } else { return this.#parse(candidate, text); }
		}
		return undefined;
	}

	/** As the command line finds it: beside the nearest configuration, or without one in the nearest folder that has it. */
	async #baselineIn(folder: string | undefined): Promise<BaselineFile | undefined> {
		if (folder === undefined) { return undefined; }
		for (const candidate of configCandidates(folder)) {
			const uri = candidate.slice(0, -CONFIG_FILE.length) + BASELINE_FILE;
			const [config, text] = await Promise.all([this.#text(candidate), this.#text(uri)]);
			if (text === undefined) { this.#forgetBaseline(uri); }
			if (text !== undefined) { return this.#parseBaseline(uri, text); }
			if (config !== undefined) { return { uri, text, entries: nothingAccepted }; }
		}
		return undefined;
	}

	#parse(uri: string, text: string): ConfigFile {
		const known = this.#parsed.get(uri);
		if (known?.text === text) { return known; }
		const { config, problems } = parseConfig(text, uri);
		const folder = uri.slice(0, uri.lastIndexOf('/'));
		const file = { text, located: new LocatedConfig(config, each => pathBelow(folder, each) ?? each) };
		this.#parsed.set(uri, file);
		this.#host.onConfig(uri, text, problems);
		return file;
	}

	#parseBaseline(uri: string, text: string): BaselineFile {
		const known = this.#baselines.get(uri);
		if (known?.text === text) { return known; }
		const { entries, troubles } = parseBaseline(text);
		const file = { uri, text, entries: entries.length === 0 ? nothingAccepted : entries };
		this.#baselines.set(uri, file);
		this.#host.onConfig(uri, text, troubles);
		return file;
	}

	#forgetBaseline(uri: string): void {
		if (this.#baselines.delete(uri)) { this.#host.onConfig(uri, '', []); }
	}

	#text(candidate: string): Promise<string | undefined> {
		const { environment } = this.#host;
		let text = this.#texts.get(candidate);
		if (text === undefined) {
			text = this.#host.canRead(candidate) ? environment.readFile(candidate) : Promise.resolve(undefined);
			this.#texts.set(candidate, text);
		}
		if (!this.#host.clientWatches() && environment.watch !== undefined && !this.#watched.has(candidate)) {
			this.#watched.set(candidate, environment.watch(candidate, () => { this.#host.onFileChange(); }));
		}
		return text;
	}
}

/** Undefined for documents that lie in no folder, such as untitled ones. */
function folderOf(uri: string): string | undefined {
	const slash = uri.lastIndexOf('/');
	return slash > 0 && !uri.startsWith('untitled:') ? uri.slice(0, slash) : undefined;
}
