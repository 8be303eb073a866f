import assert from 'node:assert/strict';
import { DUMP, article, closeAll, eventually, extension, file, settle, show } from '../support.ts';

// First of all suites by its name: nothing has been opened yet.
suite('activation', () => {
	suiteTeardown(closeAll);

	// VS Code itself has models of plain text at times, so that the extension may be active by now: it then only waits.
	test('starts no server before text is opened', () => {
		const found = extension();
		assert.equal(found.isActive ? found.exports.server : 'idle', 'idle');
	});

	test('starts no server for text that is no dump', async () => {
		const editor = await show(await file('.txt', 'Shopping list\n date 2025-11-08 https://www.almanbar.example/\n'));
		await eventually('activation', () => extension().isActive);
		await settle();
		assert.equal(editor.document.languageId, 'plaintext');
		assert.equal(extension().exports.server, 'idle');
	});

	test('starts the server for the first dump', async () => {
		const editor = await show(await file('.txt', article()));
		await eventually('the language of the dump', () => editor.document.languageId === DUMP);
		await eventually('the server', () => extension().exports.server === 'running');
	});
});
