import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DUMP, article, closeAll, eventually, file, header, settle, show, showDump } from '../support.ts';

suite('detection', () => {
	teardown(closeAll);

	for (const [name, first] of [['.txt', header()], ['.data', header()], ['.csv', header()], ['.article', header()], ['.html', header()], ['', header()], ['.log', `\ufeff${header()}`], ['.md', ' Date: 2025/11/08 https://www.almanbar.example/a']] as const) {
		test(`takes a file ${name || 'without an extension'} that begins with ${JSON.stringify(first.slice(0, 8))} for a dump`, async () => {
			const editor = await show(await file(name, `${first}\nعنوان\nعنوان\nمتن المقال.\n`));
			await eventually('the language', () => editor.document.languageId === DUMP);
		});
	}

	test('knows a dump by its name, whatever it holds', async () => {
		const editor = await show(await file('.dump', 'سطر بلا ترويسة\n'));
		assert.equal(editor.document.languageId, DUMP);
	});

	for (const first of ['date palms grow by the river', 'Date: Mon, 3 Nov 2025 10:00:00 +0000', 'update 2025-11-08 https://www.almanbar.example/', ' date of the meeting']) {
		test(`leaves a text that begins with ${JSON.stringify(first)} alone`, async () => {
			const editor = await show(await file('.txt', `${first}\n${header()}\n`));
			await settle();
			assert.equal(editor.document.languageId, 'plaintext');
		});
	}

	test('never asks again where a file was declined, until it is chosen', async () => {
		const editor = await showDump(article());
		const { uri } = editor.document;
		await vscode.commands.executeCommand('warraq.notADump');
		await eventually('plain text', () => editor.document.languageId === 'plaintext');
		assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
		await closeAll();
		await eventually('the document to be gone', () => editor.document.isClosed);
		const again = await show(uri);
		await settle();
		assert.equal(again.document.languageId, 'plaintext');
		await vscode.commands.executeCommand('warraq.treatAsDump');
		await eventually('the language', () => again.document.languageId === DUMP);
		await closeAll();
		await eventually('the document to be gone', () => again.document.isClosed);
		const third = await show(uri);
		await eventually('the language once more', () => third.document.languageId === DUMP);
	});

	test('takes a change in the language menu for a refusal', async () => {
		const editor = await showDump(article());
		await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
		await settle();
		assert.equal(editor.document.languageId, 'plaintext');
		await closeAll();
		await eventually('the document to be gone', () => editor.document.isClosed);
		const again = await show(editor.document.uri);
		await settle();
		assert.equal(again.document.languageId, 'plaintext');
	});

	test('can be switched off', async () => {
		const settings = vscode.workspace.getConfiguration('warraq');
		await settings.update('detect', false, vscode.ConfigurationTarget.Workspace);
		try {
			const editor = await show(await file('.txt', article()));
			await settle();
			assert.equal(editor.document.languageId, 'plaintext');
		} finally {
			await settings.update('detect', undefined, vscode.ConfigurationTarget.Workspace);
		}
	});

	test('notices a dump that is pasted into a new document', async () => {
		const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' }));
		await editor.edit(edit => { edit.insert(new vscode.Position(0, 0), article()); });
		await eventually('the language', () => editor.document.languageId === DUMP);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});
