import assert from 'node:assert/strict';
import type { CodeLens, CompletionItem, DocumentHighlight, DocumentLink, DocumentSymbol, FoldingRange, Hover, LinkedEditingRanges, SelectionRange, SemanticTokens, SemanticTokensDelta, SymbolInformation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LspClient, type OpenDump } from '../support/lsp.ts';
import { article } from '../support/fixture.ts';

const title = 'افتتاح مكتبة عامة جديدة في وسط المدينة';
const second = article({ title: 'كتاب 📚 جديد', header: ' date 2025-03-05 https://www.other.example/a/كتاب', body: 'انظر https://example.com/a, ثم عد.' });

suite('every request of the protocol', () => {
	let client: LspClient;
	let dump: OpenDump;
	suiteSetup(async () => {
		client = await LspClient.start({ initializationOptions: { commands: ['warraq.showPreview', 'warraq.openRulePage'] } });
		dump = await client.open(article() + second);
	});
	suiteTeardown(() => client.stop());

	test('documentSymbol: articles by title, with date and outlet, and their parts', async () => {
		const [first, next] = await dump.request<DocumentSymbol[]>('textDocument/documentSymbol');
		assert.deepEqual([first?.name, first?.detail], [title, '2025-03-04 · news.example.com']);
		assert.deepEqual(first?.children?.map(({ detail }) => detail), ['date', 'address', 'title', 'title, second copy', '']);
		assert.deepEqual(next?.range.start, { line: 4, character: 0 });
	});
	test('foldingRange: the article, its titles', async () => {
		const folds = await dump.request<FoldingRange[]>('textDocument/foldingRange');
		assert.deepEqual(folds.map(({ startLine, endLine }) => [startLine, endLine]), [[0, 3], [1, 2], [4, 7], [5, 6]]);
	});
	test('selectionRange: from the word to the dump', async () => {
		let [range] = await dump.request<(SelectionRange | undefined)[]>('textDocument/selectionRange', { positions: [dump.find('جديد\n', 2)] });
		const lines: (readonly number[])[] = [];
		for (; range !== undefined; range = range.parent) { lines.push([range.range.start.line, range.range.start.character, range.range.end.line, range.range.end.character]); }
		assert.deepEqual(lines, [[5, 8, 5, 12], [5, 0, 5, 12], [5, 0, 6, 12], [4, 0, 8, 0], [0, 0, 8, 0]]);
	});
	test('hover: Markdown with isolated values, nothing on ordinary words', async () => {
		const { contents, range } = await dump.request<Hover>('textDocument/hover', { position: dump.find('2025-03-04', 1) });
		assert.deepEqual(range, { start: { line: 0, character: 6 }, end: { line: 0, character: 16 } });
		assert.ok(typeof contents === 'object' && 'kind' in contents && contents.kind === 'markdown');
		assert.match(contents.value, /\u2068الثلاثاء، 4 مارس 2025\u2069[\s\S]*Tuesday, March 4, 2025/u);
		assert.equal(await dump.request('textDocument/hover', { position: dump.find('البلدية') }), null);
		const { contents: whole } = await dump.request<{ contents: { value: string } }>('textDocument/hover', { position: dump.find('date') });
		assert.match(whole.value, /1 of 2[\s\S]*`[0-9a-f]{16}`/u);
	});
	test('documentLink: addresses of header and body, encoded, with a readable tooltip', async () => {
		const links = await dump.request<DocumentLink[]>('textDocument/documentLink');
		assert.deepEqual(links.map(({ target }) => target), ['https://news.example.com/2025/03/04/library', 'https://www.other.example/a/%D9%83%D8%AA%D8%A7%D8%A8', 'https://example.com/a']);
		assert.equal(links[1]?.tooltip, '\u2066https://www.other.example/a/كتاب\u2069');
		assert.deepEqual((await client.connection.sendRequest<DocumentLink>('documentLink/resolve', { range: links[2]?.range, data: { uri: dump.uri, version: 1 } })).target, 'https://example.com/a');
	});
	test('linkedEditingRange: both copies, blanks allowed, surrogate pairs counted as two', async () => {
		const { ranges, wordPattern = '' } = await dump.request<LinkedEditingRanges>('textDocument/linkedEditingRange', { position: { line: 6, character: 9 } });
		assert.deepEqual(ranges.map(({ start, end }) => [start.line, start.character, end.line, end.character]), [[5, 0, 5, 12], [6, 0, 6, 12]]);
		assert.equal(new RegExp(`^(?:${wordPattern})$`, 'u').test('كتاب 📚 جديد'), true);
		assert.equal(await dump.request('textDocument/linkedEditingRange', { position: { line: 3, character: 1 } }), null);
	});
	test('prepareRename and rename: every copy changes; what is no title is refused with a sentence', async () => {
		assert.deepEqual(await dump.request('textDocument/prepareRename', { position: { line: 2, character: 1 } }), { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 38 } }, placeholder: title });
		assert.equal(await dump.request('textDocument/prepareRename', { position: { line: 3, character: 1 } }), null);
		const edit = await dump.request<WorkspaceEdit>('textDocument/rename', { position: { line: 1, character: 1 }, newName: 'عنوان جديد' });
		assert.equal(dump.edited(dump.editsOf(edit)), article({ title: 'عنوان جديد' }) + second);
		await assert.rejects(dump.request('textDocument/rename', { position: { line: 1, character: 1 }, newName: 'سطر\nسطر' }), /A title is one line/u);
		await assert.rejects(dump.request('textDocument/rename', { position: { line: 1, character: 1 }, newName: ' ' }), /must show something/u);
		await assert.rejects(dump.request('textDocument/rename', { position: { line: 3, character: 1 }, newName: 'x' }), /Only titles can be renamed/u);
	});
	test('documentHighlight: the copies of a title, the date in the address', async () => {
		const lines = (found: DocumentHighlight[]): unknown => found.map(({ range }) => [range.start.line, range.start.character, range.end.character]);
		assert.deepEqual(lines(await dump.request('textDocument/documentHighlight', { position: { line: 1, character: 1 } })), [[1, 0, 38], [2, 0, 38]]);
		assert.deepEqual(lines(await dump.request('textDocument/documentHighlight', { position: dump.find('2025/03/04', 2) })), [[0, 6, 16], [0, 42, 52]]);
	});
	test('semanticTokens: whole, in a range, and as a difference', async () => {
		const tokens = await client.open(article() + second, 'file:///nowhere/tokens.txt');
		const { data, resultId } = await tokens.request<SemanticTokens>('textDocument/semanticTokens/full');
		assert.deepEqual(data.slice(0, 10), [0, 1, 4, 0, 0, 0, 5, 10, 1, 0], 'date, and its day');
		const part = await tokens.request<SemanticTokens>('textDocument/semanticTokens/range', { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } } });
		assert.equal(part.data[0], 4, 'the second article alone');
		await tokens.replace(0, 0, '\n');
		const delta = await tokens.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { previousResultId: resultId });
		const patched = [...data];
		for (const { start, deleteCount, data: added = [] } of delta.edits) { patched.splice(start, deleteCount, ...added); }
		assert.deepEqual(patched, (await tokens.request<SemanticTokens>('textDocument/semanticTokens/full')).data);
		assert.ok(delta.edits.length === 1 && (delta.edits[0]?.data?.length ?? 0) <= 5, 'a line put in above moves one token');
	});
	test('codeLens: words, problems and preview of each article, made when they are seen', async () => {
		const lenses = await dump.request<CodeLens[]>('textDocument/codeLens');
		assert.equal(lenses.length, 6);
		const made = await Promise.all(lenses.slice(0, 3).map(lens => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
		assert.deepEqual(made.map(({ command }) => command?.title), ['9 words · 1 min', 'no problems', 'Preview']);
		assert.deepEqual(made[2]?.command?.arguments, [dump.uri, 0]);
		await assert.rejects(client.connection.sendRequest('codeLens/resolve', { ...lenses[0], data: { uri: dump.uri, version: 7, index: 0, kind: 'words' } }), { code: -32801 });
	});
	test('completion: a header at the end, dates and outlets in it, the copy of a title', async () => {
		const writing = await client.open(`${article()} date \n date 2025-03-04 https://\nعنوان\nعن`, 'file:///nowhere/writing.txt');
		const at = async (line: number, character: number): Promise<CompletionItem[]> => writing.request('textDocument/completion', { position: { line, character } });
		assert.match((await at(4, 6)).map(({ textEdit }) => textEdit?.newText).join('|'), /date \$\{1:\d{4}-\d\d-\d\d\} \$\{2:https:\/\/\}\n\$\{3:title\}\n\$\{3:title\}\n\$0/u);
		assert.ok((await at(5, 25)).some(({ label }) => label === 'https://news.example.com/'));
		assert.deepEqual((await at(7, 2)).map(({ label }) => label), ['عنوان']);
		assert.deepEqual(await at(3, 5), [], 'nothing in prose');
		assert.match((await at(0, 8))[0]?.label ?? '', /^2025-03-04$/u);
	});
	test('completion offers the skeleton in an empty dump', async () => {
		const empty = await client.open('', 'file:///nowhere/empty.txt');
		const [item] = await empty.request<CompletionItem[]>('textDocument/completion', { position: { line: 0, character: 0 } });
		assert.equal(item?.insertTextFormat, 2);
	});
	test('formatting: the safe fixes, as minimal edits; in a range those inside it', async () => {
		const body = 'نص أول.\n\nنص ثان.';
		const bad = await client.open(article({ body }) + article({ body }), 'file:///nowhere/format.txt');
		const options = { options: { tabSize: 4, insertSpaces: false } };
		const edits = await bad.request<TextEdit[]>('textDocument/formatting', options);
		assert.deepEqual(edits, [4, 10].map(line => ({ range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' })));
		const inRange = await bad.request<TextEdit[]>('textDocument/rangeFormatting', { ...options, range: { start: { line: 9, character: 1 }, end: { line: 11, character: 0 } } });
		assert.deepEqual(inRange, edits.slice(1));
	});
	test('warraq/articles and warraq/articleSizes', async () => {
		const { total, articles } = await client.connection.sendRequest<{ total: number; articles: { index: number; words: number }[] }>('warraq/articles', { uri: dump.uri, first: 1, last: 9 });
		assert.deepEqual([total, articles.length, articles[0]?.index], [2, 1, 1]);
		assert.deepEqual(await client.connection.sendRequest('warraq/articleSizes', { uri: dump.uri }), { version: 1, lines: [4, 4], lengths: [article().length, second.length] });
		await assert.rejects(client.connection.sendRequest('warraq/articles', { uri: dump.uri, first: -1 }), /cannot be used/u);
	});
	test('workspace/symbol: open dumps by words of the title, without marks, by date and host', async () => {
		const find = async (query: string): Promise<string[]> => (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).filter(({ location }) => location.uri === dump.uri).map(({ name }) => name);
		assert.deepEqual(await find('مكتبه افتتاح'), [title]);
		assert.deepEqual(await find('2025-03-05'), ['كتاب 📚 جديد']);
		assert.deepEqual(await find('other.exam'), ['كتاب 📚 جديد']);
		assert.deepEqual(await find('لا يوجد'), []);
	});
	test('answers for a dump that is not open are empty, not errors', async () => {
		const textDocument = { uri: 'file:///nowhere/never.txt' };
		const position = { line: 0, character: 0 };
		for (const method of ['hover', 'documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full', 'completion', 'documentHighlight', 'prepareRename', 'formatting']) {
			assert.equal(await client.connection.sendRequest(`textDocument/${method}`, { textDocument, position, options: {} }), null, method);
		}
	});
});
