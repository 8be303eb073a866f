import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { at } from '../../scripts/project.mjs';
import { CLEAN, DEFECTS, MENDED } from './support/dumps.ts';
import { until } from './support/until.ts';
import { Workbench } from './support/workbench.ts';

const FIX_ON_SAVE = { '[article-dump]': { 'editor.codeActionsOnSave': { 'source.fixAll.warraq': 'explicit' } } };

suite('editor', () => {
	let window: Workbench;
	suiteSetup(async () => {
		window = await Workbench.open({ files: {
			'defects.txt': DEFECTS, 'clean.txt': CLEAN, 'fix-all.txt': DEFECTS, 'twins.txt': CLEAN,
			// It begins with a line that is no header; only its name can tell what it is.
			'every-defect.dump': readFileSync(at('samples/every-defect.dump')),
		} });
	});
	suiteTeardown(() => window.close());

	test('takes a text file that begins with a header for a dump', async () => {
		await window.openFile('clean.txt');
		await window.statusBar.filter({ hasText: 'Article Dump' }).first().waitFor();
	});

	test('lists the problems of the sample', async () => {
		await window.openFile('every-defect.dump');
		const problems = await window.problems(rows => rows.some(row => row.includes('damaged-header')));
		assert.ok(problems.some(text => text.includes('differing-title-copies')), problems.join('\n'));
		await window.screenshot('problems');
	});

	test('reports exactly what is wrong', async () => {
		await window.openFile('defects.txt');
		const problems = await window.problems(rows => rows.some(text => text.includes('nonstandard-date')) && rows.some(text => text.includes('blank-line')));
		for (const rule of ['nonstandard-date', 'differing-title-copies', 'html-entity', 'blank-line']) {
			assert.ok(problems.some(text => text.includes(rule)), `${rule} in\n${problems.join('\n')}`);
		}
	});

	test('tells about the date on hover', async () => {
		await window.openFile('clean.txt');
		await window.goTo(1, 9);
		const text = await window.hover(shown => /2025/u.test(shown));
		assert.match(text, /Tuesday/u);
		assert.match(text, /الثلاثاء/u);
		await window.screenshot('hover');
	});

	test('applies a quick fix', async () => {
		await window.openFile('defects.txt');
		await window.goTo(1, 9);
		await window.quickFix(/2025-11-08/u);
		await until('the fixed date', async () => (await window.shownLines())[0]?.startsWith(' date 2025-11-08 '), () => window.shownLines());
		await window.save();
		assert.equal(await window.saved('defects.txt', text => text.includes('2025-11-08 ')), DEFECTS.replace('2025/11/08 ', '2025-11-08 '));
	});

	test('fixes all that is safe by command, in one undo step', async () => {
		await window.openFile('fix-all.txt');
		await window.goTo(1);
		await window.command('Warraq: Fix All Safe Problems in This Dump');
		await until('the fixed date', async () => (await window.shownLines())[0]?.startsWith(' date 2025-11-08 '), () => window.shownLines());
		await window.save();
		assert.equal(await window.saved('fix-all.txt', text => text !== DEFECTS), MENDED);
		await window.editor.locator('.view-line').first().click();
		await window.page.keyboard.press('ControlOrMeta+Z');
		await until('the old date', async () => (await window.shownLines())[0]?.startsWith(' date 2025/11/08 '), () => window.shownLines());
		await window.save();
		assert.equal(await window.saved('fix-all.txt', text => text !== MENDED), DEFECTS);
	});

	test('types in the other copy of a title too', async () => {
		await window.openFile('twins.txt');
		await window.goTo(2, 6);
		const typed = 'الجديد';
		await window.editor.locator('.linked-editing-decoration').first().waitFor();
		await window.page.keyboard.type(typed);
		await until('both copies', async () => (await window.shownLines()).filter(line => line.includes(typed)).length === 2, () => window.shownLines());
		await window.save();
		const lines = (await window.saved('twins.txt', text => text.includes(typed))).split('\n');
		assert.equal(lines[1], lines[2]);
		assert.equal(lines.filter(line => line.includes(typed)).length, 2);
	});

	test('shows articles, titles and paragraphs in the outline', async () => {
		await window.openFile('clean.txt');
		await window.command('View: Hide Panel');
		await window.command('Explorer: Focus on Outline View');
		const rows = window.page.locator('.outline-pane .monaco-list-row');
		const read = async () => (await rows.allInnerTexts()).map(text => text.replace(/\s+/gu, ' ').trim());
		await until('the Arabic article', async () => (await read()).some(text => text.includes('السوق القديم يستعيد رواده بعد الترميم')), read);
		await window.page.keyboard.press('End');
		await until('the Hebrew article', async () => (await read()).some(text => text.includes('קו הרכבת החדש לצפון ייפתח באביב')), read);
		await window.screenshot('outline');
	});
});

suite('fixing on save', () => {
	test('mends what is safe when asked for in the settings', async () => {
		const window = await Workbench.open({ files: { 'dump.txt': DEFECTS }, settings: FIX_ON_SAVE });
		try {
			await window.openFile('dump.txt');
			// Until the server has answered once, the editor saves without asking it; a window that is still being built, too, does without asking anybody.
			await window.page.locator('.squiggly-error').first().waitFor();
			const saved = await until('a save that mends', async () => {
				await window.goTo(4, 1);
				await window.page.keyboard.type('x');
				// A key that comes before the editor listens is lost, and what is not changed is not saved.
				await window.page.locator('.tabs-container .tab.active.dirty').waitFor();
				await window.page.keyboard.press('Backspace');
				await window.save();
				return window.saved('dump.txt', text => text !== DEFECTS, 3000);
			});
			assert.equal(saved, MENDED);
		} finally { await window.close(); }
	});
});

suite('a folder without dumps', () => {
	test('shows nothing of the extension', async () => {
		const window = await Workbench.open({ files: { 'notes.txt': 'Shopping\n\nDates and figs.\n', 'date.txt': 'date of birth: unknown\n' } });
		try {
			for (const name of ['notes.txt', 'date.txt']) {
				await window.openFile(name);
				await window.statusBar.filter({ hasText: 'Plain Text' }).first().waitFor();
				assert.deepEqual((await window.statusBar.allInnerTexts()).filter(text => /warraq|dump|article/iu.test(text)), []);
			}
			assert.equal(await window.page.locator('.activitybar .action-label[aria-label*="Warraq"]').count(), 0);
			await window.screenshot('no-dumps');
		} finally { await window.close(); }
	});
});

suite('a folder with a configuration', () => {
	test('has dumps under names that belong to other languages', async () => {
		const window = await Workbench.open({ files: { 'warraq.config.json': '{ "rules": {} }', 'dump.json': CLEAN } });
		try {
			await window.openFile('dump.json');
			await window.statusBar.filter({ hasText: 'Article Dump' }).first().waitFor();
		} finally { await window.close(); }
	});
});
