import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver/node';
import { CLOSED, type ProblemFixResult, type ProblemGroupsResult, type ProblemListResult, type WorkspaceState } from '#contract/problem-tree.ts';
import { FULL, LspClient } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

const ALL = ['error', 'warning', 'information', 'hint'];
const header = (host: string, name = 'a'): string => ` date 2025-03-04 https://${host}/2025/03/04/${name}`;
const BLANK = 'نص أول.\n\nنص ثان.';
const initializationOptions = { notifications: true };

class Tree {
	readonly client: LspClient;
	constructor(client: LspClient) { this.client = client; }

	groups(by: string, part: object = {}, more: object = {}): Promise<ProblemGroupsResult> {
		return this.client.connection.sendRequest('warraq/problemGroups', { by, part, filter: { text: '', severities: ALL }, first: 0, most: 200, ...more });
	}
	list(part: object = {}, more: object = {}): Promise<ProblemListResult> {
		return this.client.connection.sendRequest('warraq/problemList', { part, filter: { text: '', severities: ALL }, first: 0, most: 200, ...more });
	}
	fix(part: object, filter: object = { text: '', severities: ALL }): Promise<ProblemFixResult> {
		return this.client.connection.sendRequest('warraq/fixProblems', { part, filter });
	}
	checkWorkspace(): Promise<WorkspaceState> { return this.client.connection.sendRequest('warraq/checkWorkspace', {}); }

	/** Keys and numbers of problems. */
	async totals(by: string, part: object = {}, more: object = {}): Promise<readonly (readonly [string, number])[]> {
		return (await this.groups(by, part, more)).groups.map(({ key, counts }) => [key, counts.error + counts.warning + counts.information + counts.hint]);
	}
}

suite('problems of open dumps, grouped', () => {
	let client: LspClient;
	let tree: Tree;
	const [one, two] = ['file:///nowhere/one.txt', 'file:///nowhere/two.txt'];
	const ONE = article({ header: header('khabar.example'), body: `${BLANK}\n\n&quot;نص&quot;` }) + article({ header: header('akhbar.example'), title: 'كتاب جديد عن تاريخ المدينة', copy: 'كتاب جديد عن تاريخ البلدة' }) + article({ header: header('khabar.example', 'b'), body: BLANK });
	setup(async () => {
		client = await LspClient.start({ initializationOptions });
		tree = new Tree(client);
		await client.open(ONE, one);
		await client.open(article({ header: header('akhbar.example'), body: BLANK }), two);
	});
	teardown(() => client.stop());

	test('by rule, by outlet, by dump and by article', async () => {
		assert.deepEqual(await tree.totals('rule'), [['differing-title-copies', 1], ['blank-line', 4], ['html-entity', 2]]);
		assert.deepEqual(await tree.totals('outlet'), [['khabar.example', 5], ['akhbar.example', 2]]);
		assert.deepEqual(await tree.totals('dump'), [[one, 6], [two, 1]]);
		const { groups } = await tree.groups('article', { uri: one });
		assert.deepEqual(groups.map(({ key, label, version, fixable }) => [key, label.slice(0, 6), version, fixable]), [['0', 'افتتاح', 1, 4], ['1', 'كتاب ج', 1, 0], ['2', 'افتتاح', 1, 1]]);
	});
	test('parts, filters and sums agree', async () => {
		assert.deepEqual(await tree.totals('dump', { rule: 'blank-line' }), [[one, 3], [two, 1]]);
		assert.deepEqual(await tree.totals('rule', { outlet: 'akhbar.example' }), [['differing-title-copies', 1], ['blank-line', 1]]);
		const result = await tree.groups('rule', {}, { filter: { text: 'two.txt', severities: ['warning'] } });
		assert.deepEqual([result.total, result.counts, result.unfiltered, result.open, result.workspace.state], [1, { error: 0, warning: 1, information: 0, hint: 0 }, 7, 2, 'unchecked']);
	});
	test('problems come in pages, by path and position', async () => {
		const { total, problems } = await tree.list({ rule: 'blank-line' });
		assert.deepEqual([total, problems.map(({ uri, range }) => [uri, range.start.line])], [4, [[one, 4], [one, 6], [one, 16], [two, 4]]]);
		assert.deepEqual(problems.map(({ title, isFixable, severity }) => [title.length > 10, isFixable, severity])[0], [true, true, 'warning']);
		for (let first = 0; first < 5; first++) {
			assert.deepEqual((await tree.list({ rule: 'blank-line' }, { first, most: 2 })).problems, problems.slice(first, first + 2), `from ${first}`);
		}
		assert.deepEqual((await tree.groups('rule', {}, { first: 1, most: 1 })).groups.map(({ key }) => key), ['blank-line']);
	});
	test('an article is asked for in its version; another version is past', async () => {
		const part = { uri: one, article: { index: 2, version: 1 } };
		assert.deepEqual((await tree.list(part)).problems.map(({ rule }) => rule), ['blank-line']);
		await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: one, version: 2 }, contentChanges: [{ text: article() + ONE }] });
		await assert.rejects(tree.list(part), { code: -32801 });
		await assert.rejects(tree.fix(part), { code: -32801 });
		assert.deepEqual(client.applied, []);
		assert.equal((await tree.list({ uri: one, article: { index: 3, version: 2 } })).total, 1);
	});
	test('the client hears of every dump that is opened, edited or closed', async () => {
		await tree.groups('rule');
		client.heard.length = 0;
		await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: one, version: 2 }, contentChanges: [{ text: article() }] });
		await client.waitFor('warraq/problemsChanged');
		assert.deepEqual(await tree.totals('dump'), [[two, 1]]);
		await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: two } });
		await client.waitFor('warraq/problemsChanged');
		assert.deepEqual([(await tree.groups('dump')).total, (await tree.groups('dump')).open], [0, 1]);
	});
	test('what the filter shows of a part is fixed, and nothing else', async () => {
		assert.deepEqual(await tree.fix({ outlet: 'khabar.example' }, { text: 'blank', severities: ALL }), { fixes: 3, dumps: 1, isComplete: true, closed: 0 });
		assert.equal(client.applied.length, 1);
		const [change] = client.applied[0]?.documentChanges ?? [];
		assert.ok(change !== undefined && 'edits' in change);
		assert.deepEqual([change.textDocument, change.edits.map(({ range }) => range.start.line)], [{ uri: one, version: 1 }, [4, 6, 16]]);
	});
	test('an article is fixed by itself, a rule in every open dump', async () => {
		assert.deepEqual(await tree.fix({ uri: one, article: { index: 0, version: 1 } }), { fixes: 4, dumps: 1, isComplete: true, closed: 0 });
		assert.deepEqual(await tree.fix({ rule: 'blank-line' }), { fixes: 4, dumps: 2, isComplete: true, closed: 0 });
		assert.deepEqual(await tree.fix({ rule: 'differing-title-copies' }), { fixes: 0, dumps: 0, isComplete: true, closed: 0 });
		assert.equal(client.applied.length, 3);
	});
	test('parameters that make no sense are refused with a sentence', async () => {
		const hostile: readonly (readonly [string, unknown])[] = [
			['warraq/problemGroups', null], ['warraq/problemGroups', { by: 'word', part: {}, filter: { text: '', severities: ALL }, first: 0, most: 1 }],
			['warraq/problemList', { part: {}, filter: { text: '', severities: ALL }, first: -1, most: 1 }], ['warraq/problemList', { part: {}, filter: { text: '', severities: ALL }, first: 0, most: 1e9 }],
			['warraq/problemList', { part: {}, filter: { text: 'x'.repeat(5000), severities: ALL }, first: 0, most: 1 }], ['warraq/fixProblems', { part: { uri: 7 }, filter: { text: '', severities: ALL } }],
			['warraq/checkWorkspace', 'everything'],
		];
		for (const [method, params] of hostile) { await assert.rejects(client.connection.sendRequest(method, params), { code: -32803, message: /^The parameters of warraq\/\w+ cannot be used/u }, JSON.stringify(params)); }
		await assert.rejects(tree.checkWorkspace(), { code: -32803, message: 'There is no folder to check: open one and try again.' });
	});
	test('parts that do not exist are empty, or past', async () => {
		for (const part of [{ rule: '__proto__' }, { outlet: 'constructor' }, { uri: 'file:///%' }]) { assert.deepEqual(await tree.list(part), { total: 0, problems: [] }); }
		assert.deepEqual((await tree.list({ uri: one, article: { index: 99, version: 1 } })).problems, []);
		await assert.rejects(tree.groups('article', { uri: 'file:///nowhere/else.txt' }), { code: -32801 });
		await assert.rejects(tree.groups('article'), { code: -32801 });
		await assert.rejects(tree.list({ article: { index: 0, version: 1 } }), { code: -32801 });
	});
});

suite('problems of a large dump, grouped', () => {
	const numbered = (number: number): string => article({ header: header('khabar.example', `large${number}`), body: `${BLANK}${' نص.'.repeat(100)}` });
	/** About 3 MB: more than one slice of work. */
	const large = Array.from({ length: 5000 }, (_, number) => numbered(number)).join('');
	let client: LspClient;
	suiteSetup(async () => { client = await LspClient.start({ entry: 'test/support/instrumented-server.ts', capabilities: FULL }); });
	suiteTeardown(() => client.stop());
	const begun = (): Promise<unknown> => client.waitFor<{ address?: string }>('test/checked', ({ address }) => address?.includes('large') === true);

	test('a request that is cancelled ends so, and one about a version that is past too', async () => {
		const dump = await client.open(large);
		const source = new CancellationTokenSource();
		const params = { by: 'rule', part: {}, filter: { text: '', severities: ALL }, first: 0, most: 200 };
		const cancelled = client.connection.sendRequest('warraq/problemGroups', params, source.token);
		await begun();
		source.cancel();
		await assert.rejects(cancelled, { code: -32800 });
		const past = client.connection.sendRequest('warraq/problemGroups', params);
		await begun();
		await dump.prepend('نص\n');
		await assert.rejects(past, { code: -32801 });
	});
	test('what the list of the editor has no room for is counted, and listed to the end', async () => {
		const tree = new Tree(client);
		const { groups: [group], unlisted } = await tree.groups('dump');
		assert.deepEqual([group?.counts.warning, group?.unlisted, unlisted], [5000, 4001, 4001]);
		const last = await tree.list({ rule: 'blank-line' }, { first: 4999, most: 200 });
		assert.deepEqual([last.total, last.problems.map(({ range }) => range.start.line)], [5000, [1 + 4999 * 6 + 4]]);
	});
});

suite('problems of the whole workspace', () => {
	let folder: string;
	let client: LspClient;
	let tree: Tree;
	const uriOf = (...names: readonly string[]): string => pathToFileURL(path.join(folder, ...names)).href;
	const write = (text: string, ...names: readonly string[]): void => {
		mkdirSync(path.dirname(path.join(folder, ...names)), { recursive: true });
		writeFileSync(path.join(folder, ...names), text);
	};
	const settled = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
		for (let tries = 0; tries < 500; tries++) {
			if (await isSo()) { return; }
			await new Promise(resolve => { setTimeout(resolve, 10); });
		}
		assert.fail(what);
	};
	setup(async () => {
		folder = mkdtempSync(path.join(tmpdir(), 'warraq-'));
		write(article({ header: header('khabar.example'), body: BLANK }) + article({ header: header('akhbar.example'), body: `${BLANK}\n\nنص.` }), 'a.txt');
		write(article({ header: header('khabar.example'), body: BLANK }), 'deep', 'b (1).dump');
		write(article({ body: BLANK }), 'drafts', 'c.txt');
		write('نص\n\nبلا ترويسة\n', 'notes.txt');
		write('{ "ignore": ["drafts/**"] }', 'warraq.config.json');
		client = await LspClient.start({ folder: uriOf(), initializationOptions });
		tree = new Tree(client);
	});
	teardown(async () => {
		await client.stop();
		rmSync(folder, { recursive: true });
	});

	test('only open dumps are known until it is checked', async () => {
		assert.deepEqual(await tree.totals('dump'), []);
		assert.deepEqual(await tree.checkWorkspace(), { state: 'whole', dumps: 2, left: [], limits: [] });
		assert.deepEqual(await tree.totals('dump'), [[uriOf('a.txt'), 3], [uriOf('deep', 'b (1).dump'), 1]]);
		assert.deepEqual(await tree.totals('outlet'), [['akhbar.example', 2], ['khabar.example', 2]]);
		assert.equal((await tree.groups('dump')).unlisted, 4, 'none is in the list of the editor');
		await client.connection.sendNotification('warraq/forgetWorkspace', {});
		const { total, workspace } = await tree.groups('dump');
		assert.deepEqual([total, workspace.state], [0, 'unchecked']);
	});
	test('reports how far it is', async () => {
		const percentages: unknown[] = [];
		client.connection.onProgress(WorkDoneProgress.type, 'mine', value => { percentages.push('percentage' in value ? value.percentage : undefined); });
		await client.connection.sendRequest('warraq/checkWorkspace', { workDoneToken: 'mine' });
		assert.ok(percentages.length > 1);
		assert.deepEqual(percentages, percentages.toSorted((a, b) => Number(a) - Number(b)));
		assert.equal(percentages.at(-1), 100);
	});
	test('problems of dumps that are not open are listed, page by page, and by article', async () => {
		await tree.checkWorkspace();
		const { problems } = await tree.list({ rule: 'blank-line' });
		assert.deepEqual(problems.map(({ uri, range }) => [uri, range.start.line]), [[uriOf('a.txt'), 4], [uriOf('a.txt'), 10], [uriOf('a.txt'), 12], [uriOf('deep', 'b (1).dump'), 4]]);
		assert.deepEqual((await tree.list({}, { first: 2, most: 2 })).problems, problems.slice(2));
		assert.deepEqual(await tree.totals('article', { uri: uriOf('a.txt') }), [['0', 1], ['1', 2]]);
		assert.equal((await tree.list({ uri: uriOf('a.txt'), article: { index: 1, version: CLOSED } })).total, 2);
	});
	test('an open dump stands for its file, however its URI is written', async () => {
		await tree.checkWorkspace();
		const uri = uriOf('deep', 'b (1).dump').replace('(1)', '%281%29');
		await client.open(article(), uri);
		assert.deepEqual(await tree.totals('dump'), [[uriOf('a.txt'), 3]]);
		await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
		await settled('the file counts again', async () => (await tree.totals('dump')).length === 2);
	});
	test('files that are made, changed and deleted are followed once it has been checked', async () => {
		await tree.checkWorkspace();
		write(article({ body: `${BLANK}\n\nنص.` }), 'deep', 'b (1).dump');
		write(article({ body: BLANK }), 'new.txt');
		write(article({ body: BLANK }), 'drafts', 'd.txt');
		rmSync(path.join(folder, 'a.txt'));
		await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [
			{ uri: uriOf('deep', 'b (1).dump'), type: 2 }, { uri: uriOf('new.txt'), type: 1 }, { uri: uriOf('drafts', 'd.txt'), type: 1 }, { uri: uriOf('a.txt'), type: 3 }, { uri: uriOf('gone.txt'), type: 2 },
		] });
		await settled('both files', async () => JSON.stringify(await tree.totals('dump')) === JSON.stringify([[uriOf('deep', 'b (1).dump'), 2], [uriOf('new.txt'), 1]]));
	});
	test('a file that cannot be checked is named with the reason', async () => {
		write('', 'large.txt');
		truncateSync(path.join(folder, 'large.txt'), (50 << 20) + 1);
		assert.deepEqual((await tree.checkWorkspace()).left, [{ uri: uriOf('large.txt'), reason: 'It is larger than 50 MB: run “warraq check” on it.' }]);
	});
	test('changed settings make what is known outdated', async () => {
		await tree.checkWorkspace();
		client.settings = { rules: { 'blank-line': 'off' } };
		await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
		await settled('outdated', async () => (await tree.groups('dump')).workspace.state === 'outdated');
		assert.equal((await tree.checkWorkspace()).state, 'whole');
		assert.deepEqual(await tree.totals('dump'), []);
	});
	test('a fix leaves dumps alone that are not open, and says how many problems that are', async () => {
		await tree.checkWorkspace();
		const text = article({ body: BLANK });
		await client.open(text, uriOf('new.txt'));
		assert.deepEqual(await tree.fix({ rule: 'blank-line' }), { fixes: 1, dumps: 1, isComplete: true, closed: 4 });
		assert.equal(client.applied.length, 1);
	});
	test('a check that is cancelled keeps what it has found', async () => {
		for (let number = 0; number < 60; number++) { write(article({ body: `${BLANK}\n`.repeat(300) }).repeat(10), 'many', `${number}.txt`); }
		const source = new CancellationTokenSource();
		const begun = new Promise<void>(resolve => { client.connection.onProgress(WorkDoneProgress.type, 1, () => { resolve(); }); });
		const run = client.connection.sendRequest('warraq/checkWorkspace', { workDoneToken: 1 }, source.token);
		await begun;
		source.cancel();
		await assert.rejects(run, { code: -32800 });
		const { total, workspace } = await tree.groups('dump');
		assert.equal(workspace.state, 'partial');
		assert.ok(total > 0 && total < 62, `${total} dumps`);
	});
});
