import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { build, type BuildOptions } from 'esbuild';
import {
	createMessageConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type Diagnostic, type MessageConnection, type Position,
	type PublishDiagnosticsParams, type TextEdit, type InitializeResult, type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { DumpDocument } from '#core/document/document.ts';
import { applyEdits } from '#core/text/edit.ts';
import { bundles as shipped } from '../../scripts/bundles.mjs';

/** What VS Code can do, as far as the server asks. */
export const FULL: ClientCapabilities = {
	general: { positionEncodings: ['utf-16'] },
	textDocument: {
		synchronization: {},
		diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] }, dataSupport: true },
		publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: { completionItem: { snippetSupport: true } },
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } }, dataSupport: true, isPreferredSupport: true },
		documentLink: { tooltipSupport: true },
		foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
		rename: { prepareSupport: true },
	},
	workspace: { applyEdit: true, workspaceEdit: { documentChanges: true }, configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true }, didChangeConfiguration: { dynamicRegistration: true } },
	window: { showDocument: { support: true } },
};

/** The same without pulled diagnostics: the client of Debian's Neovim, say. */
const { diagnostic: _pulled, ...pushed } = FULL.textDocument ?? {};
export const PUSH: ClientCapabilities = { ...FULL, textDocument: pushed };

export interface StartOptions {
	readonly capabilities?: ClientCapabilities;
	readonly initializationOptions?: unknown;
	readonly folder?: string;
	/** Entry of the server, a file of the project. */
	readonly entry?: string;
	/** Answers `workspace/configuration` for the section `warraq`; a function is asked each time. */
	readonly settings?: unknown;
}

/** How a bundle is made that is shipped, apart from its size. */
export const optionsOf = (name: string): BuildOptions => shipped.find(bundle => bundle.name === name)?.options ?? {};

const bundles = new Map<string, Promise<string>>();

/** Bundles an entry as it is shipped, once a run. */
function bundleOf(entry: string): Promise<string> {
	let bundle = bundles.get(entry);
	if (bundle === undefined) {
		const outfile = `out/test/${entry.replaceAll('/', '-').replace(/\.ts$/u, '')}.cjs`;
		bundle = build({ ...optionsOf('server.js'), entryPoints: [entry], outfile, bundle: true, logLevel: 'silent' }).then(() => outfile);
		bundles.set(entry, bundle);
	}
	return bundle;
}

interface Heard {
	readonly method: string;
	readonly params: unknown;
}

/** A small LSP client with a real server process at the other end of standard input and output. */
export class LspClient {
	readonly connection: MessageConnection;
	readonly result: InitializeResult;
	/** Notifications of the server, and the requests it made, in order. */
	readonly heard: Heard[] = [];
	/** Edits the server asked to apply. */
	readonly applied: WorkspaceEdit[] = [];
	settings: unknown;
	readonly #process: ChildProcess;
	#listeners: (() => void)[] = [];

	private constructor(child: ChildProcess, connection: MessageConnection, settings: unknown) {
		this.#process = child;
		this.connection = connection;
		this.settings = settings;
		this.result = { capabilities: {} };
	}

	static async start({ capabilities = FULL, initializationOptions, folder, entry = 'server/node-main.ts', settings = {} }: StartOptions = {}): Promise<LspClient> {
		const child = spawn(process.execPath, [await bundleOf(entry), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
		assert.ok(child.stdin !== null && child.stdout !== null);
		const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
		const client = new LspClient(child, connection, settings);
		client.#listen();
		connection.listen();
		Object.assign(client.result, await connection.sendRequest('initialize', {
			processId: process.pid, rootUri: folder ?? null, capabilities, initializationOptions, workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'test' }],
		}));
		await connection.sendNotification('initialized', {});
		return client;
	}

	#listen(): void {
		const { connection } = this;
		const hear = (method: string, params: unknown): void => {
			this.heard.push({ method, params });
			for (const listener of this.#listeners) { listener(); }
		};
		connection.onNotification((method, params) => { hear(method, params); });
		connection.onRequest((method, params) => {
			hear(method, params);
			switch (method) {
				case 'workspace/configuration': return Promise.resolve(typeof this.settings === 'function' ? (this.settings as () => unknown)() : this.settings).then(settings => [settings]);
				case 'workspace/applyEdit': this.applied.push((params as { edit: WorkspaceEdit }).edit); return { applied: true };
				case 'window/showDocument': return { success: true };
				default: return null;
			}
		});
	}

	/** The first notification or request of the method that fits and has not been waited for before. */
	async waitFor<T>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
		for (;;) {
			const at = this.heard.findIndex(each => each.method === method && fits(each.params as T));
			const [found] = at < 0 ? [] : this.heard.splice(at, 1);
			if (found !== undefined) { return found.params as T; }
			await new Promise<void>(resolve => {
				const listener = (): void => { this.#listeners = this.#listeners.filter(each => each !== listener); resolve(); };
				this.#listeners.push(listener);
			});
		}
	}

	async open(text: string, uri = 'file:///nowhere/dump.txt'): Promise<OpenDump> {
		await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article-dump', version: 1, text } });
		return new OpenDump(this, uri, text);
	}

	async stop(): Promise<void> {
		await this.connection.sendRequest('shutdown');
		await this.connection.sendNotification('exit');
		await once(this.#process, 'exit');
		this.connection.dispose();
	}
}

/** A dump open at the server, kept in step with it. */
export class OpenDump {
	readonly client: LspClient;
	readonly uri: string;
	version = 1;
	text: string;

	constructor(client: LspClient, uri: string, text: string) {
		this.client = client;
		this.uri = uri;
		this.text = text;
	}

	get textDocument(): { readonly uri: string } { return { uri: this.uri }; }

	/** Line and UTF-16 unit of an offset. */
	at(offset: number): Position { return DumpDocument.read(this.text).positionAt(offset); }

	/** The first place of a text, plus some units. */
	find(part: string, plus = 0): Position {
		const at = this.text.indexOf(part);
		assert.ok(at >= 0, `there is no ${part}`);
		return this.at(at + plus);
	}

	request<R = unknown>(method: string, params: object = {}): Promise<R> {
		return this.client.connection.sendRequest<R>(method, { textDocument: this.textDocument, ...params });
	}

	async replace(start: number, end: number, text: string): Promise<void> {
		const range = { start: this.at(start), end: this.at(end) };
		this.text = this.text.slice(0, start) + text + this.text.slice(end);
		await this.client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [{ range, text }] });
	}

	/** Puts a text in front, at once even where the dump is large. */
	async prepend(text: string): Promise<void> {
		const start = { line: 0, character: 0 };
		this.text = text + this.text;
		await this.client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [{ range: { start, end: start }, text }] });
	}

	async pull(previousResultId?: string): Promise<{ readonly kind: string; readonly resultId: string; readonly items: readonly Diagnostic[] }> {
		return this.request('textDocument/diagnostic', previousResultId === undefined ? {} : { previousResultId });
	}

	/** Problems pushed for the latest version. */
	async pushed(): Promise<readonly Diagnostic[]> {
		const { diagnostics } = await this.client.waitFor<PublishDiagnosticsParams>('textDocument/publishDiagnostics', params => params.uri === this.uri && params.version === this.version);
		return diagnostics;
	}

	/** The text after edits of the protocol. */
	edited(edits: readonly TextEdit[]): string {
		const document = DumpDocument.read(this.text);
		const result = applyEdits(this.text, edits.map(({ range, newText }) => ({ range: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }, text: newText })));
		assert.ok(result !== undefined, 'the edits overlap');
		return result;
	}

	/** The edits of this document, which must be for its present version. */
	editsOf(edit: WorkspaceEdit | undefined): TextEdit[] {
		const [change] = edit?.documentChanges ?? [];
		assert.ok(change !== undefined && 'textDocument' in change && 'edits' in change, 'an edit of a document');
		assert.deepEqual(change.textDocument, { uri: this.uri, version: this.version });
		return change.edits as TextEdit[];
	}
}
