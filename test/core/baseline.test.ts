import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Baseline, acceptance, type AcceptedProblem } from '#core/baseline.ts';
import type { Article } from '#core/format/article.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY, article } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const linter = new Linter(defaultSettings(TODAY));
const by = { who: 'لمى', when: '2026-06-01', why: 'كذا في الأصل' };
const only = (text: string): Article => readText(text)[0] as Article;
const acceptAll = (text: string): AcceptedProblem[] => readText(text).flatMap(each => linter.check(each).map(problem => acceptance(each, problem, by)));

/** Rules of the problems that are left. */
function open(text: string, entries: readonly AcceptedProblem[]): string[] {
	const baseline = new Baseline(entries);
	return readText(text).flatMap(each => {
		const problems = linter.check(each);
		const accepted = baseline.match(each, problems);
		return problems.filter(problem => !accepted.has(problem)).map(({ rule }) => rule.id);
	});
}

const body = 'قال الوزير &amp; الوفد إن العمل مستمر.';
const text = article({ title: 'وصول أول قطار', copy: 'وصول أول قطار', body });

suite('baseline', () => {
	test('accepts every problem it was made of', () => {
		fc.assert(fc.property(dumpText, dump => { assert.deepEqual(open(dump, acceptAll(dump)), []); }));
	});
	test('keeps what was accepted when lines are added before it', () => {
		assert.deepEqual(open(text, []), ['html-entity']);
		assert.deepEqual(open(text.replace(body, `فقرة جديدة في أول الخبر.\n${body}`), acceptAll(text)), []);
	});
	test('knows an article by its title when its address has changed, and the other way round', () => {
		const { address = '' } = only(text);
		assert.deepEqual(open(text.replace(address, 'https://example.com/moved'), acceptAll(text)), []);
		assert.deepEqual(open(text.replaceAll('وصول أول قطار', 'وصول القطار الأول'), acceptAll(text)), []);
		assert.deepEqual(open(text.replace(address, 'https://example.com/moved').replaceAll('وصول أول قطار', 'وصول القطار الأول'), acceptAll(text)), ['html-entity']);
	});
	test('does not accept the same problem on a line that has changed', () => {
		assert.deepEqual(open(text.replace('مستمر', 'متوقف'), acceptAll(text)), ['html-entity']);
	});
	test('accepts as many problems of a line as it has entries', () => {
		const two = article({ body: 'قال &amp; كتب &quot;نعم&quot; ثم مضى.' });
		const entries = acceptAll(two);
		assert.equal(entries.length, 3);
		assert.deepEqual(open(two, entries.slice(1)), ['html-entity']);
	});
	test('accepts nothing of an article that only lacks the same fields', () => {
		const entry = { ...(acceptAll(text)[0] as AcceptedProblem), address: '', title: '' };
		assert.deepEqual(open(text, [entry]), ['html-entity']);
	});
	test('says who, when and why', () => {
		const problems = linter.check(only(text));
		assert.deepEqual(acceptance(only(text), problems[0] as never, by), { rule: 'html-entity', address: only(text).address, title: 'وصول أول قطار', line: acceptAll(text)[0]?.line, ...by });
	});
});
