import { ShowMessageNotification, type CancellationToken, type Connection, type InitializeParams, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { formatDay } from '#core/format/day.ts';
import { profileOf, type ClientProfile } from './client-profile.ts';
import { filesOfClient } from './client-files.ts';
import { ConfigReports } from './config-reports.ts';
import type { Checker } from './checker.ts';
import type { FolderHost } from './dump-files.ts';
import type { Environment, Files } from './environment.ts';
import { Watch, inBackground } from './guard.ts';
import { SettingsStore } from './settings-store.ts';
import { Snapshot, type Replaced } from './snapshot.ts';
import { TitleIndex } from './title-index.ts';
import { fileKey } from './uri.ts';
import { WorkspaceCheck } from './workspace-check.ts';

interface Open {
	snapshot: Snapshot;
	/** Settled once the settings of the document are known. */
	ready: Promise<void>;
	/** Counts the times settings were asked for: only the last answer counts, whichever comes first. */
	asked: number;
}

/** What others want to hear of the session. */
export interface SessionListener {
	/** Opened, edited, or under other settings; `replaced` tells which articles differ. */
	changed(snapshot: Snapshot, replaced: readonly Replaced[]): void;
	closed(uri: string): void;
	/** The problems of some dump, open or not, may be others than before. */
	problemsChanged(): void;
}

/** All that changes while the server runs: open dumps, their settings, what is known of the client. */
export class Session {
	readonly connection: Connection;
	readonly environment: Environment;
	readonly configReports: ConfigReports;
	readonly settings: SettingsStore;
	readonly titles: TitleIndex;
	readonly folderHost: FolderHost;
	/** Dumps of the workspace that are not open. */
	readonly workspace: WorkspaceCheck;
	/** Data of the last answer to a full request for semantic tokens, by URI. */
	readonly tokens = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
	/** What the user has been told already, so that it is told once. */
	readonly told = new Set<string>();
	readonly #open = new Map<string, Open>();
	#listener: SessionListener = { changed: () => undefined, closed: () => undefined, problemsChanged: () => undefined };
	#client: ClientProfile;
	#folders: readonly string[] = [];
	/** Settings of clients that push theirs instead of being asked. */
	#pushed: unknown;
	#day: string;
	readonly #clientFiles: Files;

	constructor(connection: Connection, environment: Environment) {
		this.connection = connection;
		this.environment = environment;
		this.#clientFiles = filesOfClient(connection);
		this.#day = formatDay(environment.today());
		this.#client = profileOf({ capabilities: {}, processId: null, rootUri: null });
		this.configReports = new ConfigReports(connection);
		this.settings = new SettingsStore({
			environment,
			editorSettings: uri => this.#editorSettings(uri),
			onConfig: (uri, text, problems) => { this.configReports.report(uri, text, problems); },
			onBadSetting: message => { this.tellOnce(message, 'warning'); },
			logError: message => { connection.console.error(message); },
			onFileChange: () => { this.settings.forgetFiles(); void this.refresh(); },
			canRead: uri => uri.startsWith('file:') || this.#client.options.readsFiles === true,
			clientWatches: () => this.#client.watchesFiles,
		});
		this.titles = new TitleIndex(environment, folder => this.settings.configOf(folder), message => { connection.console.info(message); });
		this.folderHost = {
			environment,
			folders: () => this.#folders,
			filesOf: folder => this.#filesOf(folder),
			configOf: folder => this.settings.configOf(folder),
		};
		this.workspace = new WorkspaceCheck({
			...this.folderHost,
			checkersByFolder: () => this.checkersByFolder(),
			open: () => new Set([...this.#open.keys()].map(fileKey)),
			isWatched: () => this.#client.watchesFiles,
			changed: () => { this.#listener.problemsChanged(); },
			inBackground: (what, run) => { void inBackground(what, connection.console, run); },
		});
	}

	get client(): ClientProfile { return this.#client; }
	get folders(): readonly string[] { return this.#folders; }

	initialize(params: InitializeParams): void {
		this.#client = profileOf(params);
		this.#folders = this.#client.folders;
		this.#pushed = this.#client.options.settings;
	}

	listen(listener: SessionListener): void { this.#listener = listener; }

	open(uri: string, version: number, text: string): void {
		const snapshot = Snapshot.open(uri, version, text, this.settings.provisional());
		const open: Open = { snapshot, ready: Promise.resolve(), asked: 0 };
		open.ready = this.#settle(open);
		this.#open.set(uri, open);
		void open.ready.then(() => { if (this.#open.get(uri) === open) { this.#listener.changed(open.snapshot, everything(open.snapshot)); } });
	}

	change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
		const open = this.#open.get(uri);
		if (open === undefined) { return; }
		const { snapshot, replaced } = open.snapshot.edited(version, changes);
		open.snapshot = snapshot;
		this.#listener.changed(snapshot, replaced);
	}

	close(uri: string): void {
		this.#open.delete(uri);
		this.tokens.delete(uri);
		this.#listener.closed(uri);
		this.workspace.changed(uri, false);
	}

	/** The latest version, whatever its settings; undefined when the dump is not open. */
	current(uri: string): Snapshot | undefined { return this.#open.get(uri)?.snapshot; }

	/** The latest version under the settings that hold for it. */
	async snapshot(uri: string): Promise<Snapshot | undefined> {
		const open = this.#open.get(uri);
		if (open === undefined) { return undefined; }
		if (this.#day !== formatDay(this.environment.today())) { await this.refresh(); }
		await open.ready;
		return open.snapshot;
	}

	all(): Snapshot[] { return [...this.#open.values()].map(({ snapshot }) => snapshot); }

	/** What gives the checker of a file, and asks once for all files of a folder. */
	checkersByFolder(): (uri: string) => Promise<Checker> {
		const known = new Map<string, Promise<(uri: string) => Checker>>();
		return async uri => {
			const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
			let checkers = known.get(folder);
			if (checkers === undefined) { known.set(folder, checkers = this.settings.checkersFor(uri, this.#folders)); }
			return (await checkers)(uri);
		};
	}

	/** Settings pushed by the client. */
	push(settings: unknown): void { this.#pushed = settings; }

	/** Asks for the settings of every open dump again, and tells of those that have changed. */
	async refresh(): Promise<void> {
		this.#day = formatDay(this.environment.today());
		await Promise.all([...this.#open.values()].map(async open => {
			const before = open.snapshot.checker;
			open.ready = this.#settle(open);
			await open.ready;
			const { snapshot } = open;
			if (snapshot.checker !== before && this.#open.get(snapshot.uri) === open) { this.#listener.changed(snapshot, everything(snapshot)); }
		}));
	}

	changeFolders(added: readonly string[], removed: readonly string[]): void {
		this.#folders = [...this.#folders.filter(folder => !removed.includes(folder)), ...added];
		this.titles.forget();
		this.workspace.outdate();
	}

	/** Goes along with work on a dump, and ends it where the dump has moved on. */
	watch(snapshot: Snapshot, token: CancellationToken): Watch {
		return new Watch(token, () => this.current(snapshot.uri) !== snapshot);
	}

	/** Shows a sentence in the editor. */
	tell(message: string, kind: 'warning' | 'information'): void {
		void this.connection.sendNotification(ShowMessageNotification.type, { type: kind === 'warning' ? 2 : 3, message });
	}

	/** The same, the first time it is said. */
	tellOnce(message: string, kind: 'warning' | 'information'): void {
		if (this.told.has(message)) { return; }
		this.told.add(message);
		this.tell(message, kind);
	}

	async #settle(open: Open): Promise<void> {
		const asked = ++open.asked;
		const checker = await this.settings.checkerFor(open.snapshot.uri, this.#folders);
		if (asked !== open.asked) { return open.ready; }
		// Edits may have come meanwhile: the latest snapshot takes the settings.
		open.snapshot = open.snapshot.withChecker(checker);
	}

	/** Folders of the machine are read directly, others by the client where it can. */
	#filesOf(folder: string): Files | undefined {
		if (folder.startsWith('file:') && this.environment.files !== undefined) { return this.environment.files; }
		return this.#client.options.listsFolders === true ? this.#clientFiles : undefined;
	}

	async #editorSettings(uri: string): Promise<unknown> {
		if (!this.#client.asksConfiguration) { return this.#pushed; }
		const [answer] = await this.connection.sendRequest<unknown[]>('workspace/configuration', { items: [{ scopeUri: uri, section: 'warraq' }] });
		return answer;
	}
}

function everything({ dump }: Snapshot): Replaced[] {
	const total = dump.articles.length;
	return [{ first: 0, removed: total, added: total, total }];
}
