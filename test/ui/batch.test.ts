import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { DEFECTS, MENDED } from './support/dumps.ts';
import { until } from './support/until.ts';
import { Workbench } from './support/workbench.ts';

const SPACES = DEFECTS.replace('بينها مخطوطات', 'بينها  مخطوطات');

suite('fixes in all dumps of the workspace', () => {
	let window: Workbench;
	suiteSetup(async () => {
		window = await Workbench.open({ files: { 'open.txt': DEFECTS, 'closed.txt': SPACES, 'deep/closed.txt': DEFECTS } });
		await window.openFile('open.txt');
		await window.page.locator('.squiggly-error').first().waitFor();
	});
	suiteTeardown(() => window.close());

	const read = (name: string): string => readFileSync(path.join(window.folder, name), 'utf8');
	const row = (text: string): Locator => window.quickInput.locator('.monaco-list-row').filter({ hasText: text });
	const notification = (text: string): Locator => window.page.locator('.notification-toast').filter({ hasText: text });
	/** As slowly as a person: of more than two messages within a second VS Code shows none. */
	const press = async (toast: Locator, name: string): Promise<void> => {
		const button = toast.getByRole('button', { name, exact: true });
		await button.waitFor();
		await window.page.waitForTimeout(1000);
		await button.click();
	};

	test('are chosen by rule, shown, carried out when the user says so, and undone', async () => {
		await window.command('Fix All Safe Problems in the Workspace…');
		await row('html-entity').waitFor();
		assert.match(await row('html-entity').innerText(), /fixes: 6 · articles: 3/u);
		await window.screenshot('batch-rules');
		await window.page.keyboard.press('Enter');

		const asked = notification('Apply what was rehearsed?');
		await asked.waitFor();
		await window.tab('Rehearsal').waitFor();
		assert.match(await asked.innerText(), /Files to be written: 2\. Open dumps to be edited, and not saved: 1\./u);
		assert.deepEqual([read('closed.txt'), read('deep/closed.txt')], [SPACES, DEFECTS], 'nothing is written by a rehearsal');
		await window.screenshot('batch-rehearsal');
		await press(asked, 'Apply');

		const done = notification('Files written: 2. Open dumps edited, not saved: 1.');
		await done.waitFor();
		assert.deepEqual([read('deep/closed.txt'), read('open.txt')], [MENDED, DEFECTS], 'an open dump is the editor\'s to save');
		await press(done, 'Undo');
		await notification('Dumps that are as before: 3.').waitFor();
		assert.deepEqual([read('closed.txt'), read('deep/closed.txt')], [SPACES, DEFECTS]);
		await window.openFile('open.txt');
		await until('the open dump as before', async () => (await window.shownLines())[0]?.startsWith(' date 2025/11/08 '), () => window.shownLines());
	});

	test('of normalisation are chosen from a list with counts', async () => {
		await window.command('Normalise in Batches…');
		await row('repeated-blank').waitFor();
		assert.match(await row('repeated-blank').innerText(), /ar · news\.example\.com[^]*fixes: 1 · articles: 1/u);
		await window.screenshot('batch-list');
		await row('repeated-blank').click();
		const asked = notification('Apply what was rehearsed? Fixes: 1. Files to be written: 1.');
		await press(asked, 'Apply');
		await notification('Fixes: 1. Files written: 1.').waitFor();
		assert.equal(read('closed.txt'), DEFECTS);
	});
});
