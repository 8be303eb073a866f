import { formatDay } from '#core/format/day.ts';
import { configCandidates, defaultConfig, parseConfig, parseRules, type Config, type ConfigProblem, type RuleChoice } from '#contract/config.ts';
import { mergeSettings } from '#contract/resolve.ts';
import { Checker } from './checker.ts';
import type { Environment } from './environment.ts';

/** What the store asks of the session around it. */
export interface StoreHost {
	readonly environment: Environment;
	/** The value of the section `warraq` for a document, as the editor has it; anything. */
	editorSettings(uri: string): Promise<unknown>;
	/** Called whenever a configuration file has been read, also without problems. */
	onConfig(uri: string, text: string, problems: readonly ConfigProblem[]): void;
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
	readonly uri: string;
	readonly text: string;
	readonly config: Config;
}

/** Checkers kept for settings that were in force before; more are made anew. */
const KEPT = 20;

/** Finds the settings of each document: the nearest configuration file upward, then what the editor says. */
export class SettingsStore {
	readonly #host: StoreHost;
	readonly #texts = new Map<string, Promise<string | undefined>>();
	readonly #parsed = new Map<string, ConfigFile>();
	readonly #checkers = new Map<string, Checker>();
	readonly #watched = new Map<string, () => void>();
	readonly #told = new Set<string>();
	#lastId = 0;

	constructor(host: StoreHost) { this.#host = host; }

	/** Settings of a document nobody has been asked about yet. */
	provisional(): Checker { return this.#checker('provisional', defaultConfig, {}); }

	async checkerFor(uri: string, folders: readonly string[]): Promise<Checker> {
		const [file, editor] = await Promise.all([this.#nearest(folderOf(uri) ?? folders[0]), this.#host.editorSettings(uri).catch(() => undefined)]);
		return this.#checker(JSON.stringify([file?.uri, file?.text]), file?.config ?? defaultConfig, editor);
	}

	/** The configuration that is in force in a folder. */
	async configOf(folder: string): Promise<Config> { return (await this.#nearest(folder))?.config ?? defaultConfig; }

	/** Files are read again when they are next needed. */
	forgetFiles(): void { this.#texts.clear(); }

	dispose(): void {
		for (const stop of this.#watched.values()) { stop(); }
		this.#watched.clear();
	}

	#checker(from: string, config: Config, editor: unknown): Checker {
		const { environment } = this.#host;
		const { rules, language } = this.#read(editor);
		const today = environment.today();
		const key = JSON.stringify([from, rules, language, formatDay(today)]);
		let checker = this.#checkers.get(key);
		if (checker === undefined) {
			if (this.#checkers.size >= KEPT) { this.#checkers.clear(); }
			const settings = mergeSettings(config, { today, rules, ...language === undefined ? {} : { language } }, environment.rules);
			checker = new Checker(++this.#lastId, settings, config, message => { this.#host.logError(message); }, environment.rules);
			this.#checkers.set(key, checker);
		}
		return checker;
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

	#parse(uri: string, text: string): ConfigFile {
		const known = this.#parsed.get(uri);
		if (known?.text === text) { return known; }
		const { config, problems } = parseConfig(text, uri);
		const file = { uri, text, config };
		this.#parsed.set(uri, file);
		this.#host.onConfig(uri, text, problems);
		return file;
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
