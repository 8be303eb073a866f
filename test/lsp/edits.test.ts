import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { DumpDocument } from '#core/document/document.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { change, dumpText, rangeOf } from '../support/generators.ts';
import { TODAY, article, problemsIn } from '../support/fixture.ts';
import { LspClient } from '../support/lsp.ts';

const linter = new Linter(defaultSettings(TODAY));

/** What a run from scratch finds, as the protocol places it. */
function fromScratch(text: string): unknown[] {
	const document = DumpDocument.read(text);
	return problemsIn(text, linter, false).map(({ problem, range }) => [problem.rule.id, problem.message, document.positionAt(range.start), document.positionAt(range.end)]);
}

const asPlaced = (items: readonly Diagnostic[]): unknown[] => items.map(({ code, message, range }) => [code, message, range.start, range.end]);

suite('edits over the protocol', () => {
	let client: LspClient;
	let count = 0;
	suiteSetup(async () => { client = await LspClient.start({ entry: 'test/support/instrumented-server.ts' }); });
	suiteTeardown(() => client.stop());
	const open = (text: string): ReturnType<LspClient['open']> => client.open(text, `file:///nowhere/edits-${++count}.txt`);

	test('after any edits the problems are those of a run from scratch', async () => {
		await fc.assert(fc.asyncProperty(dumpText, fc.array(change, { maxLength: 6 }), async (text, changes) => {
			const dump = await open(text);
			assert.deepEqual(asPlaced((await dump.pull()).items), fromScratch(text));
			for (const each of changes) {
				const { start, end } = rangeOf(each, dump.text.length);
				await dump.replace(...placeable(dump.text, start, end), each.text);
				assert.deepEqual(asPlaced((await dump.pull()).items), fromScratch(dump.text));
			}
		}), { numRuns: 60 });
	});
	test('several changes of one notification are made one after the other', async () => {
		const dump = await open(article());
		const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
		await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: dump.uri, version: 2 }, contentChanges: [{ range, text: 'أول\n' }, { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: '\n' }] });
		assert.deepEqual((await dump.pull()).items.map(({ code, range: place }) => [code, place.start.line]), [['blank-line', 4]]);
	});
	test('a whole new text replaces the old one', async () => {
		const dump = await open('x');
		await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: dump.uri, version: 2 }, contentChanges: [{ text: article() }] });
		assert.deepEqual((await dump.pull()).items, []);
	});
	test('CRLF counts as one line end and its fixes leave it alone', async () => {
		const dump = await open(article({ body: 'نص.\n\nنص.' }).replaceAll('\n', '\r\n'));
		const [item] = (await dump.pull()).items;
		assert.deepEqual(item?.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } });
		const edits = await dump.request<Parameters<typeof dump.edited>[0]>('textDocument/formatting', { options: { tabSize: 4, insertSpaces: false } });
		assert.equal(dump.edited(edits), article({ body: 'نص.\nنص.' }).replaceAll('\n', '\r\n'));
	});
	test('columns behind an emoji count its two units', async () => {
		const dump = await open(article({ body: '📚\u200b كتاب.' }));
		const [item] = (await dump.pull()).items;
		assert.equal(item?.code, 'zero-width-character');
		assert.deepEqual([item.range.start.character, item.range.end.character], [2, 3]);
	});
	test('line separators inside a line are no line ends', async () => {
		const dump = await open(article({ body: 'نص\u2028نص\u0085نص\u000b.\n\nنص.' }));
		const blank = (await dump.pull()).items.find(({ code }) => code === 'blank-line');
		assert.equal(blank?.range.start.line, 4);
	});
});

/** Offsets that the protocol can name: not between the two units of a CRLF. */
function placeable(text: string, start: number, end: number): readonly [number, number] {
	const moved = (at: number): number => (text[at - 1] === '\r' && text[at] === '\n' ? at + 1 : at);
	return [moved(start), moved(end)];
}
