import assert from 'node:assert/strict';
import { bidiOverride as rule } from '#core/rules/invisible/bidi-override.ts';
import { unpairedBidiControl } from '#core/rules/invisible/unpaired-bidi-control.ts';
import { fixText } from '#core/fix.ts';
import { article, expectProblems, expectUnsafeFix, linterOf, problemsIn, readFixture } from '../support/fixture.ts';

const body = (text: string): string => article({ body: text });

suite('bidi-override', () => {
	test('deletes an override with its end, when asked', () => {
		const placed = expectProblems(rule, body('أ ⟦\\u202e⟧ب\\u202c ت'));
		assert.deepEqual(placed[0]?.problem.fixes.map(fix => fix.safety), ['unsafe']);
		expectUnsafeFix(rule, body('أ ⟦\\u202e⟧ب\\u202c ت ⟦\\u202d⟧ث\\u202c'), body('أ ب ت ث'));
	});
	test('deletes an override without end', () => expectUnsafeFix(rule, body('أ ⟦\\u202d⟧ب'), body('أ ب')));
	test('tells how far an override reaches', () => {
		for (const [text, reach] of [
			['أ ⟦\\u202e⟧ب ت', 'all that follows'], ['أ ⟦\\u202e⟧ب\\u202c ت', 'the text up to its end'], ['أ \\u2067ب ⟦\\u202e⟧ت\\u2069 ث', 'the text up to the end of the isolate around it'],
		] as const) {
			const [only] = expectProblems(rule, body(text));
			assert.match(only?.problem.message ?? '', new RegExp(` forces ${reach} into one direction`, 'u'));
		}
	});
	test('counts nested overrides as one problem', () =>
		expectUnsafeFix(rule, body('أ ⟦\\u202d\\u202d⟧ب\\u202eت\\u202c\\u202c\\u202c ث'), body('أ بت ث')));
	test('settles however deep overrides are nested', () =>
		expectUnsafeFix(rule, body(`⟦\\u202e⟧${'أ\\u202e'.repeat(40)}ب${'\\u202c'.repeat(41)}`), body(`${'أ'.repeat(40)}ب`)));
	test('keeps the ends of other controls', () => {
		const { text } = readFixture(body('أ \\u202bب \\u202eت \\u2067ث \\u202d ج\\u2069 ح\\u202c خ\\u202c د'));
		const fixed = fixText(text, linterOf(rule), { isUnsafe: true }).text;
		assert.equal(fixed, body('أ \u202bب ت \u2067ث  ج\u2069 ح خ\u202c د'));
		assert.deepEqual(problemsIn(fixed, linterOf(unpairedBidiControl)), []);
	});
	test('keeps embeddings and isolates', () => { expectProblems(rule, body('أ \\u202bب\\u202c \\u2066ت\\u2069')); });
});
