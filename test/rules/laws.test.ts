import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { fixText } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { applyEdits, isInsidePair } from '#core/text/edit.ts';
import { decodeEntities } from '#core/text/entities.ts';
import { TODAY, expectProblems, linterOf, problemsIn, readFixture, setupOf, show, shownByFixes, unescape } from '../support/fixture.ts';
import { dumpText } from '../support/generators.ts';

const all = new Linter(defaultSettings(TODAY));

/** The rule under test together with all others at their defaults: nobody else may report its bad example. */
function together(rule: AnyRule): Linter {
	const settings = defaultSettings(TODAY);
	const own = settings.rules.get(rule.id);
	const severity = rule.severity === 'off' ? 'warning' : rule.severity;
	return new Linter({ ...settings, rules: new Map([...settings.rules, [rule.id, { options: own?.options ?? {}, severity }]]) });
}

/** The high half of tag characters. */
const TAGS = '\udb40';

/** Words of a text, as what is invisible or only stretches them is not there: what a safe fix may not lose. */
function wordsOf(text: string): Set<string> {
	// Fillers of Hangul are letters to Unicode, and blanks to who sees them.
	const shown = text.normalize('NFC').replace(/[\u115f\u1160\u3164\uffa0]/gu, ' ').replace(/[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, '').toLowerCase();
	// A damaged header has its fields in one.
	return new Set(shown.replace(/date(?=\p{Nd})|\p{Nd}(?=https?:)/gu, '$& ').match(/[\p{L}\p{N}]+/gu) ?? []);
}

suite('laws of every rule', () => {
	test('the list equals the folder', () => {
		const files = readdirSync('core/rules', { recursive: true, withFileTypes: true })
			.filter(entry => entry.isFile() && /rules[\\/]\w+$/u.test(entry.parentPath)).map(entry => entry.name.replace(/\.ts$/u, ''));
		assert.deepEqual(files.filter(name => !name.startsWith('_')).sort(), allRules.map(rule => rule.id).sort());
	});
	test('ids are kebab-case and unique', () => {
		assert.equal(new Set(allRules.map(rule => rule.id)).size, allRules.length);
		for (const { id } of allRules) { assert.match(id, /^[a-z]+(?:-[a-z0-9]+)*$/u); }
	});
	for (const rule of allRules) {
		suite(rule.id, () => {
			for (const [index, example] of rule.examples.entries()) {
				const { text, ranges } = readFixture(example.bad);
				test(`bad example ${index + 1} raises exactly this rule`, () => {
					assert.ok(ranges.length > 0, 'the example marks a place');
					const placed = expectProblems(rule, example.bad, setupOf(example));
					for (const { problem } of placed) {
						assert.notEqual(problem.message, '');
						assert.ok(rule.fix !== 'always' || problem.fixes.length > 0, 'it promises a fix');
						assert.ok(rule.fix !== 'never' || problem.fixes.length === 0, 'it promises none');
						for (const fix of problem.fixes) {
							assert.ok(fix.edits.length > 0, 'a fix does something');
							assert.ok(rule.safety === 'both' || rule.safety === fix.safety, `it declares ${rule.safety} fixes, not ${fix.safety}`);
							assert.doesNotMatch(fix.title, /\.$/u, 'a title has no full stop');
						}
					}
					assert.deepEqual(problemsIn(text, together(rule)).map(({ problem }) => problem.rule.id).filter(id => id !== rule.id), []);
				});
				test(`good example ${index + 1} raises nothing`, () => {
					expectProblems(rule, example.good, setupOf(example));
					assert.deepEqual(problemsIn(unescape(example.good), together(rule)).map(({ problem }) => `${problem.rule.id}: ${problem.message}`), []);
				});
				test(`ranges and edits of example ${index + 1} cut no pair`, () => {
					for (const { problem, range } of problemsIn(text, linterOf(rule, setupOf(example)))) {
						const shift = range.start - problem.range.start;
						const edges = [problem.range, ...problem.related.map(({ range: other }) => other), ...problem.fixes.flatMap(fix => fix.edits.map(edit => edit.range))];
						for (const { start, end } of edges) {
							assert.ok(start >= 0 && start <= end && end + shift <= text.length, 'inside the text');
							assert.ok(!isInsidePair(text, start + shift) && !isInsidePair(text, end + shift), 'not inside a pair');
						}
					}
				});
				test(`fixing example ${index + 1} settles, repeats to nothing, brings no new problem`, () => {
					for (const isUnsafe of [false, true]) {
						const linter = linterOf(rule, setupOf(example));
						const fixed = fixText(text, linter, { isUnsafe }, { isStart: true });
						assert.deepEqual(fixed.unsettled, []);
						assert.equal(applyEdits(text, fixed.edits), fixed.text);
						assert.deepEqual(fixText(fixed.text, linter, { isUnsafe }, { isStart: true }).edits, []);
						const before = new Set(problemsIn(text, all).map(({ problem }) => problem.rule.id));
						const grave = problemsIn(fixed.text, all).filter(({ problem }) => problem.severity === 'error' || problem.severity === 'warning');
						assert.deepEqual(grave.map(({ problem }) => problem.rule.id).filter(id => !before.has(id)), []);
						if (!isUnsafe && rule.fix === 'always' && rule.safety === 'safe' && example.isFixed !== false) {
							assert.equal(show(fixed.text), show(unescape(example.good)));
						}
					}
				});
				test(`a safe fix of example ${index + 1} loses no word`, () => {
					if (rule.keepsText === true) { return; }
					const fixed = wordsOf(fixText(text, linterOf(rule, setupOf(example)), {}, { isStart: true }).text);
					for (const word of wordsOf(text)) { assert.ok(fixed.has(word), `lost every ${word}`); }
				});
			}
		});
	}
});

suite('laws of safe fixes, whatever the text', () => {
	for (const rule of allRules.filter(({ safety }) => safety === 'safe' || safety === 'both')) {
		test(`${rule.id} loses no word, and brings no new error or warning`, () => {
			// The language is given, because a guess may change with the text.
			fc.assert(fc.property(dumpText, fc.constantFrom('ar', 'fa', 'he', 'en'), (text, language) => {
				// Whether question marks stand for lost characters can show only when the entities or tag characters beside them are gone.
				fc.pre((rule.id !== 'html-entity' && !text.includes(TAGS)) || !text.includes('??'));
				const own = linterOf(rule);
				const fixed = fixText(text, new Linter({ ...own.settings, language }, [rule]), {}, { isStart: true }).text;
				if (rule.keepsText !== true) {
					const words = wordsOf(decodeEntities(fixed));
					for (const word of wordsOf(decodeEntities(text))) { assert.ok(words.has(word), `lost every ${word}`); }
				}
				if (fixed === text || headersIn(fixed) !== headersIn(text)) { return; }
				const graveIn = (dump: string): string[] => problemsIn(dump, new Linter({ ...all.settings, language }), false).filter(({ problem }) => problem.severity === 'error' || problem.severity === 'warning').map(({ problem }) => problem.rule.id);
				const before = new Set(graveIn(text));
				assert.deepEqual(graveIn(fixed).filter(id => !before.has(id) && !shownByFixes(rule).has(id)), []);
			}), { numRuns: Number(process.env['RUNS'] ?? 300) });
		});
	}
});

const headersIn = (text: string): number => readText(text).filter(({ header }) => header !== undefined).length;
