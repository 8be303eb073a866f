import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient, PUSH } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

const blank = article({ body: 'الفقرة الأولى.\n\nالفقرة الثانية.' });
const rulesOf = (items: readonly { readonly code?: unknown }[]): unknown[] => items.map(({ code }) => code);

suite('problems over the protocol', () => {
	let client: LspClient;
	suiteSetup(async () => { client = await LspClient.start({ initializationOptions: { notifications: true } }); });
	suiteTeardown(() => client.stop());

	test('declares UTF-16 positions and pulled diagnostics', () => {
		assert.equal(client.result.capabilities.positionEncoding, 'utf-16');
		assert.deepEqual(client.result.capabilities.diagnosticProvider, { identifier: 'warraq', interFileDependencies: false, workspaceDiagnostics: false });
	});
	test('answers a pull with everything an editor shows', async () => {
		const dump = await client.open(blank, 'file:///nowhere/pull.txt');
		const { kind, resultId, items: [item] } = await dump.pull();
		assert.equal(kind, 'full');
		assert.deepEqual(item, {
			range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
			severity: 2, code: 'blank-line', codeDescription: { href: 'https://github.com/warraq/warraq/blob/main/docs/rules/blank-line.md' },
			source: 'warraq', message: 'The line is empty.', tags: [1],
		});
		assert.deepEqual(await dump.pull(resultId), { kind: 'unchanged', resultId });
	});
	test('says that nothing is new after an edit that leaves the problems where they are', async () => {
		const dump = await client.open(blank, 'file:///nowhere/unchanged.txt');
		const { resultId } = await dump.pull();
		const type = async (offset: number, text: string, end = offset): Promise<string> => {
			await dump.replace(offset, end, text);
			return (await dump.pull(resultId)).kind;
		};
		assert.equal(await type(dump.text.indexOf('الثانية'), 'و'), 'unchanged', 'below the problem');
		assert.equal(await type(dump.text.indexOf('الأولى'), 'و'), 'unchanged', 'above it, in the same article');
		assert.equal(await type(dump.text.indexOf('\n\n') + 1, ' '), 'full', 'in its line: an editor may have moved it');
		const moved = await dump.pull();
		await dump.replace(0, 0, '\n');
		const below = await dump.pull(moved.resultId);
		assert.equal(below.kind, 'full', 'all lines have moved');
		await dump.replace(dump.text.indexOf('الثانية'), dump.text.indexOf('الثانية'), '\u200b');
		assert.equal((await dump.pull(below.resultId)).kind, 'full', 'there is one problem more');
	});
	test('tells the status of a dump', async () => {
		const dump = await client.open(blank, 'file:///nowhere/status.txt');
		await dump.pull();
		assert.deepEqual(await client.waitFor<{ uri: string }>('warraq/status', ({ uri }) => uri === dump.uri), { uri: dump.uri, version: 1, articles: 1, errors: 0, warnings: 1, information: 0, hints: 0, limits: [] });
	});
	test('tells which articles an edit replaced', async () => {
		const dump = await client.open(article() + article(), 'file:///nowhere/changed.txt');
		await dump.replace(dump.text.length, dump.text.length, article());
		assert.deepEqual(await client.waitFor<{ version: number; uri: string }>('warraq/articlesChanged', ({ uri, version }) => uri === dump.uri && version === 2), { uri: dump.uri, version: 2, total: 3, first: 1, removed: 1, added: 2 });
	});
	test('shows the gravest thousand problems, and says so once', async () => {
		const grave = article({ copy: 'عنوان آخر لا يشبه الأول في شيء' }).replace(' date 2025-03-04', ' date 2025-02-30');
		const dump = await client.open(`${article({ body: `نص.\n${'\n'.repeat(1500)}نص.` })}${grave}`, 'file:///nowhere/many.txt');
		const { items } = await dump.pull();
		assert.equal(items.length, 1000);
		assert.ok(items.some(({ severity }) => severity === 1), 'errors come first, wherever they stand');
		const { limits } = await client.waitFor<{ limits: string[]; uri: string }>('warraq/status', ({ uri }) => uri === dump.uri);
		assert.match(limits[0] ?? '', /^1,000 of 1,5\d\d problems are shown/u);
		await client.waitFor<{ message: string }>('window/showMessage', ({ message }) => message === limits[0]);
		await dump.replace(dump.text.length, dump.text.length, 'نص آخر.\n');
		await dump.pull();
		assert.equal(client.heard.filter(({ method }) => method === 'window/showMessage').length, 0);
	});
	test('knows nothing of a dump that is closed', async () => {
		const dump = await client.open(blank, 'file:///nowhere/closed.txt');
		await client.connection.sendNotification('textDocument/didClose', { textDocument: dump.textDocument });
		assert.deepEqual(await dump.pull(), { kind: 'full', items: [] });
	});
	test('puts the other place of a problem beside it', async () => {
		const dump = await client.open(article({ copy: 'افتتاح مكتبة عامة جديدة في وسط البلد' }), 'file:///nowhere/related.txt');
		const { items } = await dump.pull();
		const [problem] = items.filter(({ code }) => code === 'differing-title-copies');
		assert.ok(problem?.relatedInformation?.[0] !== undefined);
		assert.equal(problem.relatedInformation[0].location.uri, dump.uri);
	});
});

suite('problems pushed to clients that do not pull', () => {
	let client: LspClient;
	suiteSetup(async () => { client = await LspClient.start({ capabilities: PUSH }); });
	suiteTeardown(() => client.stop());

	test('come after opening, after each edit, and go when the dump is closed', async () => {
		assert.equal(client.result.capabilities.diagnosticProvider, undefined);
		const dump = await client.open(blank);
		assert.deepEqual(rulesOf(await dump.pushed()), ['blank-line']);
		const at = dump.text.indexOf('\n\n');
		await dump.replace(at, at + 1, '');
		assert.deepEqual(await dump.pushed(), []);
		await client.connection.sendNotification('textDocument/didClose', { textDocument: dump.textDocument });
		assert.deepEqual(await client.waitFor('textDocument/publishDiagnostics'), { uri: dump.uri, diagnostics: [] });
	});
	test('are about the last of several edits', async () => {
		const dump = await client.open(article(), 'file:///nowhere/fast.txt');
		await Promise.all([dump.replace(dump.text.length, dump.text.length, '\n'), dump.replace(dump.text.length, dump.text.length, 'نص.\n')]);
		assert.deepEqual(rulesOf(await dump.pushed()), ['blank-line']);
	});
});

suite('settings', () => {
	let folder: string;
	const uriOf = (...names: readonly string[]): string => pathToFileURL(path.join(folder, ...names)).href;
	setup(() => { folder = mkdtempSync(path.join(tmpdir(), 'warraq-')); });
	teardown(() => { rmSync(folder, { recursive: true }); });

	test('come from the nearest configuration upward, and are read again when it changes', async () => {
		mkdirSync(path.join(folder, 'a', 'b'), { recursive: true });
		writeFileSync(path.join(folder, 'warraq.config.json'), '{ "rules": { "blank-line": "error" } }');
		const client = await LspClient.start({ folder: uriOf() });
		const dump = await client.open(blank, uriOf('a', 'b', 'dump.txt'));
		const first = await dump.pull();
		assert.equal(first.items[0]?.severity, 1);
		writeFileSync(path.join(folder, 'a', 'warraq.config.json'), '// nearer\n{ "rules": { "blank-line": "off" }, }');
		await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('a', 'warraq.config.json'), type: 1 }] });
		await client.waitFor('workspace/diagnostic/refresh');
		const second = await dump.pull(first.resultId);
		assert.deepEqual([second.kind, second.items], ['full', []]);
		await client.stop();
	});
	test('of the editor win over the file; bad values are told in the file and to the user', async () => {
		writeFileSync(path.join(folder, 'warraq.config.json'), '{\n  "rules": { "blank-line": "error", "no-such-rule": "off" }\n}');
		const client = await LspClient.start({ folder: uriOf(), settings: { rules: { 'blank-line': 'hint', 'missing-title': 'loud' }, language: 'auto' } });
		const dump = await client.open(blank, uriOf('dump.txt'));
		assert.equal((await dump.pull()).items[0]?.severity, 4);
		const reported = await client.waitFor<{ uri: string; diagnostics: { message: string; range: { start: { line: number } } }[] }>('textDocument/publishDiagnostics');
		assert.equal(reported.uri, uriOf('warraq.config.json'));
		assert.match(reported.diagnostics[0]?.message ?? '', /no-such-rule/u);
		assert.equal(reported.diagnostics[0]?.range.start.line, 1);
		const { message } = await client.waitFor<{ message: string }>('window/showMessage');
		assert.match(message, /^Setting warraq\.rules\.missing-title: “\u2068loud\u2069” is no severity/u);
		client.settings = { rules: {} };
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await client.waitFor('workspace/diagnostic/refresh');
		assert.equal((await dump.pull()).items[0]?.severity, 1);
		await client.stop();
	});
	test('of a client that cannot be asked come with initialize and are pushed', async () => {
		const client = await LspClient.start({ capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } }, initializationOptions: { settings: { rules: { 'blank-line': 'information' } } } });
		const dump = await client.open(blank, uriOf('dump.txt'));
		assert.equal((await dump.pushed())[0]?.severity, 3);
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { warraq: { rules: { 'blank-line': 'off' } } } });
		assert.deepEqual(await dump.pushed(), []);
		await client.stop();
	});
	test('are those of the last answer, also when an earlier question is answered later', async () => {
		const client = await LspClient.start();
		const dump = await client.open(blank);
		assert.equal((await dump.pull()).items[0]?.severity, 2);
		let answerFirst: (settings: unknown) => void = () => undefined;
		const answers = [new Promise(resolve => { answerFirst = resolve; }), { rules: { 'blank-line': 'off' } }];
		client.settings = () => answers.shift();
		for (const _ of [1, 2]) { await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null }); }
		await client.waitFor('workspace/configuration');
		await client.waitFor('workspace/configuration');
		await client.waitFor('workspace/configuration');
		await client.waitFor('workspace/diagnostic/refresh');
		answerFirst({ rules: { 'blank-line': 'error' } });
		await client.waitFor('workspace/diagnostic/refresh');
		assert.deepEqual((await dump.pull()).items, []);
		await client.stop();
	});
	test('link to the pages of the client where it has its own', async () => {
		const client = await LspClient.start({ initializationOptions: { rulePages: 'file:///extension/docs/rules' } });
		const { items } = await (await client.open(blank)).pull();
		assert.deepEqual(items[0]?.codeDescription, { href: 'file:///extension/docs/rules/blank-line.md' });
		await client.stop();
	});
});
