import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection, type MessageConnection } from 'vscode-languageserver/node';
import { root } from '../scripts/project.mjs';
import { peakOf } from './process.ts';

const URI = 'file:///bench/dump.txt';
/** Milliseconds to wait for a server that may have more to tell. */
const WAIT = 3000;

/** A language server over standard input and output, with one document open in it; asks for diagnostics as an editor does. */
export class LanguageClient {
	readonly #child: ChildProcess;
	readonly #connection: MessageConnection;
	/** Settled once the server has asked for the diagnostics to be pulled again. */
	readonly #refreshed: Promise<void>;
	#version = 0;
	#resultId: string | undefined;

	private constructor(child: ChildProcess, connection: MessageConnection) {
		this.#child = child;
		this.#connection = connection;
		this.#refreshed = new Promise(resolve => { connection.onRequest('workspace/diagnostic/refresh', () => { resolve(); return null; }); });
	}

	/** `args` are the arguments of Node. */
	static async start(args: readonly string[]): Promise<LanguageClient> {
		const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
		const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
		// Configuration, registrations and progress: the server asks, and is told that there is nothing.
		const client = new LanguageClient(child, connection);
		connection.onRequest((method, params) => method === 'workspace/configuration' ? (params as { items: unknown[] }).items.map(() => null) : null);
		connection.listen();
		await connection.sendRequest('initialize', {
			processId: process.pid, rootUri: null, workspaceFolders: null,
			capabilities: {
				general: { positionEncodings: ['utf-16'] },
				workspace: { diagnostics: { refreshSupport: true } },
				textDocument: { synchronization: {}, diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, publishDiagnostics: { versionSupport: true } },
			},
		});
		await connection.sendNotification('initialized', {});
		return client;
	}

	/** Milliseconds until the first diagnostics of the opened document are here, and until all of them are. */
	async open(text: string): Promise<{ readonly first: number; readonly all: number }> {
		const started = performance.now();
		this.#version = 1;
		this.#resultId = undefined;
		await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'article-dump', version: 1, text } });
		await this.#diagnostics();
		const first = performance.now() - started;
		// A server that has answered with a part asks for another pull; one that has answered with the whole does not.
		if (!await Promise.race([this.#refreshed.then(() => true), sleep(WAIT, false)])) { return { first, all: first }; }
		await this.#diagnostics();
		return { first, all: performance.now() - started };
	}

	/** Milliseconds from a keystroke to the diagnostics of the text with it. */
	async type(line: number, character: number, text: string): Promise<number> {
		const started = performance.now();
		await this.#change(line, character, text);
		await this.#diagnostics();
		return performance.now() - started;
	}

	/** Milliseconds from a keystroke to the outline of the text with it. */
	async typeAndOutline(line: number, character: number, text: string): Promise<number> {
		const started = performance.now();
		await this.#change(line, character, text);
		await this.#connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } });
		return performance.now() - started;
	}

	/** Peak resident memory of the server in MiB. */
	peak(): number {
		return peakOf(this.#child) ?? Number.NaN;
	}

	async stop(): Promise<void> {
		await this.#connection.sendRequest('shutdown');
		await this.#connection.sendNotification('exit');
		await new Promise(resolve => { this.#child.once('exit', resolve); });
		this.#connection.dispose();
	}

	async #change(line: number, character: number, text: string): Promise<void> {
		const position = { line, character };
		await this.#connection.sendNotification('textDocument/didChange', {
			textDocument: { uri: URI, version: ++this.#version },
			contentChanges: [{ range: { start: position, end: position }, text }],
		});
	}

	async #diagnostics(): Promise<void> {
		const report: { resultId?: string } = await this.#connection.sendRequest('textDocument/diagnostic', {
			textDocument: { uri: URI }, ...this.#resultId === undefined ? {} : { previousResultId: this.#resultId },
		});
		this.#resultId = report.resultId;
	}
}
