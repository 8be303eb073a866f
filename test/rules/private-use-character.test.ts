import assert from 'node:assert/strict';
import { privateUseCharacter as rule } from '#core/rules/damage/private-use-character.ts';
import { article, expectProblems } from '../support/fixture.ts';

const message = (body: string): string => expectProblems(rule, article({ body }))[0]?.problem.message ?? '';

suite('private-use-character', () => {
	test('names what it found', () => {
		assert.match(message('نص ⟦\\uf8ff⟧ آخر.'), /^U\+F8FF shows the logo of Apple/u);
		assert.match(message('نص ⟦\\ue001⟧ آخر.'), /^U\+E001 looks different in every font/u);
		assert.match(message('نص ⟦\\ufdd0⟧ آخر.'), /^U\+FDD0 stands for no character/u);
		assert.match(message('نص ⟦\\uffff⟧ آخر.'), /^U\+FFFF stands for no character/u);
		assert.match(message('نص ⟦\\ud800⟧ آخر.'), /^U\+D800 stands for half a character/u);
		assert.match(message('نص ⟦\\udbff\\udffd⟧ آخر.'), /^U\+10FFFD looks different/u);
		assert.match(message('نص ⟦\\ud83f\\udffe⟧ آخر.'), /^U\+1FFFE stands for no/u);
	});
	test('a row of them is one problem', () => { assert.match(message('نص ⟦\\ue001\\udbff\\udffd\\ue002⟧ آخر.'), /row of 3 such characters/u); });
	test('leaves emoji and letters of other planes alone', () => { expectProblems(rule, article({ body: 'نص 😀 👨\\u200d👩 𐤀 𞤀 آخر.' })); });
});
