import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { FULL, LspClient } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

const entry = 'test/support/instrumented-server.ts';
const numbered = (number: number, name = ''): string => article({ header: ` date 2025-03-04 https://news.example.com/2025/03/04/${name}${number}`, body: 'نص طويل بعض الشيء. '.repeat(20) });
/** About 6 MB: more than one slice of work. */
const large = (name: string): string => Array.from({ length: 6000 }, (_, number) => numbered(number, name)).join('');
/** Is answered with the whole of a large dump at once, as it cannot be told to ask for the rest. */
const capabilities = { ...FULL, workspace: { ...FULL.workspace, diagnostics: {} } };
type Checked = { readonly address?: string };

suite('the guard', () => {
	let client: LspClient;
	suiteSetup(async () => { client = await LspClient.start({ entry, capabilities }); });
	suiteTeardown(() => client.stop());
	const begun = (name: string): Promise<Checked> => client.waitFor<Checked>('test/checked', ({ address }) => address?.includes(name) === true);

	test('a request that is cancelled while it is worked on ends so', async () => {
		const dump = await client.open(large('cancel'), 'file:///nowhere/cancel.txt');
		const source = new CancellationTokenSource();
		const pull = client.connection.sendRequest('textDocument/diagnostic', { textDocument: dump.textDocument }, source.token);
		await begun('cancel');
		source.cancel();
		await assert.rejects(pull, { code: -32800 });
		const checked = client.heard.filter(({ method, params }) => method === 'test/checked' && (params as Checked).address?.includes('cancel') === true).length;
		assert.ok(checked < 6000, `${checked} articles were checked`);
	});
	test('a request that is cancelled at once is not begun', async () => {
		const dump = await client.open(article(), 'file:///nowhere/at-once.txt');
		const source = new CancellationTokenSource();
		const hover = client.connection.sendRequest('textDocument/hover', { textDocument: dump.textDocument, position: { line: 0, character: 1 } }, source.token);
		source.cancel();
		await assert.rejects(hover, { code: -32800 });
	});
	test('problems of a version that is past are not answered: the client asks again', async () => {
		const dump = await client.open(large('moved'), 'file:///nowhere/moved.txt');
		const pull = dump.pull();
		await begun('moved');
		await dump.prepend('نص\n');
		await assert.rejects(pull, { code: -32802, data: { retriggerRequest: true } });
		assert.deepEqual((await dump.pull()).items.map(({ code }) => code), ['missing-header']);
	});
	test('other answers about a version that is past say ContentModified', async () => {
		const dump = await client.open(large('modified'), 'file:///nowhere/modified.txt');
		const format = dump.request('textDocument/formatting', { options: { tabSize: 4, insertSpaces: false } });
		await begun('modified');
		await dump.prepend('نص\n');
		await assert.rejects(format, { code: -32801 });
	});
	test('a rule that fails leaves one article unchecked, is logged and told, and nothing else', async () => {
		const dump = await client.open(`${article({ header: ' date 2025-03-04 https://news.example.com/crash', body: 'نص.\n\nنص.' })}${article({ body: 'نص.\n\nنص.' })}`, 'file:///nowhere/crash.txt');
		assert.deepEqual((await dump.pull()).items.map(({ code, range }) => [code, range.start.line]), [['blank-line', 10]]);
		await client.waitFor<{ message: string }>('window/logMessage', ({ message }) => message.includes('This rule is defective.'));
		await client.waitFor<{ message: string }>('window/showMessage', ({ message }) => message.startsWith('1 article could not be checked'));
	});
	test('a bug in a request is logged and answered with nothing', async () => {
		const dump = await client.open(article(), 'file:///nowhere/bug.txt');
		assert.equal(await dump.request('textDocument/selectionRange', { positions: 7 }), null);
		await client.waitFor<{ message: string }>('window/logMessage', ({ message }) => message.startsWith('textDocument/selectionRange: TypeError'));
		assert.deepEqual((await dump.pull()).items, [], 'and the server lives');
	});
	test('an edit of an unknown dump changes nothing', async () => {
		await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///nowhere/unknown.txt', version: 2 }, contentChanges: [{ text: 'x' }] });
		assert.deepEqual(await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: 'file:///nowhere/unknown.txt' } }), { kind: 'full', items: [] });
	});
});

suite('work after an edit', () => {
	test('is that of the edited article, in a dump of 1 MB', async () => {
		const client = await LspClient.start({ entry, capabilities });
		const dump = await client.open(Array.from({ length: 1300 }, (_, number) => numbered(number)).join(''));
		await dump.pull();
		assert.equal(client.heard.filter(({ method }) => method === 'test/checked').length, 1300);
		client.heard.length = 0;
		const at = dump.text.indexOf('/700\n');
		await dump.replace(at + 5, at + 5, 'ا');
		const { items } = await dump.pull();
		assert.deepEqual(items.map(({ code }) => code), ['differing-title-copies']);
		assert.deepEqual(client.heard.map(({ params }) => params), [{ address: 'https://news.example.com/2025/03/04/700' }]);
		await client.stop();
	});
});
