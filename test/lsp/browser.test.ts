import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { BatchReport, RehearsalResult } from '#contract/batch.ts';
import { FULL, LspClient, optionsOf } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

/** Runs the bundle of the web worker in a thread that looks like one: messages come and go through its global scope. */
async function startWorker(): Promise<Worker> {
	const { outputFiles } = await build({ ...optionsOf('server.web.js'), entryPoints: ['server/browser-main.ts'], bundle: true, write: false, logLevel: 'silent' });
	const scope = `const { parentPort } = require('node:worker_threads');
		globalThis.self = globalThis; globalThis.addEventListener = () => undefined; globalThis.postMessage = message => parentPort.postMessage(message);
		parentPort.on('message', data => globalThis.onmessage?.({ data }));
		{ const require = undefined, process = undefined, Buffer = undefined; ${outputFiles[0]?.text ?? ''} }`;
	return new Worker(scope, { eval: true });
}

interface Message {
	readonly id?: number | string;
	readonly method?: string;
	readonly params?: { readonly uri?: string };
	readonly result?: unknown;
}

suite('the server in a web worker', () => {
	let worker: Worker;
	let lastId = 0;
	const waiting = new Map<unknown, (message: Message) => void>();
	const read: string[] = [];
	const request = (method: string, params: unknown): Promise<unknown> => new Promise(resolve => {
		waiting.set(++lastId, ({ result }) => { resolve(result); });
		worker.postMessage({ jsonrpc: '2.0', id: lastId, method, params });
	});
	suiteSetup(async () => {
		worker = await startWorker();
		worker.on('message', (message: Message) => {
			if (message.method === undefined) { waiting.get(message.id)?.(message); return; }
			if (message.id === undefined) { return; }
			if (message.method === 'warraq/readFile') { read.push(message.params?.uri ?? ''); }
			const isConfig = message.params?.uri === 'vscode-vfs://host/repo/warraq.config.json';
			const result = message.method === 'warraq/readFile' ? { text: isConfig ? '{ "rules": { "blank-line": "error" } }' : null } : message.method === 'workspace/configuration' ? [{}] : message.method === 'workspace/applyEdit' ? { applied: false } : null;
			worker.postMessage({ jsonrpc: '2.0', id: message.id, result });
		});
		await request('initialize', { processId: null, rootUri: 'vscode-vfs://host/repo', capabilities: FULL, initializationOptions: { readsFiles: true } });
		worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
	});
	suiteTeardown(async () => { await worker.terminate(); });

	test('reads its configuration through the client, and finds what the process of Node finds', async () => {
		const text = article({ body: 'نص\u200b أول.\n\nنص.' }) + article({ copy: 'افتتاح مكتبة عامة جديدة في وسط البلد' });
		const textDocument = { uri: 'vscode-vfs://host/repo/deep/a.txt' };
		worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'article-dump', version: 1, text } } });
		const inWorker = await request('textDocument/diagnostic', { textDocument }) as { items: { code: string; severity: number }[] };
		assert.deepEqual([...read].sort(), ['deep/warraq.baseline.ndjson', 'deep/warraq.config.json', 'warraq.baseline.ndjson', 'warraq.config.json'].map(name => `vscode-vfs://host/repo/${name}`), 'each once');
		assert.equal(inWorker.items.find(({ code }) => code === 'blank-line')?.severity, 1);

		const client = await LspClient.start({ settings: { rules: { 'blank-line': 'error' } } });
		const dump = await client.open(text, textDocument.uri);
		assert.deepEqual((await dump.pull()).items, inWorker.items);
		const position = { line: 0, character: 2 };
		assert.deepEqual(await request('textDocument/hover', { textDocument, position }), await dump.request('textDocument/hover', { position }), 'content hash and all');
		await client.stop();
	});
	test('finds in every sample what the process of Node finds', async () => {
		const client = await LspClient.start();
		for (const name of readdirSync('samples')) {
			const text = readFileSync(`samples/${name}`, 'utf8');
			const textDocument = { uri: `vscode-vfs://host/elsewhere/${name}` };
			worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, languageId: 'article-dump', version: 1, text } } });
			const { items } = await request('textDocument/diagnostic', { textDocument }) as { items: unknown[] };
			assert.deepEqual(items, (await (await client.open(text, textDocument.uri)).pull()).items, name);
			worker.postMessage({ jsonrpc: '2.0', method: 'textDocument/didClose', params: { textDocument } });
		}
		await client.stop();
	});
	test('searches open dumps only, and says so', async () => {
		const said = new Promise<unknown>(resolve => { worker.on('message', ({ method, params }: Message) => { if (method === 'window/showMessage') { resolve(params); } }); });
		assert.equal((await request('workspace/symbol', { query: 'مكتبة' }) as unknown[]).length, 2);
		assert.match(JSON.stringify(await said), /Only open dumps are searched/u);
	});
	test('rehearses the fixes of open dumps, and writes no file', async () => {
		const { id, files, open, fixes } = await request('warraq/rehearseFixes', { choice: { rules: null, outlets: null, languages: null, isUnsafe: false } }) as RehearsalResult;
		assert.deepEqual([files, open, fixes > 0], [0, 1, true]);
		const asked = new Promise<unknown>(resolve => { worker.on('message', ({ method, params }: Message) => { if (method === 'workspace/applyEdit') { resolve(params); } }); });
		const report = await request('warraq/applyFixes', { id }) as BatchReport;
		assert.match(JSON.stringify(await asked), /vscode-vfs:\/\/host\/repo\/deep\/a\.txt/u);
		assert.deepEqual([report.written, report.left.length], [0, 1], 'an editor that refuses the edit leaves the dump as it is');
	});
});
