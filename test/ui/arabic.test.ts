import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { DEFECTS } from './support/dumps.ts';
import { until } from './support/until.ts';
import { ARTICLE, Workbench } from './support/workbench.ts';

suite('in Arabic', () => {
	let window: Workbench;
	let page: Frame;
	suiteSetup(async () => {
		window = await Workbench.open({ language: 'ar', files: { 'defects.txt': DEFECTS } });
		await window.openFile('defects.txt');
		await window.command('Warraq: فتح المعاينة جانبًا');
		page = await window.webview(ARTICLE);
	});
	suiteTeardown(() => window.close());

	test('the status says how the dump stands', async () => {
		const item = window.statusBar.filter({ has: window.page.locator('.codicon-book') }).first();
		const label = await until('the status', async () => {
			const said = await item.locator('a').first().getAttribute('aria-label');
			return said?.includes('مقال واحد') === true ? said : undefined;
		}, () => item.innerHTML());
		assert.match(label, /^Warraq: مقال واحد\. الأخطاء: 2، التحذيرات: [1-9].*سطره الأول ترويسة: \u2068date 2025\/11\/08\u2069\u2069/u);
	});

	test('the preview speaks Arabic around the articles', async () => {
		assert.equal(await page.locator('html').getAttribute('lang'), 'ar');
		await page.getByRole('button', { name: 'إظهار المحارف غير المرئية' }).waitFor();
		await page.getByRole('button', { name: 'حجم النص وخطه' }).click();
		assert.equal(await page.locator('.type-panel').evaluate(panel => getComputedStyle(panel).direction), 'rtl');
		await window.screenshot('arabic-type-panel');
		await page.getByRole('button', { name: 'حجم النص وخطه' }).click();
	});

	test('a problem is explained with Arabic buttons, its message stays English', async () => {
		await page.locator('.row:has(.blank) .mark').click();
		const popup = page.locator('.popup');
		await popup.getByRole('button', { name: 'إظهار في الملف' }).waitFor();
		assert.equal(await popup.locator('.severity').first().innerText(), 'تحذير');
		assert.equal(await popup.locator('.message bdi').first().getAttribute('lang'), 'en');
		await window.screenshot('arabic-popup');
	});
});
