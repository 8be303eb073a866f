import assert from 'node:assert/strict';
import { DumpDocument } from '#core/document/document.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import type { Environment } from '../../server/environment.ts';
import { fixAll } from '../../server/fix-all.ts';
import type { Watch } from '../../server/guard.ts';
import type { Snapshot } from '../../server/snapshot.ts';
import { LspClient, PUSH } from '../support/lsp.ts';
import { TODAY, article } from '../support/fixture.ts';

const COUNT = 1000;
/** About 0.5 million UTF-16 units; the last article has an error, all others a warning. */
const large = Array.from({ length: COUNT }, (_, number) => article({
	header: ` date 2025-${number === COUNT - 1 ? '02-30' : '03-04'} https://news.example.com/2025/03/04/${number}`, body: `${'نص طويل بعض الشيء. '.repeat(25)}\n\nنص.`,
})).join('');
const LINES = 8;
type Published = { readonly version: number; readonly diagnostics: readonly { readonly severity: number; readonly range: { readonly start: { readonly line: number } } }[] };
const lastLine = (items: Published['diagnostics']): number => items.at(-1)?.range.start.line ?? -1;
const hasError = (items: Published['diagnostics']): boolean => items.some(({ severity }) => severity === 1);

suite('a large dump', () => {
	test('is answered with its first articles, then with all that the client asks for again', async () => {
		const client = await LspClient.start({ initializationOptions: { notifications: true } });
		const dump = await client.open(large);
		const first = await dump.pull();
		assert.equal(first.kind, 'full');
		assert.ok(first.items.length > 100 && first.items.length < COUNT / 2, `${first.items.length} problems`);
		assert.ok(lastLine(first.items as Published['diagnostics']) < LINES * COUNT / 2);
		assert.deepEqual(client.heard.filter(({ method }) => method === 'warraq/status'), [], 'nothing is said of the whole yet');
		await client.waitFor('workspace/diagnostic/refresh');
		const second = await dump.pull(first.resultId);
		assert.deepEqual([second.kind, second.items.length], ['full', 1000]);
		assert.ok(hasError(second.items as Published['diagnostics']));
		assert.equal((await client.waitFor<{ errors: number }>('warraq/status')).errors, 1);
		assert.equal((await dump.pull(second.resultId)).kind, 'unchanged');
		await client.stop();
	});
	test('is answered whole where the client has not kept the first articles, or cannot be told to ask again', async () => {
		const client = await LspClient.start();
		const dump = await client.open(large);
		await dump.pull();
		assert.equal((await dump.pull()).items.length, 1000);
		const simple = await LspClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
		assert.equal((await (await simple.open(large)).pull()).items.length, 1000);
		await Promise.all([client.stop(), simple.stop()]);
	});
	test('is pushed in the same two steps, and after an edit whole', async () => {
		const client = await LspClient.start({ capabilities: PUSH });
		const dump = await client.open(large);
		const first = await client.waitFor<Published>('textDocument/publishDiagnostics');
		assert.ok(first.diagnostics.length > 100 && first.diagnostics.length < COUNT / 2);
		const second = await client.waitFor<Published>('textDocument/publishDiagnostics');
		assert.deepEqual([second.diagnostics.length, hasError(second.diagnostics)], [1000, true]);
		await dump.prepend('نص\n');
		assert.equal((await client.waitFor<Published>('textDocument/publishDiagnostics')).diagnostics.length, 1000);
		await client.stop();
	});
	test('is pushed once for several edits that come at once', async () => {
		const client = await LspClient.start({ capabilities: PUSH });
		const dump = await client.open(large);
		await Promise.all([1, 2, 3].map(() => dump.prepend('نص\n')));
		await client.waitFor<Published>('textDocument/publishDiagnostics', ({ version, diagnostics }) => version === 4 && diagnostics.length === 1000);
		await dump.request('textDocument/hover', { position: { line: 0, character: 0 } });
		const again = client.heard.filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as Published).version === 4 && (params as Published).diagnostics.length === 1000);
		assert.deepEqual(again, []);
		await client.stop();
	});
	test('is mended by more edits than a call takes arguments', async () => {
		const count = 150_000;
		const dump = DumpDocument.read(article({ body: 'نص\u200b'.repeat(count) }));
		const linter = new Linter(defaultSettings(TODAY));
		const snapshot = { dump, checker: { linter }, problemsOf: (index: number) => linter.check(dump.articles[index] as Parameters<Linter['check']>[0]) };
		const environment = { now: () => 0 };
		const { edits } = await fixAll(snapshot as unknown as Snapshot, {}, environment as Environment, {} as Watch, 1);
		assert.equal(edits.length, count);
	});
});
