import assert from 'node:assert/strict';
import { allRules } from '#core/rules/all.ts';
import { renderPage } from '#core/rules/page.ts';
import { outdated } from '../../scripts/generate.ts';
import { outputs } from '../../scripts/generate/files.ts';

suite('generated files', () => {
	test('are up to date; else run “npm run generate”', () => { assert.deepEqual(outdated(), []); });
	test('come out the same twice', () => { assert.deepEqual([...outputs()], [...outputs()]); });
	test('hold a page for every rule', () => {
		const files = outputs();
		for (const { id } of allRules) { assert.ok(files.get(`docs/rules/${id}.md`)?.startsWith(`# ${id}\n`)); }
	});
	test('rule pages hold no invisible character', () => {
		for (const rule of allRules) { assert.doesNotMatch(renderPage(rule), /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u, rule.id); }
	});
	test('rule pages are closed: each example ends, no cell breaks a table', () => {
		for (const rule of allRules) {
			const page = renderPage(rule);
			assert.equal(page.match(/<pre dir="auto">/gu)?.length, page.match(/<\/pre>/gu)?.length, rule.id);
			for (const row of page.split('\n').filter(line => line.startsWith('| `'))) { assert.equal(row.replaceAll('\\|', '').split('|').length, 6, row); }
		}
	});
});
