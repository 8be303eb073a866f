import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SymbolInformation } from 'vscode-languageserver';
import { LspClient } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

suite('search over the dumps of the workspace', () => {
	let folder: string;
	let client: LspClient;
	const uriOf = (...names: readonly string[]): string => pathToFileURL(path.join(folder, ...names)).href;
	const write = (text: string, ...names: readonly string[]): void => {
		mkdirSync(path.dirname(path.join(folder, ...names)), { recursive: true });
		writeFileSync(path.join(folder, ...names), text);
	};
	const find = async (query: string): Promise<readonly (readonly [string, number, string | undefined])[]> =>
		(await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(({ location, containerName }) => [location.uri, location.range.start.line, containerName]);

	suiteSetup(async () => {
		folder = mkdtempSync(path.join(tmpdir(), 'warraq-'));
		write(article({ title: 'كتاب أول' }) + article({ title: 'كتاب ثان' }), 'a.txt');
		write(article({ title: 'كتاب ثالث' }), 'deep', 'b.dump');
		write(article({ title: 'كتاب مسودة' }), 'drafts', 'c.txt');
		write(article({ title: 'كتاب غريب' }), 'node_modules', 'd.txt');
		write('كتاب بلا ترويسة\n', 'notes.txt');
		write('{ "ignore": ["drafts/**"] }', 'warraq.config.json');
		client = await LspClient.start({ folder: uriOf() });
	});
	suiteTeardown(async () => {
		await client.stop();
		rmSync(folder, { recursive: true });
	});

	test('finds titles in files that are not open, where the configuration says dumps are', async () => {
		assert.deepEqual([...await find('كتاب')].sort(), [[uriOf('a.txt'), 1, '2025-03-04 · news.example.com'], [uriOf('a.txt'), 5, '2025-03-04 · news.example.com'], [uriOf('deep', 'b.dump'), 1, '2025-03-04 · news.example.com']]);
	});
	test('prefers an open dump to its file', async () => {
		const dump = await client.open(article({ title: 'كتاب مفتوح' }), uriOf('a.txt'));
		assert.deepEqual(await find('كتاب أول'), []);
		assert.deepEqual((await find('كتاب مفتوح')).map(([uri]) => uri), [dump.uri]);
		await client.connection.sendNotification('textDocument/didClose', { textDocument: dump.textDocument });
		assert.equal((await find('كتاب أول')).length, 1);
	});
	test('follows files that are made, changed and deleted', async () => {
		write(`\n${article({ title: 'كتاب رابع' })}`, 'deep', 'b.dump');
		write(article({ title: 'كتاب خامس' }), 'e.txt');
		const ignored = [uriOf('drafts', 'c.txt'), uriOf('node_modules', 'd.txt'), pathToFileURL(path.join(folder, '..', 'other.txt')).href].map(uri => ({ uri, type: 2 }));
		await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [...ignored, { uri: uriOf('deep', 'b.dump'), type: 2 }, { uri: uriOf('e.txt'), type: 1 }, { uri: uriOf('a.txt'), type: 3 }] });
		// The files are read in the background, in order: the last change tells that all are done.
		while ((await find('كتاب أول')).length > 0) { await new Promise(setImmediate); }
		assert.deepEqual([...await find('كتاب')].map(([uri, line]) => [uri, line]).sort(), [[uriOf('deep', 'b.dump'), 2], [uriOf('e.txt'), 1]]);
	});
});
