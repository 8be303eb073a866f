import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acceptance } from '#core/baseline.ts';
import { factsBehind } from '#core/file-facts.ts';
import { chosenFix, fixArticle, fixText } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import { defineRule, type AnyRule, type Problem } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { applyEdits, remove, replace } from '#core/text/edit.ts';
import { hashOf } from '#core/text/hash.ts';
import { TODAY, article, linterOf, unescape } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const linter = new Linter(defaultSettings(TODAY));
const strict = new Linter({ ...defaultSettings(TODAY), rules: new Map(allRules.map(rule => [rule.id, { severity: 'warning', options: Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default])) }])) });
const choices = fc.record({ isUnsafe: fc.boolean(), engine: fc.constantFrom(linter, strict) });

suite('fixText', () => {
	test('gives edits that make the text', () => {
		fc.assert(fc.property(dumpText, choices, (text, { isUnsafe, engine }) => {
			const fixed = fixText(text, engine, { isUnsafe });
			assert.equal(applyEdits(text, fixed.edits), fixed.text);
			assert.equal(fixed.edits.length === 0, fixed.applied.size === 0);
		}), { numRuns: 500 });
	});
	test('settles, and has nothing left to do', () => {
		fc.assert(fc.property(dumpText, choices, (text, { isUnsafe, engine }) => {
			const fixed = fixText(text, engine, { isUnsafe });
			assert.deepEqual(fixed.unsettled, []);
			assert.deepEqual(fixText(fixed.text, engine, { isUnsafe }).edits, []);
		}), { numRuns: 1000 });
	});
	test('works article by article as on the whole', () => {
		fc.assert(fc.property(dumpText, choices, (text, { isUnsafe, engine }) => {
			const parts = readText(text).map((part, index, all) => fixArticle(part.text, engine, { isUnsafe }, { isLast: index === all.length - 1 }).text);
			assert.equal(parts.join(''), fixText(text, engine, { isUnsafe }).text);
		}));
	});
	test('never joins two articles', () => {
		fc.assert(fc.property(dumpText, choices, (text, { isUnsafe, engine }) => {
			const headers = (dump: string): number => readText(dump).filter(part => part.header !== undefined).length;
			assert.ok(headers(fixText(text, engine, { isUnsafe }).text) >= headers(text));
		}), { numRuns: 500 });
	});
	test('leaves a text without problems as it is', () => {
		const text = article() + article({ title: 'عنوان آخر' });
		assert.deepEqual(fixText(text, linter), { edits: [], text, applied: new Map(), unsettled: [] });
	});
	test('leaves lines in which a problem is accepted as they are, and does all the rest', () => {
		fc.assert(fc.property(dumpText.map(dump => readText(dump)[0]?.text ?? ''), choices, fc.integer({ min: 1, max: 4 }), (text, { isUnsafe, engine }, every) => {
			const by = { who: 'ليلى', when: '2026-05-30', why: 'كذا في الأصل' };
			const accepted = readText(text).flatMap(part => engine.check(part).filter(({ rule }, index) => rule.on === 'line' && index % every === 0).map(problem => acceptance(part, problem, by)));
			const lenient = new Linter({ ...engine.settings, accepted });
			const linesIn = (dump: string): Set<string> => new Set(readText(dump).flatMap(part => Array.from({ length: part.lines.count }, (_, line) => hashOf(part.lineText(line)))));
			const fixed = fixText(text, lenient, { isUnsafe });
			const left = linesIn(fixed.text);
			// An article may be found to be of another language, which has no such problem, once it has more text.
			const rules = new Set(readText(fixed.text).flatMap(part => lenient.find(part).map(({ rule }) => rule.id)));
			for (const { rule, line } of accepted) { assert.ok(left.has(line) || line === hashOf('') || !rules.has(rule)); }
			assert.deepEqual(fixed.unsettled, []);
			assert.deepEqual(fixText(fixed.text, lenient, { isUnsafe }).edits, []);
		}), { numRuns: 1000 });
	});
	test('settles with a thousand blank lines in a row', () => {
		const text = article({ body: `أول السطور هنا.${'\n'.repeat(1500)}آخر السطور هنا.` });
		const fixed = fixText(text, linter);
		assert.equal(fixed.text, article({ body: 'أول السطور هنا.\nآخر السطور هنا.' }));
		assert.deepEqual(fixed.unsettled, []);
	});
	test('knows ill-formed bytes wherever fixes move them', () => {
		const text = article({ body: unescape('أ &quot;ب&quot; \ufffd ج &quot;د&quot; \ufffd.') });
		const units = [...text.matchAll(/\ufffd/gu)].map(({ index }) => index);
		const facts = { isStart: true, illFormed: { units, firstByte: 90, bytes: new Uint8Array([0xff, 0xfe]) } };
		const fixed = fixText(text, linter, {}, facts);
		assert.equal(fixed.text, article({ body: unescape('أ "ب" \ufffd ج "د" \ufffd.') }));
		const [left] = readText(fixed.text);
		assert.ok(left !== undefined);
		assert.deepEqual(linter.check(left, factsBehind(facts, fixed.edits)).map(({ rule, range }) => [rule.id, left.slice(range)]), [['invalid-utf8', '\ufffd']]);
	});
	test('applies only the rules asked for', () => {
		const text = article({ body: unescape('أ &quot;ب&quot;\\u200b.') });
		assert.equal(fixText(text, linter, { rules: new Set(['html-entity']) }).text, article({ body: unescape('أ "ب"\\u200b.') }));
	});
	test('counts what it applied, by rule', () => {
		const { applied } = fixText(article({ body: unescape('أ &quot;ب&quot;\\u200b.') }), linter);
		assert.deepEqual([...applied].sort(), [['html-entity', 2], ['zero-width-character', 1]]);
	});
	test('names the rules whose fixes never end', () => {
		const restless = defineRule({
			id: 'restless-line', group: 'damage', severity: 'warning', since: '0.1.0', fix: 'always', safety: 'safe', summary: '', why: '', examples: [{ bad: '', good: '' }], on: 'line',
			check({ text, start, end }, report) { report({ range: { start, end }, message: text, fixes: [{ title: '', safety: 'safe', edits: [replace({ start, end }, `${text}!`)] }] }); },
		});
		assert.deepEqual(fixText('a\n', linterOf(restless)).unsettled, ['restless-line']);
	});
	test('applies only the first of two fixes that meet', () => {
		const deleting = (id: string, own: string): AnyRule => defineRule({
			id, group: 'damage', severity: 'warning', since: '0.1.0', fix: 'always', safety: 'safe', summary: '', why: '', examples: [{ bad: '', good: '' }], on: 'line',
			check({ text, start }, report) {
				const at = text.indexOf('xy');
				if (at < 0) { return; }
				const range = { start: start + at + 'xy'.indexOf(own), end: start + at + 'xy'.indexOf(own) + 1 };
				report({ range, message: own, fixes: [{ title: '', safety: 'safe', edits: [remove(range)] }] });
			},
		});
		const both = [deleting('first-half', 'x'), deleting('second-half', 'y')];
		assert.equal(fixText('axyb\n', new Linter(defaultSettings(TODAY, both), both)).text, 'ayb\n');
	});
	test('leaves out a fix that would join an article to the next', () => {
		const greedy = defineRule({
			id: 'greedy-line', group: 'damage', severity: 'warning', since: '0.1.0', fix: 'always', safety: 'safe', summary: '', why: '', examples: [{ bad: '', good: '' }], on: 'line',
			gate: { roles: ['paragraph'], kinds: ~0 },
			check({ article: own, start, end, line }, report) {
				const next = own.lines.next(line);
				if (next > end) { report({ range: { start, end }, message: '', fixes: [{ title: '', safety: 'safe', edits: [remove({ start: end, end: next })] }] }); }
			},
		});
		const once = article({ body: 'أ' });
		assert.equal(fixText(once + once, linterOf(greedy)).text, once + once.slice(0, -1));
	});
});

suite('chosenFix', () => {
	const fix = (safety: 'safe' | 'unsafe') => ({ title: safety, safety, edits: [remove({ start: 0, end: 1 })] });
	const problem = (...safeties: readonly ('safe' | 'unsafe')[]): Problem => ({
		rule: allRules[0] as Problem['rule'], severity: 'error', range: { start: 0, end: 1 }, message: '', related: [], isUnnecessary: false, fixes: safeties.map(fix),
	});
	test('is the first safe one', () => assert.equal(chosenFix(problem('unsafe', 'safe'), {})?.safety, 'safe'));
	test('is an unsafe one only when asked and without an alternative', () => {
		assert.equal(chosenFix(problem('unsafe'), {}), undefined);
		assert.equal(chosenFix(problem('unsafe'), { isUnsafe: true })?.safety, 'unsafe');
		assert.equal(chosenFix(problem('unsafe', 'unsafe'), { isUnsafe: true }), undefined);
	});
});
