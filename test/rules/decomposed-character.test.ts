import { decomposedCharacter as rule } from '#core/rules/normalisation/decomposed-character.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('decomposed-character', () => {
	test('composes letter and mark', () => { expectFix(rule, article({ body: '⟦ا\\u0653⟧خر ⟦ا\\u0654⟧ول ⟦و\\u0654⟧.' }), article({ body: 'آخر أول ؤ.' })); });
	test('composes in Latin too, marks of other kinds kept', () => { expectFix(rule, article({ title: 'Cafe', copy: 'Cafe', body: 'Caf⟦e\\u0301⟧ au lait.' }), article({ title: 'Cafe', copy: 'Cafe', body: 'Café au lait.' })); });
	test('leaves the order of shadda and vowel alone', () => { expectProblems(rule, article({ body: 'مح\\u064e\\u0651مد ومح\\u0651\\u064eمد.' })); });
});
