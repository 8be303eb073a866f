import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, closeAll, eventually, header, placeOf, showDump, text } from '../support.ts';

const title = 'المكتبة تفتح أبوابها ليلا';
const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(command, ...args);

suite('features', () => {
	let editor: vscode.TextEditor;
	let uri: vscode.Uri;

	setup(async () => {
		editor = await showDump(`${article()}${header('b', '2025-11-09')}\nخبر ثان\nخبر ثان\nمتن الخبر الثاني...\nمتن الخبر الثاني وفيه تفاصيل أخرى.\n`);
		({ uri } = editor.document);
	});
	teardown(closeAll);

	test('outline: articles by title, with their fields', async () => {
		const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
		assert.deepEqual(symbols.map(({ name }) => name), [title, 'خبر ثان']);
		assert.match(String(symbols[0]?.detail), /2025-11-08/u);
		assert.ok((symbols[1]?.children.length ?? 0) >= 3);
		assert.equal(symbols[1]?.range.start.line, 5);
	});

	test('folding: one range an article', async () => {
		const ranges = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
		assert.deepEqual(ranges.filter(({ start }) => start === 0 || start === 5).map(({ start, end }) => [start, end]), [[0, 4], [5, 9]]);
	});

	test('hover: the date in words, and nothing on an ordinary word', async () => {
		const [hover] = await run<vscode.Hover[]>('vscode.executeHoverProvider', uri, placeOf(editor.document, '2025-11-08'));
		const shown = (hover?.contents ?? []).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
		assert.match(shown, /Saturday|السبت/u);
		assert.deepEqual(await run<vscode.Hover[]>('vscode.executeHoverProvider', uri, placeOf(editor.document, 'العامة')), []);
	});

	test('links: the address', async () => {
		const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
		assert.ok(links.some(({ target }) => target?.toString(true) === 'https://www.almanbar.example/20251108/a.html'), links.map(({ target }) => target?.toString(true)).join(' '));
	});

	test('highlights: both copies of the title', async () => {
		const highlights = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', uri, placeOf(editor.document, title).translate(0, 3));
		assert.deepEqual(highlights.map(({ range }) => range.start.line).sort(), [1, 2]);
	});

	test('rename: changes both copies of the title', async () => {
		const edit = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, placeOf(editor.document, title), 'عنوان جديد');
		await vscode.workspace.applyEdit(edit);
		assert.deepEqual(text(editor).split('\n').slice(1, 3), ['عنوان جديد', 'عنوان جديد']);
	});

	test('linked editing: typing in one copy of the title changes the other', async () => {
		const at = placeOf(editor.document, title).translate(0, 'المكتبة'.length);
		editor.selection = new vscode.Selection(at, at);
		// The editor asks for the linked ranges when the caret arrives; the first letters may come before the answer.
		await eventually('the other copy', async () => {
			await vscode.commands.executeCommand('type', { text: 'x' });
			await new Promise(resolve => { setTimeout(resolve, 300); });
			const [first, second] = text(editor).split('\n').slice(1, 3);
			if (first === second && first !== title) { return true; }
			await vscode.commands.executeCommand('undo');
			editor.selection = new vscode.Selection(at.translate(0, 1), at.translate(0, 1));
			await new Promise(resolve => { setTimeout(resolve, 300); });
			editor.selection = new vscode.Selection(at, at);
			await new Promise(resolve => { setTimeout(resolve, 500); });
			return false;
		});
		assert.equal(text(editor).split('\n')[2], 'المكتبةx تفتح أبوابها ليلا');
	});

	test('selection ranges: word, line, article', async () => {
		const [range] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [placeOf(editor.document, 'العامة')]);
		const sizes: number[] = [];
		for (let at = range; at !== undefined; at = at.parent) { sizes.push(at.range.end.line - at.range.start.line); }
		assert.ok(sizes.includes(0) && sizes.some(lines => lines >= 4), sizes.join());
	});

	test('code lenses: some for each article, with commands that exist', async () => {
		const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 50);
		assert.deepEqual([...new Set(lenses.map(({ range }) => range.start.line))].sort(), [0, 5]);
		const known = new Set(await vscode.commands.getCommands(true));
		for (const { command } of lenses) { assert.ok(command !== undefined && (command.command === '' || known.has(command.command)), command?.command); }
	});

	test('semantic tokens: some, for every article', async () => {
		const tokens = await run<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri);
		assert.ok((tokens?.data.length ?? 0) >= 10);
	});

	test('completion: an article at the end of the dump', async () => {
		const end = editor.document.positionAt(text(editor).length);
		await editor.edit(edit => { edit.insert(end, ' '); });
		const { items } = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, end.translate(0, 1));
		assert.ok(items.some(({ insertText, label }) => `${typeof insertText === 'string' ? insertText : insertText?.value ?? ''}${typeof label === 'string' ? label : label.label}`.includes('date')), items.map(({ label }) => String(typeof label === 'string' ? label : label.label)).join());
	});

	test('formatting: the safe fixes, as small edits', async () => {
		await editor.edit(edit => { edit.insert(new vscode.Position(4, 0), '\n'); });
		const before = text(editor);
		const edits = await run<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', uri, { tabSize: 4, insertSpaces: true });
		assert.equal(edits.length, 1);
		const change = new vscode.WorkspaceEdit();
		change.set(uri, edits);
		await vscode.workspace.applyEdit(change);
		assert.equal(text(editor), before.replace('\n\n', '\n'));
	});

	test('workspace symbols: articles of open dumps', async () => {
		const symbols = await eventually('the symbol', async () => {
			const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'خبر ثان');
			return found.some(({ location }) => location.uri.toString() === uri.toString()) ? found : undefined;
		});
		assert.ok(symbols.some(({ name }) => name === 'خبر ثان'));
	});

	test('settings: suit right-to-left text, and change nothing that is not edited', () => {
		const scope = { uri, languageId: 'article-dump' };
		const settings = vscode.workspace.getConfiguration(undefined, scope);
		assert.equal(settings.get('editor.unicodeHighlight.ambiguousCharacters'), false);
		assert.equal(settings.get('editor.renderWhitespace'), 'none');
		assert.equal(settings.get('editor.linkedEditing'), true);
		assert.equal(settings.get('files.trimTrailingWhitespace'), false);
		assert.match(String(settings.get('editor.wordSeparators')), /،؛؟/u);
	});

	test('words: Arabic words are whole', () => {
		const range = editor.document.getWordRangeAtPosition(placeOf(editor.document, 'أبوابها').translate(0, 2));
		assert.equal(range === undefined ? '' : editor.document.getText(range), 'أبوابها');
	});
});
