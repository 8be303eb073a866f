import assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('host', () => {
	test('opens a copy of the samples', () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.match(String(folder?.uri.path), /\/samples$/u);
	});
});
