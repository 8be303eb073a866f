import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixText } from '#core/fix.ts';
import { Linter } from '#core/lint.ts';
import { allRules, ruleById } from '#core/rules/all.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import { defaultSettings, type Settings } from '#core/settings.ts';
import type { Range } from '#core/text/range.ts';
import { TODAY, problemsIn, readFixture, show } from '../support/fixture.ts';
import { exempt, injections } from '../support/injection/all.ts';
import { goodArticles, textOf } from '../support/injection/good.ts';

/** All rules at their defaults but one: a good article of the format may have a line of glued headlines. */
function defaults(): Settings {
	const settings = defaultSettings(TODAY);
	return { ...settings, rules: new Map([...settings.rules].filter(([id]) => id !== 'glued-headlines')) };
}

/** These, and the one under test on. */
function linterFor({ id, severity, options }: AnyRule): Linter {
	const settings = defaults();
	const own = { severity: severity === 'off' ? 'warning' : severity, options: Object.fromEntries(Object.entries(options ?? {}).map(([name, option]) => [name, option.default])) } as const;
	return new Linter({ ...settings, rules: new Map([...settings.rules, [id, own]]) });
}

/** More of them find rarer cases: `SEED=random RUNS=5000 npm run test:unit -- -g damage`. */
const RUNS = Number(process.env['RUNS'] ?? 200);

const touches = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

suite('damage to a good article', () => {
	test('there are good articles in ten languages, and nobody complains of them', () => {
		assert.deepEqual([...new Set(goodArticles.map(({ language }) => language))].sort(), ['ar', 'ckb', 'en', 'fa', 'fr', 'he', 'ps', 'pt', 'ru', 'ur']);
		const linter = new Linter(defaults());
		for (const parts of goodArticles) { assert.deepEqual(problemsIn(textOf(parts), linter).map(({ problem }) => `${problem.rule.id}: ${problem.message}`), []); }
	});
	test('every rule is tried, or it is said why not', () => {
		const tried = new Set(injections.map(({ rule }) => rule));
		assert.deepEqual(allRules.map(({ id }) => id).filter(id => tried.has(id) === exempt.has(id)), []);
		assert.deepEqual([...tried].filter(id => ruleById(id) === undefined), []);
	});
	for (const { rule: id, title, languages, isMended, damage } of injections) {
		test(`${id}: ${title}`, () => {
			const rule = ruleById(id) as AnyRule;
			const linter = linterFor(rule);
			const articles = goodArticles.filter(({ language }) => languages?.includes(language) ?? true);
			let tried = 0;
			fc.assert(fc.property(fc.constantFrom(...articles), fc.gen(), (parts, dice) => {
				const marked = damage(parts, dice);
				if (marked === undefined) { return; }
				tried++;
				const { text, ranges } = readFixture(marked);
				const found = problemsIn(text, linter);
				const shown = show(text, found.map(({ range }) => range));
				assert.deepEqual([...new Set(found.map(({ problem }) => problem.rule.id))], [id], `all that is found is this:\n${shown}`);
				for (const { range } of found) { assert.ok(ranges.some(each => touches(each, range)), `it is found there only:\n${shown}`); }
				for (const range of ranges) { assert.ok(found.some(each => touches(each.range, range)), `every damage is found:\n${shown}`); }
				if (isMended) { assert.equal(show(fixText(text, linter, {}, { isStart: true }).text), show(textOf(parts)), 'safe fixes give the article back'); }
			}), { numRuns: RUNS });
			assert.ok(tried >= 20, `${tried} articles could be damaged`);
		});
	}
});
