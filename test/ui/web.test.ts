import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { CLEAN, DEFECTS, MENDED } from './support/dumps.ts';
import { until } from './support/until.ts';
import { ARTICLE, Workbench } from './support/workbench.ts';

suite('in the web worker, as on vscode.dev', () => {
	let window: Workbench;
	suiteSetup(async () => { window = await Workbench.open({ kind: 'web', files: { 'clean.txt': CLEAN, 'defects.txt': DEFECTS } }); });
	suiteTeardown(() => window.close());

	const preview = (name: string): Promise<Frame> => window.previewOf(name);

	test('the server is a worker of the page, of the packaged files', async () => {
		await window.openFile('clean.txt');
		await window.statusBar.filter({ hasText: 'Article Dump' }).first().waitFor();
		const loaded = await until('the worker', () => Promise.resolve(window.requested.find(url => url.endsWith('/dist/server.web.js'))), () => Promise.resolve(window.requested.filter(url => url.includes('/files/'))));
		assert.match(loaded, /^http:\/\/127\.0\.0\.1:\d+\/files\//u);
	});

	test('the preview shows every article, in its own direction and language', async () => {
		const page = await preview('clean.txt');
		await until('two articles', async () => await page.locator(ARTICLE).count() === 2);
		assert.deepEqual(await page.locator(ARTICLE).evaluateAll(all => all.map(article => [article.getAttribute('lang'), getComputedStyle(article).direction])), [['ar', 'rtl'], ['he', 'rtl']]);
		// The browser's own data lack what Node's have.
		assert.match(await page.locator(`${ARTICLE} .facts`).last().innerText(), /ה׳ באדר תשפ״ה/u);
		await window.screenshot('web-preview');
	});

	test('the preview follows what is typed', async () => {
		const page = await preview('clean.txt');
		await window.focusEditor('clean.txt');
		await window.goTo(4, 1);
		await window.page.keyboard.type('اليوم ');
		await until('the typed word in the preview', async () => (await page.locator(`${ARTICLE} .paragraph`).first().innerText()).startsWith('اليوم عاد'));
		await window.save();
	});

	test('the preview marks problems, mends one, and shows what is invisible', async () => {
		const page = await preview('defects.txt');
		await page.locator('.row:has(.blank) .mark').click();
		await page.locator('.popup .fix', { hasText: 'Delete the blank line' }).click();
		await until('the blank line gone', async () => await page.locator('.blank').count() === 0);
		await page.getByRole('button', { name: 'Show invisible characters' }).click();
		await page.locator('.hidden-character').first().waitFor({ state: 'attached' });
		assert.equal(await page.locator('.hidden-character').first().getAttribute('data-name'), 'RLM');
	});

	test('the preview is there again after a reload', async () => {
		await preview('clean.txt');
		const loaded = window.page.waitForEvent('load');
		await window.command('Developer: Reload Window');
		await loaded;
		const page = await window.webview(ARTICLE);
		await until('its articles', async () => (await page.locator(`${ARTICLE} .title`).first().innerText()).includes('السوق القديم'));
	});

	test('all that is safe is mended by command and saved', async () => {
		await window.command('View: Close All Editors');
		await window.openFile('defects.txt');
		await window.command('Warraq: Fix All Safe Problems in This Dump');
		await until('the mended text', async () => (await window.shownLines())[0]?.startsWith(' date 2025-11-08 '), () => window.shownLines());
		await window.save();
		assert.equal(await window.saved('defects.txt', text => text === MENDED), MENDED);
	});
});
