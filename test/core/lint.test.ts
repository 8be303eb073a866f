import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixText } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import { defineRule, textRoles, type AnyRule, type Erased } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { applyEdits, isInsidePair } from '#core/text/edit.ts';
import { TODAY, article, linterOf, problemsIn, shownByFixes } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const settings = defaultSettings(TODAY);
const linter = new Linter(settings);
const graveIn = (text: string, engine: Linter): string[] => problemsIn(text, engine).filter(({ problem }) => problem.severity === 'error' || problem.severity === 'warning').map(({ problem }) => problem.rule.id);

const headersIn = (text: string): number => readText(text).filter(({ header }) => header !== undefined).length;

const base: Erased<'line'> = defineRule({
	id: 'any-line', group: 'damage', severity: 'warning', since: '0.1.0', fix: 'never', summary: '', why: '', examples: [{ bad: '', good: '' }], on: 'line',
	check({ start, end }, report) { report({ range: { start, end }, message: 'x' }); },
});
const anyLine = (parts: Partial<Erased<'line'>> = {}): AnyRule => ({ ...base, ...parts });

suite('Linter', () => {
	test('fails on nothing, and places each problem and edit in its article, cutting no pair', () => {
		fc.assert(fc.property(dumpText, text => {
			for (const each of readText(text)) {
				for (const { range, fixes, related, message, rule } of linter.check(each)) {
					const ranges = [range, ...related.map(other => other.range), ...fixes.flatMap(fix => fix.edits.map(edit => edit.range))];
					for (const { start, end } of ranges) {
						assert.ok(start >= 0 && start <= end && end <= each.length, rule.id);
						assert.ok(!isInsidePair(each.text, start) && !isInsidePair(each.text, end), rule.id);
					}
					for (const fix of fixes) { assert.notEqual(applyEdits(each.text, fix.edits), undefined, `${rule.id}: disjoint`); }
					assert.notEqual(message, '');
				}
			}
		}), { numRuns: 500 });
	});
	test('gives problems by position', () => {
		fc.assert(fc.property(dumpText, text => {
			for (const each of readText(text)) {
				const starts = linter.check(each).map(({ range }) => range.start);
				assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
			}
		}));
	});
	test('finds the same without the gates of the rules, which only save time', () => {
		const ungated = allRules.map((rule): AnyRule => (rule.on === 'line' ? { ...rule, gate: { kinds: ~0, ...(rule.gate?.roles === undefined ? {} : { roles: rule.gate.roles }) } } : rule));
		const open = new Linter(settings, ungated);
		const told = (each: ReturnType<typeof readText>[number], engine: Linter) => engine.check(each).map(({ rule, range, message }) => ({ rule: rule.id, range, message }));
		fc.assert(fc.property(dumpText, text => {
			for (const each of readText(text)) { assert.deepEqual(told(each, linter), told(each, open)); }
		}), { numRuns: 500 });
	});
	for (const rule of allRules.filter(({ group }) => group === 'damage' || group === 'invisible')) {
		test(`brings no new error or warning by the fixes of ${rule.id}`, () => {
			// The language is given, because a guess may change with the text.
			fc.assert(fc.property(dumpText, fc.constantFrom('ar', 'fa', 'he', 'en'), fc.boolean(), (text, language, isUnsafe) => {
				const all = new Linter({ ...settings, language });
				// Whether question marks stand for lost characters can show only when the entities or tags beside them are gone.
				fc.pre((rule.id !== 'html-entity' && rule.id !== 'html-tag' && !text.includes('\udb40')) || !text.includes('??'));
				const before = new Set(graveIn(text, all));
				const fixed = fixText(text, new Linter({ ...settings, language }, [rule]), { isUnsafe }).text;
				// A line that turns out to be a header without its rubbish begins an article of its own, with its own problems.
				if (headersIn(fixed) !== headersIn(text)) { return; }
				assert.deepEqual(graveIn(fixed, all).filter(id => !before.has(id) && !shownByFixes(rule, isUnsafe).has(id)), []);
			}), { numRuns: Number(process.env['RUNS'] ?? 200) });
		});
	}

	suite('asks a line rule', () => {
		const found = (rule: AnyRule, text: string): string[] => problemsIn(text, linterOf(rule)).map(({ range }) => text.slice(range.start, range.end));
		const dump = article({ title: 'عنوان', body: 'الأولى 1.\n \nالثانية.' });
		test('about every line but blank ones where it has no gate', () => assert.equal(found(anyLine(), dump).length, 5));
		test('about the roles it names', () => {
			assert.deepEqual(found(anyLine({ gate: { roles: ['paragraph'] } }), dump), ['الأولى 1.', 'الثانية.']);
			assert.deepEqual(found(anyLine({ gate: { roles: textRoles, kinds: ~0 } }), dump).length, 4);
			assert.deepEqual(found(anyLine({ gate: { roles: ['blank'], kinds: ~0 } }), dump), [' ']);
		});
		test('about lines that hold a kind or a pair of its gate', () => {
			assert.deepEqual(found(anyLine({ gate: { kinds: 1 << 11, roles: ['paragraph'] } }), dump), ['الأولى 1.']);
			assert.deepEqual(found(anyLine({ gate: { pairs: 1 << 3 } }), dump), []);
		});
	});

	suite('takes the language', () => {
		const persian = anyLine({ languages: ['fa'], gate: { roles: ['title'], kinds: ~0 } });
		const count = (engine: Linter): number => problemsIn(article(), engine).length;
		const withSettings = (parts: Partial<typeof settings>): Linter => new Linter({ ...defaultSettings(TODAY, [persian]), ...parts }, [persian]);
		const outlet = { host: 'news.example.com', name: undefined, language: 'fa', boilerplate: [], titleSuffix: [] };
		test('of the article where nothing else is said', () => assert.equal(count(withSettings({})), 0));
		test('of the outlet before that of the article', () => assert.equal(count(withSettings({ outlets: new Map([[outlet.host, outlet]]) })), 1));
		test('of the settings before all', () => assert.equal(count(withSettings({ language: 'ar', outlets: new Map([[outlet.host, outlet]]) })), 0));
	});

	suite('takes the severity', () => {
		const rule = (severity: 'error' | 'hint'): AnyRule => anyLine({ gate: { roles: ['title'], kinds: ~0 }, check: ({ start, end }, report) => { report({ range: { start, end }, message: 'x', severity }); } });
		test('of the settings, lowered by the rule and never raised', () => {
			assert.equal(problemsIn(article(), linterOf(rule('hint')))[0]?.problem.severity, 'hint');
			assert.equal(problemsIn(article(), linterOf(rule('error')))[0]?.problem.severity, 'warning');
		});
		test('off as silence', () => {
			const silent = anyLine();
			assert.deepEqual(problemsIn(article(), new Linter({ ...settings, rules: new Map([[silent.id, { severity: 'off', options: {} }]]) }, [silent])), []);
		});
	});
});
