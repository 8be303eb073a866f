import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { at } from '../../scripts/project.mjs';
import { CLEAN, DEFECTS, longDump } from './support/dumps.ts';
import { until } from './support/until.ts';
import { ARTICLE, Workbench } from './support/workbench.ts';

/** Lines of one article of {@link longDump}. */
const LINES = 11;

suite('preview', () => {
	let window: Workbench;
	suiteSetup(async () => {
		window = await Workbench.open({ files: {
			'clean.txt': CLEAN, 'typed.txt': CLEAN, 'defects.txt': DEFECTS, 'long.txt': longDump(200), 'arabic.txt': readFileSync(at('samples/arabic.txt')),
		} });
	});
	suiteTeardown(() => window.close());

	const preview = (name: string): Promise<Frame> => window.previewOf(name);

	test('shows every article once, in its own direction and language', async () => {
		const page = await preview('clean.txt');
		const articles = page.locator(ARTICLE);
		await until('two articles', async () => await articles.count() === 2);
		assert.deepEqual(await articles.evaluateAll(all => all.map(article => article.getAttribute('lang'))), ['ar', 'he']);
		const titles = page.locator(`${ARTICLE} .title`);
		assert.deepEqual((await titles.allInnerTexts()).map(text => text.trim()), ['السوق القديم يستعيد رواده بعد الترميم', 'קו הרכבת החדש לצפון ייפתח באביב']);
		assert.deepEqual(await page.locator(`${ARTICLE} .paragraph`).evaluateAll(all => [...new Set(all.map(block => getComputedStyle(block).direction))]), ['rtl']);
		await window.screenshot('preview');
	});

	test('follows what is typed', async () => {
		const page = await preview('typed.txt');
		await window.focusEditor('typed.txt');
		await window.goTo(4, 1);
		await window.page.keyboard.type('اليوم ');
		const paragraphs = page.locator(`${ARTICLE} .paragraph`);
		await until('the typed word in the preview', async () => (await paragraphs.first().innerText()).startsWith('اليوم عاد'), () => paragraphs.allInnerTexts());
		await window.save();
	});

	test('marks problems in place', async () => {
		const page = await preview('defects.txt');
		const marked = () => page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith('problem-')).flatMap(([, highlight]) => [...highlight].map(range => range instanceof Range ? range.toString() : '')));
		await until('the entities marked', async () => (await marked()).filter(text => text === '&quot;').length === 2, marked);
		await window.screenshot('preview-problems');
	});

	test('scrolls with the editor', async () => {
		const page = await preview('long.txt');
		await window.focusEditor('long.txt');
		await window.goTo(100 * LINES + 1);
		const shown = () => topArticle(page);
		await until('the preview near article 100', async () => Math.abs(await shown() - 100) <= 3, shown);
		await window.goTo(1);
		await until('the preview at the start', async () => await shown() === 0, shown);
	});

	test('has the editor scroll with it, and settles', async () => {
		const page = await preview('long.txt');
		await window.focusEditor('long.txt');
		await window.goTo(1);
		await until('the preview at the start', async () => await topArticle(page) === 0);
		await page.locator(ARTICLE).first().hover();
		const first = () => topLine(window);
		await until('the editor to follow', async () => {
			await window.page.mouse.wheel(0, 2000);
			return await topArticle(page) >= 12 && await first() > 10 * LINES;
		}, first);
		// Neither side moves any more: no echo goes round in circles.
		let before = '';
		await until('both sides at rest', async () => {
			const now = `${await topArticle(page)} ${await first()}`;
			const isSame = now === before;
			before = now;
			await window.page.waitForTimeout(600);
			return isSame;
		});
		const article = await topArticle(page);
		const line = await first();
		assert.ok(Math.abs(Math.floor((line - 1) / LINES) - article) <= 1, `line ${line} of the editor, article ${article} of the preview`);
	});

	test('goes to the source by double click', async () => {
		const page = await preview('clean.txt');
		await page.locator(`${ARTICLE} .paragraph`).nth(3).dblclick({ position: { x: 40, y: 10 } });
		await window.statusBar.filter({ hasText: /Ln 10, Col/u }).first().waitFor();
	});

	test('is there again after a reload', async () => {
		await preview('arabic.txt');
		const loaded = window.page.waitForEvent('load');
		await window.command('Developer: Reload Window');
		await loaded;
		const page = await window.webview(ARTICLE);
		await until('the articles of the sample', async () => (await page.locator(`${ARTICLE} .title`).first().innerText()).includes('المكتبة الوطنية'), async () => { await window.screenshot('reload'); return page.locator('body').innerText(); });
	});
});

suite('themes', () => {
	let window: Workbench;
	let page: Frame;
	suiteSetup(async () => {
		window = await Workbench.open({ files: { 'arabic.txt': readFileSync(at('samples/arabic.txt')) } });
		await window.openFile('arabic.txt');
		await window.command('Warraq: Open Preview to the Side');
		page = await window.webview(ARTICLE);
	});
	suiteTeardown(() => window.close());

	for (const [name, theme, kind] of [['dark', 'Default Dark Modern', 'vscode-dark'], ['light', 'Default Light Modern', 'vscode-light'], ['high-contrast', 'Default High Contrast', 'vscode-high-contrast']] as const) {
		test(`the preview is readable in ${name}`, async () => {
			window.configure({ 'workbench.colorTheme': theme });
			await until('the theme', () => page.evaluate(wanted => document.body.classList.contains(wanted), kind), () => page.evaluate(() => document.body.className));
			const { paragraph, background } = await page.locator(`${ARTICLE} .paragraph`).first().evaluate(block => ({
				paragraph: getComputedStyle(block).color, background: getComputedStyle(document.body).backgroundColor,
			}));
			const contrast = contrastOf(paragraph, background);
			assert.ok(contrast >= 4.5, `contrast ${contrast.toFixed(1)} of ${paragraph} on ${background}`);
			await window.screenshot(`theme-${name}`);
		});
	}
});

/** Index of the article at the upper edge of the preview. */
function topArticle(page: Frame): Promise<number> {
	return page.evaluate(() => {
		const edge = document.querySelector('.scroller')?.getBoundingClientRect().top ?? 0;
		const articles = [...document.querySelectorAll<HTMLElement>('article.article')].map(article => ({ index: Number(article.dataset['index']), bottom: article.getBoundingClientRect().bottom }));
		return Math.min(...articles.filter(({ bottom }) => bottom > edge + 4).map(({ index }) => index));
	});
}

/** Number of the first line the editor shows whole. */
async function topLine(window: Workbench): Promise<number> {
	const numbers = await window.textEditor.locator('.line-numbers').evaluateAll(all => all
		.map(each => ({ top: each.getBoundingClientRect().top, edge: each.closest('.monaco-editor')?.getBoundingClientRect().top ?? 0, number: Number(each.textContent) }))
		.filter(({ top, edge, number }) => top >= edge - 1 && number > 0).map(({ number }) => number));
	return Math.min(...numbers);
}

/** Contrast of two opaque CSS colours, as WCAG defines it. */
function contrastOf(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/gu) ?? []).slice(0, 3).map(Number).map(value => value / 255).map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
