import assert from 'node:assert/strict';
import fc from 'fast-check';
import { problemChoice } from '#core/features/problem-choice.ts';
import { ProblemCounter, type CountedDump, type ProblemCount } from '#core/features/problem-counts.ts';
import { articleGroups, groupsOf, sumOf, totalOf } from '#core/features/problem-groups.ts';
import { outletName } from '#core/features/measure.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import type { Severity } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { dumpText } from '../support/generators.ts';
import { TODAY } from '../support/fixture.ts';

const count = (rule: string, severity: Severity, outlet: string, total = 1, fixable = 0): ProblemCount => ({ rule, severity, outlet, total, fixable });
const dumps: readonly CountedDump[] = [
	{ uri: 'file:///d/10.txt', path: 'd/10.txt', counts: [count('blank-line', 'warning', 'الخبر', 3, 3), count('html-entity', 'warning', 'example.com', 9)] },
	{ uri: 'file:///d/9.txt', path: 'd/9.txt', counts: [count('blank-line', 'warning', '', 1, 1), count('missing-title', 'error', 'example.com', 2), count('stray-bidi-mark', 'hint', 'example.com', 40, 40)] },
];
const keys = (by: 'rule' | 'outlet' | 'dump', wish: Parameters<typeof problemChoice>[0] = {}): readonly (readonly [string, number])[] => groupsOf(dumps, by, problemChoice(wish)).map(group => [group.key, totalOf(group)]);

suite('groups of problems', () => {
	test('rules come by gravity, outlets by their number of problems, dumps by path', () => {
		assert.deepEqual(keys('rule'), [['missing-title', 2], ['html-entity', 9], ['blank-line', 4], ['stray-bidi-mark', 40]]);
		assert.deepEqual(keys('outlet'), [['example.com', 51], ['الخبر', 3], ['', 1]]);
		assert.deepEqual(keys('dump'), [['file:///d/9.txt', 43], ['file:///d/10.txt', 12]]);
	});
	test('a group counts by severity, and what can be fixed', () => {
		assert.deepEqual(groupsOf(dumps, 'outlet', problemChoice({}))[0], { key: 'example.com', counts: { error: 2, warning: 9, information: 0, hint: 40 }, fixable: 40 });
	});
	test('every word is looked for in rule, group, outlet and path', () => {
		assert.deepEqual(keys('rule', { text: 'entity' }), [['html-entity', 9]]);
		assert.deepEqual(keys('rule', { text: 'DAMAGE example' }), [['html-entity', 9]]);
		assert.deepEqual(keys('rule', { text: 'الخبر' }), [['blank-line', 3]]);
		assert.deepEqual(keys('rule', { text: 'خبر' }), [['blank-line', 3]]);
		assert.deepEqual(keys('rule', { text: ' d/9  blank ' }), [['blank-line', 1]]);
		assert.deepEqual(keys('rule', { text: 'd/9 html-entity' }), []);
	});
	test('letters that are written in several ways are the same', () => {
		const own: CountedDump = { uri: 'u', path: 'p', counts: [count('blank-line', 'warning', 'الأخبار'), count('blank-line', 'warning', 'ایران')] };
		assert.deepEqual(groupsOf([own], 'outlet', problemChoice({ text: 'الاخبار' })).map(({ key }) => key), ['الأخبار']);
		assert.deepEqual(groupsOf([own], 'outlet', problemChoice({ text: 'ايران' })).map(({ key }) => key), ['ایران']);
	});
	test('a wish may name severities, a rule, a dump, and articles without an outlet', () => {
		assert.deepEqual(keys('dump', { severities: ['error', 'hint'] }), [['file:///d/9.txt', 42]]);
		assert.deepEqual(keys('dump', { severities: [] }), []);
		assert.deepEqual(keys('outlet', { rule: 'blank-line', uri: 'file:///d/10.txt' }), [['الخبر', 3]]);
		assert.deepEqual(keys('rule', { outlet: '' }), [['blank-line', 1]]);
	});
	test('however they are grouped, no problem is lost or counted twice', () => {
		fc.assert(fc.property(fc.array(dumpText, { minLength: 1, maxLength: 3 }), fc.constantFrom('', 'a', 'title', 'example'), fc.subarray<Severity>(['error', 'warning', 'information', 'hint']), (texts, text, severities) => {
			const settings = defaultSettings(TODAY);
			const linter = new Linter(settings);
			const isChosen = problemChoice({ text, severities });
			let expected = 0;
			const counted = texts.map((each, number): CountedDump => {
				const counter = new ProblemCounter();
				const dump = { uri: `file:///${number}.txt`, path: `${number}.txt` };
				const articles = readText(each).map((article, index) => ({ index, problems: linter.check(article), outlet: outletName(article, settings) }));
				for (const { problems, outlet } of articles) {
					counter.add(problems, outlet);
					expected += problems.filter(({ rule, severity }) => isChosen(dump, { rule: rule.id, severity, outlet })).length;
				}
				const own = { ...dump, counts: counter.counts };
				const inArticles = articleGroups(own, articles, isChosen).reduce((sum, group) => sum + totalOf(group), 0);
				assert.equal(inArticles, totalOf(sumOf([own], isChosen)));
				return own;
			});
			for (const by of ['rule', 'outlet', 'dump'] as const) {
				const groups = groupsOf(counted, by, isChosen);
				assert.equal(groups.reduce((sum, group) => sum + totalOf(group), 0), expected, by);
				assert.equal(new Set(groups.map(({ key }) => key)).size, groups.length);
				assert.ok(groups.every(group => totalOf(group) > 0 && group.fixable <= totalOf(group)));
			}
		}), { numRuns: 60 });
	});
});
