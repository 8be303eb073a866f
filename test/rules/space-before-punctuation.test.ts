import { spaceBeforePunctuation as rule } from '#core/rules/normalisation/space-before-punctuation.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('space-before-punctuation', () => {
	test('deletes it before every mark', () => { expectFix(rule, article({ body: 'نص⟦ ⟧، ثم⟦  ⟧. هل⟦ ⟧؟ «نعم⟦ ⟧!»' }), article({ body: 'نص، ثم. هل؟ «نعم!»' })); });
	test('deletes no-break ones, and in front of a mark glued to the next word', () => { expectFix(rule, article({ body: 'نص⟦\\u00a0⟧، ثم⟦ ⟧,آخر⟦ ⟧؟!' }), article({ body: 'نص، ثم,آخر؟!' })); });
	test('leaves numbers, dots and signs alone that belong to what follows', () => { expectProblems(rule, article({ body: 'نص ... ثم .5 و :) و ,a آخر.' })); });
	test('leaves French alone, where it is right', () => { expectProblems(rule, article({ title: 'Le phare', copy: 'Le phare', body: 'Il a dit : « Nous avons gardé les marches du vieux phare » ; faut-il craindre le vertige ?' })); });
});
