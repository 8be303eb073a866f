import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { CLEAN, DEFECTS, longDump } from './support/dumps.ts';
import { until } from './support/until.ts';
import { ARTICLE, Workbench } from './support/workbench.ts';

suite('preview and its host', () => {
	let window: Workbench;
	suiteSetup(async () => { window = await Workbench.open({ files: { 'clean.txt': CLEAN, 'defects.txt': DEFECTS, 'long.txt': longDump(200) } }); });
	suiteTeardown(() => window.close());

	const preview = (name: string): Promise<Frame> => window.previewOf(name);
	const title = (page: Frame): Promise<string> => page.locator(`${ARTICLE} .title`).first().innerText().catch(() => '');

	test('mends a problem from its popup', async () => {
		const page = await preview('defects.txt');
		await page.locator('.row:has(.blank) .mark').click();
		await page.locator('.popup .fix', { hasText: 'Delete the blank line' }).click();
		await until('the blank line gone', async () => await page.locator('.blank').count() === 0, () => page.locator('body').innerText());
		assert.equal(await page.locator('.notice').isVisible(), false);
		await window.focusEditor('defects.txt');
		await window.save();
		await window.saved('defects.txt', text => !text.includes('\n\n'));
	});

	test('follows the active dump until it is locked', async () => {
		const page = await preview('clean.txt');
		await until('the clean dump', async () => (await title(page)).includes('السوق القديم'));
		await window.focusEditor('clean.txt');
		await window.openFile('long.txt');
		await until('the other dump', async () => (await title(page)).includes('الخبر رقم 1'), () => title(page));
		await page.getByRole('button', { name: 'Stay with this dump' }).click();
		await window.page.locator('.tab', { hasText: '[Preview] long.txt' }).waitFor();
		await window.focusEditor('clean.txt');
		await window.goTo(2);
		await window.page.waitForTimeout(800);
		assert.match(await title(page), /الخبر رقم/u);
		await page.getByRole('button', { name: 'Stay with this dump' }).click();
		await window.focusEditor('long.txt');
		await window.focusEditor('clean.txt');
		await until('the clean dump again', async () => (await title(page)).includes('السوق القديم'), () => title(page));
	});

	test('begins with the article of the lens', async () => {
		await window.command('View: Close All Editors');
		await window.openFile('long.txt');
		await window.goTo(150 * 11 + 1);
		const lens = window.editor.locator('.codelens-decoration a', { hasText: 'Preview' });
		await lens.first().waitFor();
		const place = await lens.nth(Math.floor(await lens.count() / 2)).boundingBox();
		await window.page.mouse.click((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
		const page = await window.webview(ARTICLE);
		await until('an article near the 150th', async () => Math.abs(Number(await page.locator('.article-number').inputValue()) - 150) < 6, () => page.locator('.article-number').inputValue());
	});

	test('is saved as one page', async () => {
		const page = await preview('clean.txt');
		await page.getByRole('button', { name: 'Save as HTML' }).click();
		await window.quickInput.locator('input.input').waitFor();
		await window.page.keyboard.press('Enter');
		const file = path.join(window.folder, 'clean.html');
		await until('the page on disk', () => Promise.resolve(existsSync(file) && readFileSync(file, 'utf8').endsWith('</html>\n')));
		const html = readFileSync(file, 'utf8');
		assert.doesNotMatch(html, /<script|<link|@import/iu);
		assert.equal(html.match(/<article /gu)?.length, 2);
	});

	test('shows invisible characters by command', async () => {
		const page = await preview('defects.txt');
		await page.locator('.copies summary').click();
		await window.command('Warraq: Show or Hide Invisible Characters in the Preview');
		await page.locator('.hidden-character').first().waitFor({ state: 'attached' });
		assert.equal(await page.locator('.hidden-character').first().getAttribute('data-name'), 'RLM');
	});
});
