import * as vscode from 'vscode';
import { CloseAction, ErrorAction, State, vsdiag, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import * as z from 'zod/mini';
import { groupTitles } from '#core/rules/page.ts';
import { problemTreeClient } from '#contract/problem-tree.ts';
import { clientApi, type InitializationOptions, type Status } from '#contract/server-api.ts';
import { allCommandIds } from './commands/ids.ts';
import { DUMP_LANGUAGE } from './dump.ts';
import { fileSize, readFile, readFolder } from './files.ts';
import type { Host } from './host.ts';
import { DumpClient } from './language-client.ts';

export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

/** A server that ends this often within {@link CRASH_WINDOW} milliseconds is not started again unasked. */
const MAX_CRASHES = 4;
const CRASH_WINDOW = 3 * 60 * 1000;

/** The language server, started when it is first needed. An end nobody asked for is said, and mended where that helps. */
export class Server implements vscode.Disposable {
	readonly #context: vscode.ExtensionContext;
	readonly #host: Host;
	readonly #log: vscode.LogOutputChannel;
	readonly #statuses = new vscode.EventEmitter<Status>();
	readonly #states = new vscode.EventEmitter<ServerState>();
	readonly #problems = new vscode.EventEmitter<void>();
	#client: BaseLanguageClient | undefined;
	#running: Promise<BaseLanguageClient> | undefined;
	#state: ServerState = 'idle';
	#crashes: number[] = [];

	readonly onStatus = this.#statuses.event;
	readonly onState = this.#states.event;
	/** The problems of some dump may be others than before. */
	readonly onProblems = this.#problems.event;

	constructor(context: vscode.ExtensionContext, host: Host, log: vscode.LogOutputChannel) {
		this.#context = context;
		this.#host = host;
		this.#log = log;
	}

	get state(): ServerState { return this.#state; }

	/** The running client. @throws where the server cannot be started, which has been said by then. */
	started(): Promise<BaseLanguageClient> {
		return this.#running ??= this.#start();
	}

	/** Starts the server for a dump that was opened; nobody waits for it. */
	wake(): void { this.started().catch(() => undefined); }

	async restart(): Promise<void> {
		this.#crashes = [];
		await this.stop();
		await this.started();
	}

	async stop(): Promise<void> {
		const running = this.#running;
		this.#running = undefined;
		// A client that never started has nothing to end.
		const client = await running?.catch(() => undefined);
		await client?.stop().catch((error: unknown) => { this.#log.warn(`The server did not end in time: ${String(error)}`); });
		this.#enter('stopped');
	}

	dispose(): void { vscode.Disposable.from(this.#statuses, this.#states, this.#problems).dispose(); }

	async #start(): Promise<BaseLanguageClient> {
		this.#enter('starting');
		try {
			// A client that has run is started again: what listens to it goes on listening.
			this.#client ??= this.#create();
			await this.#client.start();
			return this.#client;
		} catch (error) {
			this.#client = undefined;
			this.#running = undefined;
			this.#enter('stopped');
			this.#log.error(error instanceof Error ? error : String(error));
			this.#offerRestart(vscode.l10n.t('Warraq\'s language server does not start: {0}', error instanceof Error ? error.message : String(error)));
			throw error;
		}
	}

	#create(): BaseLanguageClient {
		const client = new DumpClient(this.#options(), () => this.#host.startServer(this.#context, this.#log));
		client.onDidChangeState(({ newState }) => { this.#enter(stateOf(newState)); });
		client.onNotification(clientApi.status.method, (raw: unknown) => {
			const status = z.safeParse(clientApi.status.params, raw);
			if (status.success) { this.#statuses.fire(status.data); } else { this.#log.error(`${clientApi.status.method}: ${status.error.message}`); }
		});
		client.onNotification(problemTreeClient.problemsChanged.method, () => { this.#problems.fire(); });
		client.onRequest(clientApi.readFile.method, (raw: unknown) => readFile(raw));
		client.onRequest(problemTreeClient.readFolder.method, (raw: unknown) => readFolder(raw));
		client.onRequest(problemTreeClient.fileSize.method, (raw: unknown) => fileSize(raw));
		return client;
	}

	#options(): LanguageClientOptions {
		const initializationOptions: InitializationOptions = { notifications: true, readsFiles: true, listsFolders: true, commands: [...allCommandIds] };
		return {
			documentSelector: [{ language: DUMP_LANGUAGE }],
			outputChannel: this.#log,
			initializationOptions,
			initializationFailedHandler: () => false,
			errorHandler: {
				error: (error, _message, count) => {
					this.#log.error(error);
					return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
				},
				closed: () => this.#closed(),
			},
			middleware,
		};
	}

	#closed(): { action: CloseAction; message: string; handled: true } {
		const now = Date.now();
		this.#crashes = [...this.#crashes.filter(time => now - time < CRASH_WINDOW), now];
		if (this.#crashes.length <= MAX_CRASHES) {
			const message = vscode.l10n.t('Warraq\'s language server ended unexpectedly and is started again; nothing in your files has changed.');
			void this.#offerOutput(message);
			return { action: CloseAction.Restart, message, handled: true };
		}
		const message = vscode.l10n.t('Warraq\'s language server ended {0} times within three minutes and is not started again; dumps are not checked until it is.', this.#crashes.length);
		this.#running = undefined;
		this.#offerRestart(message);
		return { action: CloseAction.DoNotRestart, message, handled: true };
	}

	async #offerOutput(message: string): Promise<void> {
		const show = vscode.l10n.t('Show Output');
		if (await vscode.window.showWarningMessage(message, show) === show) { this.#log.show(); }
	}

	#offerRestart(message: string): void {
		const again = vscode.l10n.t('Start Again');
		const show = vscode.l10n.t('Show Output');
		void vscode.window.showErrorMessage(message, again, show).then(choice => {
			if (choice === again) { void this.restart().catch(() => undefined); }
			if (choice === show) { this.#log.show(); }
		});
	}

	#enter(state: ServerState): void {
		if (this.#state === state) { return; }
		this.#state = state;
		this.#states.fire(state);
	}
}

function stateOf(state: State): ServerState {
	switch (state) {
		case State.Starting: return 'starting';
		case State.Running: return 'running';
		case State.Stopped: case State.StartFailed: return 'stopped';
	}
}

const middleware: Middleware = {
	workspace: {
		configuration: async (params, token, next) => {
			const answer = await next(params, token);
			return Array.isArray(answer) ? answer.map((value: unknown, index) => (params.items[index]?.section === 'warraq' ? withoutRules(value) : value)) : answer;
		},
	},
	provideDiagnostics: async (subject, previous, token, next) => {
		const { scheme } = subject instanceof vscode.Uri ? subject : subject.uri;
		// The committed side of a diff reads like the dump, but nobody mends it there.
		if (scheme === 'git') { return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }; }
		const report = await next(subject, previous, token);
		if (report !== undefined && report !== null && 'items' in report) { report.items.forEach(linkToOwnPage); }
		return report;
	},
	handleDiagnostics: (uri, diagnostics, next) => {
		diagnostics.forEach(linkToOwnPage);
		next(uri, diagnostics);
	},
};

/** Switches every rule off where the setting `warraq.check.run` says so: the server knows rules only. */
function withoutRules(settings: unknown): unknown {
	const isOff = z.safeParse(z.object({ check: z.object({ run: z.literal('off') }) }), settings).success;
	return isOff ? { ...settings as object, rules: Object.fromEntries(Object.keys(groupTitles).map(group => [`group:${group}`, 'off'])) } : settings;
}

/** Lets the code of a problem open the page that comes with the extension, so that it is there without a network. */
function linkToOwnPage(diagnostic: vscode.Diagnostic): void {
	const { code } = diagnostic;
	if (typeof code !== 'object' || diagnostic.source !== 'warraq') { return; }
	diagnostic.code = { value: code.value, target: vscode.Uri.parse(`command:warraq.openRulePage?${encodeURIComponent(JSON.stringify([code.value]))}`) };
}
