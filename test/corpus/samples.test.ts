import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY } from '../support/fixture.ts';

const FOLDER = 'samples';
const DEFECTS = 'every-defect.dump';

/** Rules that are on but find nothing in a dump alone: they ask for the profile of an outlet, or for the bytes of the file. */
const needMore: ReadonlySet<string> = new Set(['site-name-in-title', 'boilerplate']);

const linter = new Linter(defaultSettings(TODAY));
const names = readdirSync(FOLDER).filter(name => /\.(?:txt|dump)$/u.test(name)).sort();
const checked = new Map(names.map(name => [name, readText(readFileSync(path.join(FOLDER, name), 'utf8')).map(article => ({ article, problems: linter.check(article) }))]));
const defects = checked.get(DEFECTS) ?? [];

function countsOf(name: string): Record<string, number> {
	const counts = new Map<string, number>();
	for (const { rule } of (checked.get(name) ?? []).flatMap(({ problems }) => problems)) { counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1); }
	return Object.fromEntries(counts);
}

suite('samples', () => {
	test('are good but for the one with every defect: no error, no warning', () => {
		for (const [name, articles] of checked) {
			if (name === DEFECTS) { continue; }
			assert.ok(articles.length > 0, name);
			assert.deepEqual(articles.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ message }) => message), [], name);
		}
	});
	test('are taken for the language that their names say', () => {
		const languages: Readonly<Record<string, string>> = { arabic: 'ar', english: 'en', french: 'fr', hebrew: 'he', persian: 'fa', urdu: 'ur' };
		for (const [name, articles] of checked) {
			const language = languages[path.parse(name).name] ?? 'ar';
			assert.deepEqual(articles.map(({ article }) => article.language).filter(found => found !== language && found !== 'und'), [], name);
		}
	});
	test('with every defect: raise every rule that is on and can speak about a dump alone', () => {
		const on = allRules.filter(({ id, severity, on: scope }) => severity !== 'off' && scope !== 'corpus' && scope !== 'bytes' && !needMore.has(id)).map(({ id }) => id);
		const raised = countsOf(DEFECTS);
		assert.deepEqual(on.filter(id => raised[id] === undefined), []);
		assert.deepEqual([...needMore].filter(id => raised[id] !== undefined), []);
	});
	test('with every defect: each article names in its address the rule it breaks, and breaks no other badly', () => {
		const ids = allRules.map(({ id }) => id).sort((a, b) => b.length - a.length);
		let named = 0;
		for (const { article, problems } of defects) {
			const slug = (article.address ?? '').split('/').at(-1) ?? '';
			const id = ids.find(each => slug.includes(each));
			if (id === undefined) { continue; }
			named++;
			assert.ok(problems.some(({ rule }) => rule.id === id), `${slug} does not raise ${id}`);
			assert.deepEqual(problems.filter(({ rule, severity }) => rule.id !== id && severity !== 'hint').map(({ message }) => message), [], slug);
		}
		// Where header or address are missing, no slug can say so.
		assert.equal(named, defects.length - 2);
	});
});
