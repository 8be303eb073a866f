import { CancellationToken } from 'vscode-languageserver';
import type { CountedDump, ProblemCount } from '#core/features/problem-counts.ts';
import { DEFAULT_FILES } from '#contract/config.ts';
import { CLOSED, type WorkspaceState } from '#contract/problem-tree.ts';
import type { Checker } from './checker.ts';
import { dumpFiles, type DumpFile, type FolderHost } from './dump-files.ts';
import { Watch } from './guard.ts';
import { countsOf } from './problems/counting.ts';
import { RecentDumps } from './problems/recent-dumps.ts';
import { Snapshot } from './snapshot.ts';
import { fileKey, shownPath } from './uri.ts';

/** Bounds of a check; what lies beyond them is said. */
const MOST_FILES = 20_000;
/** What VS Code shows to no extension could not be mended there either. */
const MOST_FILE_BYTES = 50 << 20;
const MOST_NAMED = 200;
/** Milliseconds between two news of a check that goes on. */
const NEWS = 500;

export interface WorkspaceHost extends FolderHost {
	/** What gives the checker of a file, until settings change. */
	checkersByFolder(): (uri: string) => Promise<Checker>;
	/** Of the open dumps, by `fileKey`. */
	open(): ReadonlySet<string>;
	/** Whether the client tells of files that change. */
	isWatched(): boolean;
	/** Some counts are others than before. */
	changed(): void;
	inBackground(what: string, run: () => Promise<void>): void;
}

/**
 * Problems of the dumps in the workspace folders that are not open. Only their counts are kept; who wants to see the
 * problems of a dump has it read and checked again.
 */
export class WorkspaceCheck {
	readonly #host: WorkspaceHost;
	readonly #dumps = new Map<string, CountedDump>();
	readonly #left = new Map<string, { readonly uri: string; readonly reason: string }>();
	readonly #recent: RecentDumps;
	/** One string for each outlet: parts of a text would keep the whole of it in memory. */
	readonly #outlets = new Map<string, string>();
	#checkerOf: (uri: string) => Promise<Checker>;
	/** Files to be checked again. */
	readonly #waiting = new Set<string>();
	#isBusy = false;
	#limits: readonly string[] = [];
	#state: 'unchecked' | 'partial' | 'whole' | 'outdated' = 'unchecked';
	/** Every run and every end of one has its own. */
	#generation = 0;

	constructor(host: WorkspaceHost) {
		this.#host = host;
		this.#checkerOf = host.checkersByFolder();
		this.#recent = new RecentDumps(host.environment, () => host.isWatched());
	}

	get state(): WorkspaceState {
		const left = [...this.#left.values()];
		const unnamed = left.length - MOST_NAMED;
		return {
			state: this.#state,
			dumps: this.dumps().length,
			left: left.slice(0, MOST_NAMED),
			limits: unnamed > 0 ? [...this.#limits, `${unnamed.toLocaleString('en')} more files were not checked.`] : [...this.#limits],
		};
	}

	/** Dumps that have been checked and are not open. */
	dumps(): CountedDump[] {
		const open = this.#host.open();
		return [...this.#dumps].flatMap(([key, dump]) => (open.has(key) ? [] : [dump]));
	}

	/**
	 * Checks all dumps of the folders anew; what has been checked stays when it is cancelled.
	 * @param report hears of bytes read and bytes there are
	 */
	async run(token: CancellationToken, report: (done: number, total: number) => void): Promise<WorkspaceState> {
		this.forget();
		const generation = this.#generation;
		this.#state = 'partial';
		const watch = this.#watch(token);
		const found = await this.#find(watch);
		const total = found.reduce((sum, { size }) => sum + size, 0);
		let done = 0;
		let told = this.#host.environment.now();
		for (const file of found) {
			if (!this.#host.open().has(fileKey(file.uri))) { await this.#check(file.uri, file.size, watch); }
			watch.check();
			done += file.size;
			report(done, total);
			if (this.#host.environment.now() - told > NEWS) { this.#host.changed(); told = this.#host.environment.now(); }
		}
		if (generation === this.#generation) { this.#state = 'whole'; }
		this.#host.changed();
		return this.state;
	}

	/** From now on only open dumps count. */
	forget(): void {
		this.#generation++;
		this.#state = 'unchecked';
		this.#limits = [];
		for (const kept of [this.#dumps, this.#left, this.#outlets, this.#waiting]) { kept.clear(); }
		this.#checkerOf = this.#host.checkersByFolder();
		this.#recent.clear();
		this.#host.changed();
	}

	/** Settings or folders have changed: what is known may be wrong. */
	outdate(): void {
		this.#recent.clear();
		this.#checkerOf = this.#host.checkersByFolder();
		if (this.#state === 'unchecked') { return; }
		this.#state = 'outdated';
		this.#host.changed();
	}

	/** A file was made, changed or deleted, or is no longer open. */
	changed(uri: string, isDeleted: boolean): void {
		if (this.#state === 'unchecked') { return; }
		this.#recent.drop(uri);
		if (isDeleted) { this.#drop(uri); this.#host.changed(); return; }
		this.#waiting.add(uri);
		if (!this.#isBusy) { this.#host.inBackground('Checking changed dumps', () => this.#checkWaiting()); }
	}

	/** A dump that is not open, as it is now; undefined where it is gone. */
	async snapshot(uri: string, watch: Watch): Promise<Snapshot | undefined> {
		const snapshot = await this.#recent.get(uri, async () => {
			const text = await this.#host.environment.readFile(uri);
			return text === undefined ? undefined : this.#opened(uri, text);
		});
		if (snapshot === undefined) { this.#drop(uri); this.#host.changed(); return undefined; }
		await this.#keep(snapshot, watch);
		return snapshot;
	}

	async #find(watch: Watch): Promise<readonly DumpFile[]> {
		const { files, isCut } = await dumpFiles(this.#host, watch, MOST_FILES);
		if (isCut) { this.#limits = [`Only the first ${MOST_FILES.toLocaleString('en')} files of the workspace were checked: open a part of it, or run “warraq check”.`]; }
		return files;
	}

	async #check(uri: string, size: number, watch: Watch): Promise<void> {
		if (size > MOST_FILE_BYTES) { this.#leave(uri, `It is larger than ${MOST_FILE_BYTES >> 20} MB: run “warraq check” on it.`); return; }
		const text = await this.#host.environment.readFile(uri);
		if (text === undefined) { this.#leave(uri, 'It cannot be read: look at its permissions.'); return; }
		await this.#keep(await this.#opened(uri, text), watch);
	}

	async #opened(uri: string, text: string): Promise<Snapshot> {
		return Snapshot.open(uri, CLOSED, text, await this.#checkerOf(uri));
	}

	#leave(uri: string, reason: string): void {
		this.#dumps.delete(fileKey(uri));
		this.#left.set(fileKey(uri), { uri, reason });
	}

	#drop(uri: string): void {
		this.#dumps.delete(fileKey(uri));
		this.#left.delete(fileKey(uri));
	}

	/** A text without a header is no dump, unless its name says so. */
	async #keep(snapshot: Snapshot, watch: Watch): Promise<void> {
		const { uri, dump } = snapshot;
		if (!dump.articles.some(({ header }) => header !== undefined) && !/\.dump$/iu.test(uri)) { this.#drop(uri); return; }
		const counts = (await countsOf(snapshot, this.#host.environment, watch)).map(count => ({ ...count, outlet: this.#outlet(count.outlet) }));
		const key = fileKey(uri);
		const before = this.#dumps.get(key);
		this.#left.delete(key);
		this.#dumps.set(key, { uri, path: shownPath(this.#host.folders(), uri), counts });
		if (before !== undefined && !areEqual(before.counts, counts)) { this.#host.changed(); }
	}

	#outlet(name: string): string {
		const known = this.#outlets.get(name);
		if (known !== undefined) { return known; }
		const own = ` ${name}`.slice(1);
		this.#outlets.set(own, own);
		return own;
	}

	async #checkWaiting(): Promise<void> {
		const watch = this.#watch(CancellationToken.None);
		this.#isBusy = true;
		try {
			for (const uri of this.#waiting) {
				this.#waiting.delete(uri);
				if (this.#host.open().has(fileKey(uri))) { continue; }
				await this.#recheck(uri, watch);
				this.#host.changed();
			}
		} finally { this.#isBusy = false; }
	}

	async #recheck(uri: string, watch: Watch): Promise<void> {
		for (const folder of this.#host.folders()) {
			const { files, ignore } = await this.#host.configOf(folder);
			const found = this.#host.filesOf(folder);
			if (found?.includes(folder, uri, files ?? DEFAULT_FILES, ignore) !== true) { continue; }
			const size = await found.sizeOf(uri);
			if (size !== undefined) { await this.#check(uri, size, watch); return; }
		}
		this.#drop(uri);
	}

	#watch(token: CancellationToken): Watch {
		const generation = this.#generation;
		return new Watch(token, () => generation !== this.#generation);
	}
}

const areEqual = (a: readonly ProblemCount[], b: readonly ProblemCount[]): boolean => JSON.stringify(a) === JSON.stringify(b);
