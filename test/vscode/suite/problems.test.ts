import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, checked, closeAll, codesOf, eventually, extension, file, header, settle, show, showDump, text } from '../support.ts';

const withBlankLine = `${header()}\nعنوان الخبر\nعنوان الخبر\nفقرة أولى من المتن.\n\nفقرة ثانية من المتن.\n`;
const mended = withBlankLine.replace('\n\n', '\n');

/** Code actions with the edits that the editor asks for only when one is chosen. */
async function actionsAt(editor: vscode.TextEditor, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
	return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, range, kind, 50);
}

async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
	if (edit !== undefined) { await vscode.workspace.applyEdit(edit); }
	if (command !== undefined) { await vscode.commands.executeCommand(command.command, ...command.arguments ?? []); }
}

suite('problems', () => {
	teardown(closeAll);

	test('are none in a good article', async () => {
		const { document } = await showDump(article());
		await settle();
		assert.deepEqual(codesOf(document.uri), []);
	});

	test('arrive with severity, source and a page that needs no network', async () => {
		const { document } = await showDump(withBlankLine);
		const [problem] = await eventually('the problem', () => (codesOf(document.uri).length > 0 ? vscode.languages.getDiagnostics(document.uri) : undefined));
		assert.equal(problem?.source, 'warraq');
		assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
		const code = problem?.code as { readonly value: string; readonly target: vscode.Uri };
		assert.equal(code.value, 'blank-line');
		assert.equal(code.target.toString(true), 'command:warraq.openRulePage?["blank-line"]');
	});

	test('follow what is typed', async () => {
		const editor = await showDump(article());
		await editor.edit(edit => { edit.insert(new vscode.Position(4, 0), '\n'); });
		await eventually('the problem', () => codesOf(editor.document.uri).includes('blank-line'));
		await vscode.commands.executeCommand('undo');
		await eventually('its end', () => codesOf(editor.document.uri).length === 0);
	});

	test('are found in a new document that was never saved', async () => {
		const document = await vscode.workspace.openTextDocument({ language: 'article-dump', content: withBlankLine });
		await vscode.window.showTextDocument(document);
		await eventually('the problem', () => codesOf(document.uri).includes('blank-line'));
		assert.equal(document.isDirty, true);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	test('are mended by a quick fix, and come back with undo', async () => {
		const editor = await showDump(withBlankLine);
		await eventually('the problem', () => codesOf(editor.document.uri).includes('blank-line'));
		const [problem] = vscode.languages.getDiagnostics(editor.document.uri);
		assert.ok(problem);
		const actions = await actionsAt(editor, problem.range, vscode.CodeActionKind.QuickFix.value);
		const fix = actions.find(({ edit, title }) => edit !== undefined && /blank line/u.test(title));
		assert.ok(fix, JSON.stringify(actions));
		await apply(fix);
		assert.equal(text(editor), mended);
		await eventually('no problem', () => codesOf(editor.document.uri).length === 0);
		await vscode.commands.executeCommand('undo');
		assert.equal(text(editor), withBlankLine);
	});

	test('offer the page of their rule', async () => {
		const editor = await showDump(withBlankLine);
		await eventually('the problem', () => codesOf(editor.document.uri).includes('blank-line'));
		const actions = await actionsAt(editor, new vscode.Range(4, 0, 4, 0));
		assert.ok(actions.some(({ command }) => command?.command === 'warraq.openRulePage' && command.arguments?.[0] === 'blank-line'), actions.map(({ title }) => title).join(' | '));
	});

	test('are all mended by the command, as one step', async () => {
		const damaged = `${withBlankLine}${header('b').replace('2025-11-08', '2025/11/08')}\nخبر آخر\nفقرة من المتن.\n`;
		const editor = await showDump(damaged);
		await eventually('the problems', () => codesOf(editor.document.uri).length >= 3);
		await vscode.commands.executeCommand('warraq.fixAllInFile');
		await eventually('the fixes', () => text(editor) === `${mended}${header('b')}\nخبر آخر\nخبر آخر\nفقرة من المتن.\n`);
		await vscode.commands.executeCommand('undo');
		assert.equal(text(editor), damaged);
	});

	test('are mended on save where the user asks for it, and only there', async () => {
		const editor = await showDump(withBlankLine);
		await editor.edit(edit => { edit.insert(new vscode.Position(3, 0), 'قال: '); });
		await editor.document.save();
		assert.match(text(editor), /\n\n/u);
		const settings = vscode.workspace.getConfiguration('editor', { uri: editor.document.uri, languageId: 'article-dump' });
		await settings.update('codeActionsOnSave', { 'source.fixAll.warraq': 'explicit' }, vscode.ConfigurationTarget.Workspace, true);
		try {
			await editor.edit(edit => { edit.insert(new vscode.Position(3, 0), 'و'); });
			await editor.document.save();
			assert.equal(text(editor), mended.replace('فقرة أولى', 'وقال: فقرة أولى'));
			assert.equal(editor.document.isDirty, false);
		} finally {
			await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
		}
	});

	test('are what the status counts', async () => {
		const { document } = await showDump(`${article()}${article('b')}${header('c')}\n`);
		const { exports } = extension();
		const status = await eventually('the status', () => exports.statusOf(document.uri));
		assert.equal(status.articles, 3);
		await eventually('the errors', () => exports.statusOf(document.uri)?.errors === vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length);
		assert.ok((exports.statusOf(document.uri)?.errors ?? 0) > 0);
	});

	test('are not reported where checking is off, and are when it is on again', async () => {
		const settings = vscode.workspace.getConfiguration('warraq');
		await settings.update('check.run', 'off', vscode.ConfigurationTarget.Workspace);
		const uri = await file('.txt', withBlankLine);
		try {
			await show(uri);
			await checked(uri);
			await settle();
			assert.deepEqual(codesOf(uri), []);
		} finally {
			await settings.update('check.run', undefined, vscode.ConfigurationTarget.Workspace);
		}
		await eventually('the problem', () => codesOf(uri).includes('blank-line'));
	});

	test('have the severity that the settings give them', async () => {
		const settings = vscode.workspace.getConfiguration('warraq');
		const { document } = await showDump(withBlankLine);
		await settings.update('rules', { 'blank-line': 'error' }, vscode.ConfigurationTarget.Workspace);
		try {
			await eventually('an error', () => vscode.languages.getDiagnostics(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
		} finally {
			await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
		}
		await eventually('a warning', () => vscode.languages.getDiagnostics(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Warning));
	});

	test('have the severity of the configuration file, also when it changes', async () => {
		const config = vscode.Uri.joinPath((await showDump(withBlankLine)).document.uri, '..', 'warraq.config.json');
		const { document } = vscode.window.activeTextEditor ?? assert.fail();
		try {
			await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{ "rules": { "blank-line": "hint" } } // a comment'));
			await eventually('a hint', () => vscode.languages.getDiagnostics(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint));
		} finally {
			await vscode.workspace.fs.delete(config);
		}
		await eventually('a warning', () => vscode.languages.getDiagnostics(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Warning));
	});
});
