import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { LspClient, type OpenDump } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

const body = 'نص أول.\n\nنص ثان.\n\nنص ثالث.';
const mended = article({ body: 'نص أول.\nنص ثان.\nنص ثالث.' });

suite('code actions and commands', () => {
	let client: LspClient;
	let count = 0;
	const fresh = (text: string): Promise<OpenDump> => client.open(text, `file:///nowhere/actions-${++count}.txt`);
	suiteSetup(async () => { client = await LspClient.start(); });
	suiteTeardown(() => client.stop());

	const actionsAt = (dump: OpenDump, line: number, context: object): Promise<CodeAction[]> =>
		dump.request('textDocument/codeAction', { range: { start: { line, character: 0 }, end: { line, character: 99 } }, context: { diagnostics: [], ...context } });
	const command = (name: string, ...args: unknown[]): Promise<unknown> => client.connection.sendRequest('workspace/executeCommand', { command: name, arguments: args });

	test('offer each fix, all of its rule, and the page; the only safe fix is preferred', async () => {
		const dump = await fresh(article({ body }));
		const { items } = await dump.pull();
		const actions = await actionsAt(dump, 4, { diagnostics: items });
		assert.deepEqual(actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]), [
			['Delete the blank line', 'quickfix', true],
			['Fix all problems of “blank-line” in this file', 'quickfix', undefined],
			['Open the page of “blank-line”', 'quickfix', undefined],
			['Apply all safe fixes in this file', 'source.fixAll.warraq', undefined],
		]);
		assert.deepEqual(actions[0]?.diagnostics, [items[0]], 'with the diagnostic it mends');
		assert.equal(dump.edited(dump.editsOf(actions[0]?.edit)), article({ body: 'نص أول.\nنص ثان.\n\nنص ثالث.' }));
	});
	test('offer choices without preferring one', async () => {
		const dump = await fresh(article({ copy: 'افتتاح مكتبة عامة جديدة في وسط البلد' }));
		const actions = (await actionsAt(dump, 2, { only: ['quickfix'] })).filter(({ edit }) => edit !== undefined);
		assert.ok(actions.length >= 2);
		assert.ok(actions.every(({ isPreferred }) => isPreferred !== true));
	});
	test('do not believe what a diagnostic carries', async () => {
		const dump = await fresh(article());
		const forged: Diagnostic = { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } }, message: 'x', code: 'blank-line', data: { rule: 'blank-line', version: 1, fixes: [{ edits: [] }] } };
		assert.deepEqual(await actionsAt(dump, 3, { diagnostics: [forged], only: ['quickfix'] }), []);
	});
	test('compute only what was asked for', async () => {
		const dump = await fresh(article({ body }));
		assert.deepEqual((await actionsAt(dump, 4, { only: ['quickfix'] })).map(({ kind }) => kind), ['quickfix', 'quickfix', 'quickfix']);
		assert.deepEqual(await actionsAt(dump, 4, { only: ['refactor'] }), []);
		for (const only of ['source', 'source.fixAll', 'source.fixAll.warraq']) {
			const [all, ...others] = await actionsAt(dump, 0, { only: [only] });
			assert.deepEqual(others, []);
			assert.equal(dump.edited(dump.editsOf(all?.edit)), mended);
		}
		for (const only of ['source.fixAll.other', 'source.fix']) { assert.deepEqual(await actionsAt(dump, 0, { only: [only] }), []); }
	});
	test('leave unsafe fixes out of fix-all', async () => {
		const dump = await fresh(article({ header: ' date 2025-02-30 https://news.example.com/2025/03/04/library' }));
		assert.deepEqual(await actionsAt(dump, 0, { only: ['source.fixAll'] }), []);
	});
	test('warraq.fixAll mends the dump, or one rule of it, through the editor', async () => {
		const dump = await fresh(`${article({ body })}${article({ body: 'نص\u200b واحد.' })}`);
		assert.deepEqual(await command('warraq.fixAll', dump.uri, { rules: ['blank-line'] }), { fixes: 2, isComplete: true });
		assert.equal(dump.edited(dump.editsOf(client.applied.at(-1))), `${mended}${article({ body: 'نص\u200b واحد.' })}`);
		assert.deepEqual(await command('warraq.fixAll', dump.uri), { fixes: 3, isComplete: true });
		assert.equal(dump.edited(dump.editsOf(client.applied.at(-1))), `${mended}${article({ body: 'نص واحد.' })}`);
	});
	test('warraq.applyFix applies one fix, and refuses a version that is past', async () => {
		const dump = await fresh(article({ body }));
		const at = dump.text.indexOf('\n\n') + 1;
		assert.equal(await command('warraq.applyFix', dump.uri, 1, 'blank-line', { start: at, end: at }, 0), true);
		assert.equal(dump.edited(dump.editsOf(client.applied.at(-1))), article({ body: 'نص أول.\nنص ثان.\n\nنص ثالث.' }));
		await dump.replace(0, 0, '');
		await assert.rejects(command('warraq.applyFix', dump.uri, 1, 'blank-line', { start: at, end: at }, 0), /has changed since this fix was offered/u);
		await assert.rejects(command('warraq.applyFix', dump.uri, 2, 'blank-line', { start: 0, end: 0 }, 0), /no such fix at this place/u);
	});
	test('commands refuse with one sentence what they cannot use', async () => {
		await assert.rejects(command('warraq.fixAll', 'file:///nowhere/not-open.txt'), /not open; open it/u);
		await assert.rejects(command('warraq.fixAll', 7), /takes the document/u);
		await assert.rejects(command('warraq.fixAll', 'file:///nowhere/actions-1.txt', { rules: ['no-rule'] }), /There is no rule “no-rule”/u);
		await assert.rejects(command('warraq.applyFix'), /takes document, version/u);
		await assert.rejects(command('warraq.nothing'), /There is no command/u);
	});
	test('warraq.openRulePage lets the editor show the page', async () => {
		await command('warraq.openRulePage', 'blank-line');
		assert.deepEqual(await client.waitFor('window/showDocument'), { uri: 'https://github.com/warraq/warraq/blob/main/docs/rules/blank-line.md', external: true });
		await assert.rejects(command('warraq.openRulePage', 'https://evil.example/'), /no such rule/u);
	});
});

suite('code actions for simple clients', () => {
	test('are commands where literals are not understood', async () => {
		const client = await LspClient.start({ capabilities: { textDocument: { publishDiagnostics: {} }, workspace: { applyEdit: true } } });
		const dump = await client.open(article({ body }));
		const actions = await dump.request<{ command: string; arguments: unknown[] }[]>('textDocument/codeAction', { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, context: { diagnostics: [] } });
		assert.deepEqual(actions.map(({ command }) => command), ['warraq.applyFix', 'warraq.fixAll', 'warraq.fixAll']);
		await client.connection.sendRequest('workspace/executeCommand', actions[0]);
		assert.deepEqual(client.applied, [{ changes: { [dump.uri]: [{ range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, newText: '' }] } }]);
		await client.stop();
	});
});
