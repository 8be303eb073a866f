import { foldTitle, type TitleEntry } from '#core/features/symbols.ts';
import type { DumpDocument } from '#core/document/document.ts';
import { hostOfArticle } from '#core/features/measure.ts';
import type { Article } from '#core/format/article.ts';
import { readText } from '#core/format/read.ts';
import { DEFAULT_FILES, type Config } from '#contract/config.ts';
import type { Environment } from './environment.ts';

/** Bounds of the index; what lies beyond them is said. */
const MOST_FILES = 20_000;
const MOST_FILE_BYTES = 16 << 20;
const MOST_TITLES = 300_000;
/** How long an index that nobody tells of changes is believed, milliseconds. */
const FRESH = 60_000;
/** Milliseconds of work between two pauses. */
const SLICE = 8;

/** The titles of all dumps in the workspace folders, read in the background when they are first searched. */
export class TitleIndex {
	/** Set once the client tells of changed dumps. */
	isWatched = false;
	readonly #environment: Environment;
	readonly #configOf: (folder: string) => Promise<Config>;
	readonly #log: (message: string) => void;
	readonly #files = new Map<string, readonly TitleEntry[]>();
	#limits: readonly string[] = [];
	#building: Promise<void> | undefined;
	#builtAt: number | undefined;
	#generation = 0;

	constructor(environment: Environment, configOf: (folder: string) => Promise<Config>, log: (message: string) => void) {
		this.#environment = environment;
		this.#configOf = configOf;
		this.#log = log;
	}

	get files(): ReadonlyMap<string, readonly TitleEntry[]> { return this.#files; }
	/** What is not searched, one sentence each. */
	get limits(): readonly string[] { return this.#limits; }
	/** False where folders cannot be read: then only open dumps are searched. */
	get canRead(): boolean { return this.#environment.files !== undefined; }

	/** Resolves when the index is complete; starts it where it is missing or out of date. */
	ready(folders: readonly string[]): Promise<void> {
		const isStale = this.#builtAt !== undefined && !this.isWatched && this.#environment.now() - this.#builtAt > FRESH;
		if (this.#builtAt !== undefined && !isStale) { return Promise.resolve(); }
		return (this.#building ??= this.#build(folders, ++this.#generation).finally(() => { this.#building = undefined; }));
	}

	forget(): void {
		this.#generation++;
		this.#builtAt = undefined;
		this.#files.clear();
	}

	/** Takes notice of a file that was made, changed or deleted. */
	async changed(uri: string, isDeleted: boolean, folders: readonly string[]): Promise<void> {
		if (this.#builtAt === undefined) { return; }
		this.#files.delete(uri);
		if (isDeleted) { return; }
		for (const folder of folders) {
			const { files, ignore } = await this.#configOf(folder);
			if (this.#environment.files?.includes(folder, uri, files ?? DEFAULT_FILES, ignore) === true) { await this.#read(uri); return; }
		}
	}

	async #build(folders: readonly string[], generation: number): Promise<void> {
		const environment = this.#environment;
		const { files: found } = environment;
		if (found === undefined) { return; }
		const limits = new Set<string>();
		const seen = new Set<string>();
		let titles = 0;
		let slice = environment.now();
		for (const folder of folders) {
			const { files, ignore } = await this.#configOf(folder);
			for await (const { uri, size } of found.find(folder, files ?? DEFAULT_FILES, ignore)) {
				if (generation !== this.#generation) { return; }
				if (seen.size >= MOST_FILES || titles >= MOST_TITLES) { limits.add(`The search knows the first ${seen.size.toLocaleString('en')} files of the workspace only.`); break; }
				if (size > MOST_FILE_BYTES) { limits.add(`The search leaves out dumps over ${MOST_FILE_BYTES >> 20} MB that are not open.`); continue; }
				seen.add(uri);
				titles += await this.#read(uri);
				if (environment.now() - slice > SLICE) { await environment.pause(); slice = environment.now(); }
			}
		}
		for (const uri of [...this.#files.keys()]) { if (!seen.has(uri)) { this.#files.delete(uri); } }
		this.#limits = [...limits];
		this.#builtAt = environment.now();
		this.#log(`Titles of ${this.#files.size.toLocaleString('en')} dumps can be searched (${titles.toLocaleString('en')} articles).`);
	}

	/** A file without a header is no dump, and takes no room. */
	async #read(uri: string): Promise<number> {
		const text = await this.#environment.readFile(uri);
		if (text === undefined) { return 0; }
		const entries = entriesOf(readText(text));
		if (entries.length > 0) { this.#files.set(uri, entries); }
		return entries.length;
	}
}

/** Makes strings of their own, which do not keep the whole file in memory. */
const flat = (text: string): string => ` ${text}`.slice(1);

function entriesOf(articles: readonly Article[]): TitleEntry[] {
	const entries: TitleEntry[] = [];
	let line = 0;
	for (const article of articles) {
		if (article.header !== undefined) { entries.push(entryOf(article, line)); }
		line += article.lines.count;
	}
	return entries;
}

function entryOf(article: Article, line: number): TitleEntry {
	const title = flat(article.title);
	return { title, folded: foldTitle(title), date: flat(article.date ?? ''), host: flat(hostOfArticle(article)), line: line + Math.max(0, article.titleLine), length: title.length };
}

const known = new WeakMap<Article, TitleEntry>();

/** The titles of an open dump; each is folded once. */
export function* openEntries(dump: DumpDocument): Generator<TitleEntry> {
	for (const [index, article] of dump.articles.entries()) {
		if (article.header === undefined) { continue; }
		let entry = known.get(article);
		if (entry === undefined) { entry = entryOf(article, 0); known.set(article, entry); }
		yield { ...entry, line: entry.line + dump.firstLineOf(index) };
	}
}
