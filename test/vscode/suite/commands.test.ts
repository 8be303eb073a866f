import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DUMP, article, closeAll, eventually, extension, header, showDump, text } from '../support.ts';

interface Manifest {
	readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(group => group.tabs);

suite('commands', () => {
	teardown(closeAll);

	test('all exist once a dump is there', async () => {
		await showDump(article());
		const known = new Set(await vscode.commands.getCommands(true));
		const { contributes } = extension().packageJSON as Manifest;
		assert.deepEqual(contributes.commands.map(({ command }) => command).filter(command => !known.has(command)), []);
	});

	test('go from article to article', async () => {
		const editor = await showDump(`${article()}${article('b')}${article('c')}`);
		const lines: number[] = [];
		for (const command of ['goToNextArticle', 'goToNextArticle', 'goToNextArticle', 'goToPreviousArticle', 'goToPreviousArticle', 'goToPreviousArticle']) {
			await vscode.commands.executeCommand(`warraq.${command}`);
			lines.push(editor.selection.active.line);
		}
		assert.deepEqual(lines, [5, 10, 10, 5, 0, 0]);
	});

	test('put a new article behind the one at the caret', async () => {
		const editor = await showDump(`${article()}${article('b')}`);
		editor.selection = new vscode.Selection(2, 0, 2, 0);
		await vscode.commands.executeCommand('warraq.newArticle');
		const lines = text(editor).split('\n');
		assert.match(String(lines[5]), /^ date \d{4}-\d\d-\d\d https:\/\/$/u);
		assert.equal(lines[6], lines[7]);
		assert.equal(lines[9], header('b'));
		await vscode.commands.executeCommand('undo');
		assert.equal(text(editor), `${article()}${article('b')}`);
	});

	test('put a new article at the end of a dump that lacks its last line end', async () => {
		const editor = await showDump(article().trimEnd());
		await vscode.commands.executeCommand('warraq.newArticle');
		assert.match(text(editor), /بعيد\.\n date \d{4}-\d\d-\d\d https:\/\/\n(.+)\n\1\n/u);
	});

	test('open a page of a rule', async () => {
		await vscode.commands.executeCommand('warraq.openRulePage', 'blank-line');
		await eventually('the page', () => tabs().some(({ label }) => label.includes('blank-line')));
	});

	test('open the sample as a new document', async () => {
		await vscode.commands.executeCommand('warraq.openSample');
		const document = vscode.window.activeTextEditor?.document;
		assert.equal(document?.languageId, DUMP);
		assert.equal(document?.isUntitled, true);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	test('open the preview beside the dump', async () => {
		await showDump(article());
		await vscode.commands.executeCommand('warraq.showPreviewToSide');
		await eventually('the preview', () => tabs().some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('warraq.preview')));
	});

	test('start the server again, with all it knew', async () => {
		const editor = await showDump(`${header()}\nعنوان\nعنوان\nمتن.\n\nمتن.\n`);
		await eventually('the problem', () => vscode.languages.getDiagnostics(editor.document.uri).length > 0);
		await vscode.commands.executeCommand('warraq.restartServer');
		assert.equal(extension().exports.server, 'running');
		await eventually('the problem again', () => vscode.languages.getDiagnostics(editor.document.uri).length > 0);
	});
});
