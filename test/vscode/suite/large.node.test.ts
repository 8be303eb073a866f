import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, eventually, extension, file, header } from '../support.ts';

suite('a file that VS Code shows to no extension', () => {
	const settings = vscode.workspace.getConfiguration('workbench');

	setup(() => settings.update('editorLargeFileConfirmation', 500, vscode.ConfigurationTarget.Workspace));
	teardown(async () => {
		await closeAll();
		await settings.update('editorLargeFileConfirmation', undefined, vscode.ConfigurationTarget.Workspace);
	});

	test('is named where it is a dump, and only there', async () => {
		const [dump, other] = [await file('.txt', `${header()}\nTitle\nTitle\n`), await file('.txt', 'Notes\n')];
		const line = `${'x'.repeat(999)}\n`.repeat(1000);
		for (const { fsPath } of [dump, other]) { for (let megabytes = 0; megabytes < 54; megabytes++) { appendFileSync(fsPath, line); } }
		for (const uri of [other, dump]) {
			await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
			await eventually('its tab', () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText);
		}
		const { exports } = extension();
		await eventually('the notice', () => exports.isTooLarge(dump));
		assert.equal(exports.isTooLarge(other), false);
		assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === dump.toString()));
	});
});
