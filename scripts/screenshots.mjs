// Takes the pictures of the README from the project's own samples, into docs/images: npm run package && npm run screenshots
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { stopHost } from '../test/ui/support/host.ts';
import { until } from '../test/ui/support/until.ts';
import { Workbench } from '../test/ui/support/workbench.ts';
import { at, isMain } from './project.mjs';

const FOLDER = at('docs/images');
const ARTICLE = 'article.article:not(.skeleton)';
const LIGHT = { 'workbench.colorTheme': 'Default Light Modern' };
const DARK = { 'workbench.colorTheme': 'Default Dark Modern' };
const common = {
	'editor.stickyScroll.enabled': false, 'files.exclude': { '.vscode': true }, 'window.title': '${activeEditorShort}',
	'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'workbench.activityBar.location': 'hidden', 'window.commandCenter': false,
};

/**
 * Each picture: settings, size in CSS pixels, how its window is brought to the state that is shown, and what has to be seen in it.
 * @type {Readonly<Record<string, { settings: object, size?: { width: number, height: number }, subject: string, show: (window: Workbench) => Promise<void> }>>}
 */
const pictures = {
	'editor-and-preview': {
		settings: LIGHT, subject: '.codelens-decoration a',
		async show(window) {
			await window.openFile('arabic.txt');
			await window.command('View: Toggle Primary Side Bar Visibility');
			await preview(window);
			await window.focusEditor('arabic.txt');
			await window.editor.locator('.codelens-decoration').first().waitFor();
		},
	},
	problems: {
		settings: LIGHT, subject: '.markers-panel .monaco-list-row',
		async show(window) {
			await openDefects(window);
			await window.editor.locator('.codelens-decoration a').first().waitFor();
			await window.problems(rows => rows.some(row => row.includes('damaged-header')));
		},
	},
	'quick-fix': {
		settings: DARK, size: { width: 1100, height: 560 }, subject: '.action-widget .monaco-list-row.action',
		async show(window) {
			await openDefects(window);
			await window.command('View: Toggle Primary Side Bar Visibility');
			await window.goTo(lineOf('nonstandard-date'), 8);
			await window.editor.locator('.squiggly-error').first().waitFor();
			await window.quickFixes();
		},
	},
	hover: {
		settings: LIGHT, size: { width: 1100, height: 560 }, subject: '.monaco-hover .hover-contents',
		async show(window) {
			await window.openFile('persian.txt');
			await window.command('View: Toggle Primary Side Bar Visibility');
			// Lines that move would close the hover.
			await window.editor.locator('.codelens-decoration a').first().waitFor();
			await window.goTo(1, 9);
			await window.hover(text => /\d{4}/u.test(text));
		},
	},
	'preview-hebrew': {
		settings: DARK, subject: 'iframe.webview',
		async show(window) {
			await window.openFile('hebrew.txt');
			await window.command('View: Toggle Primary Side Bar Visibility');
			await preview(window);
			await window.editor.locator('.codelens-decoration a').first().waitFor();
		},
	},
	'x-ray': {
		settings: LIGHT, size: { width: 1100, height: 700 }, subject: 'iframe.webview',
		async show(window) {
			await openDefects(window);
			await window.command('View: Toggle Primary Side Bar Visibility');
			const page = await preview(window);
			await window.focusEditor('every-defect.dump');
			await window.goTo(lineOf('/zero-width-character') + 3);
			await page.locator('button[aria-label="Show invisible characters"]').click();
			await page.locator('.hidden-character:visible').first().waitFor();
			await window.page.mouse.move(0, 0);
		},
	},
	rehearsal: {
		settings: { ...LIGHT, 'warraq.fix.maxLoss': 100 }, size: { width: 1280, height: 720 }, subject: '.notification-toast button, .notification-toast .monaco-button',
		async show(window) {
			await openDefects(window);
			await window.command('View: Toggle Primary Side Bar Visibility');
			await window.command('Fix All Safe Problems in the Workspace…');
			await window.quickInput.locator('.monaco-list-row').first().waitFor();
			await window.page.keyboard.press('Enter');
			await window.page.locator('.notification-toast').filter({ hasText: 'Apply what was rehearsed?' }).waitFor();
			await window.page.locator('.notification-toast').filter({ hasText: 'Rehearsing' }).waitFor({ state: 'detached' });
		},
	},
};

async function openDefects(window) {
	await window.openFile('every-defect.dump');
	await window.statusBar.filter({ hasText: 'Article Dump' }).first().waitFor();
}

async function preview(window) {
	await window.command('Warraq: Open Preview to the Side');
	// Where the command was clicked is now the border of the preview.
	await window.page.mouse.move(0, 0);
	const page = await window.webview(ARTICLE);
	await until('the fonts', () => page.evaluate(() => document.fonts.status === 'loaded'));
	return page;
}

/** The line of the sample of every defect whose address holds a word, from 1. */
function lineOf(word) {
	return readFileSync(at('samples/every-defect.dump'), 'utf8').split('\n').findIndex(line => line.includes(word)) + 1;
}

/** @param {readonly string[]} names all pictures where empty */
async function takePictures(names) {
	mkdirSync(FOLDER, { recursive: true });
	const files = Object.fromEntries(readdirSync(at('samples')).map(name => [name, readFileSync(at('samples', name))]));
	for (const [name, { settings, size = { width: 1280, height: 760 }, subject, show }] of Object.entries(pictures)) {
		if (names.length > 0 && !names.includes(name)) { continue; }
		const window = await Workbench.open({ files, name: 'samples', settings: { ...common, ...settings }, size, scale: 1.5 });
		try {
			await window.page.mouse.move(0, 0);
			await show(window);
			await until('a quiet status bar', async () => !(await window.statusBar.allInnerTexts()).some(text => text.includes('Saving')));
			await window.screenshot(name, FOLDER);
			if (!await window.page.locator(subject).first().isVisible()) { throw new Error(`${name}: what the picture is about (${subject}) is not in it; take it again.`); }
			console.log(`docs/images/${name}.png`);
		} finally { await window.close(); }
	}
}

if (isMain(import.meta.url)) {
	try { await takePictures(process.argv.slice(2)); } finally { await stopHost(); }
}
