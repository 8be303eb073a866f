import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFECTS } from './support/dumps.ts';
import { until } from './support/until.ts';
import { Workbench } from './support/workbench.ts';

suite('accepting problems', () => {
	let window: Workbench;
	suiteSetup(async () => {
		window = await Workbench.open({ files: { 'dump.txt': DEFECTS }, settings: { 'warraq.baseline.author': 'ليلى' } });
		await window.openFile('dump.txt');
		await window.page.locator('.squiggly-error').first().waitFor();
	});
	suiteTeardown(() => window.close());

	const file = (): string => path.join(window.folder, 'warraq.baseline.ndjson');
	const marked = (): Promise<number> => window.editor.locator('.squiggly-warning').count();
	const faded = (): Promise<number> => window.editor.locator('.squiggly-inline-unnecessary').count();

	test('asks for a reason, fades the problem, and reports it again when that is taken back', async () => {
		const before = await marked();
		await window.goTo(6, 17);
		await window.quickFix(/^Accept all problems of “html-entity”/u);
		const input = window.quickInput.locator('input.input');
		await input.waitFor();
		assert.match(await window.quickInput.innerText(), /Why may it stand\?/u);
		await input.fill('كذا في الأصل');
		await window.screenshot('accept-reason');
		await window.page.keyboard.press('Enter');
		await until('faded problems', async () => await faded() >= 2 && await marked() === before - 2, async () => [await faded(), await marked()]);
		const entries = readFileSync(file(), 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as { rule: string; who: string; why: string });
		assert.deepEqual(entries.map(({ rule, who, why }) => [rule, who, why]), [['html-entity', 'ليلى', 'كذا في الأصل'], ['html-entity', 'ليلى', 'كذا في الأصل']]);
		await window.goTo(6, 17);
		assert.match(await window.hover(text => text.includes('Accepted on')), /because “\u2068كذا في الأصل\u2069”/u);
		await window.screenshot('accepted');

		await window.quickFix(/^No longer accept this problem/u);
		await until('a problem again', async () => await marked() === before - 1, marked);
		assert.equal(readFileSync(file(), 'utf8').trimEnd().split('\n').length, 1);
		assert.equal(existsSync(file()), true);
	});
});
