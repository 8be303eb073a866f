import assert from 'node:assert/strict';
import { htmlTag as rule } from '#core/rules/damage/html-tag.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('html-tag', () => {
	test('is deleted inside a sentence, and a blank between blocks', () => {
		expectUnsafeFix(rule, article({ body: 'وصل ⟦<strong>⟧القطار⟦</strong>⟧ صباحا.⟦<br/>⟧وغادر ⟦<a href="https://example.com/?a=1&b=2" target=\'_blank\'>⟧مساء⟦</a>⟧.' }), article({ body: 'وصل القطار صباحا. وغادر مساء.' }));
	});
	test('is known in any case, with or without attributes, as a comment or a doctype', () => { expectProblems(rule, article({ body: '⟦<P CLASS=x>⟧نص⟦<!-- إعلان -->⟧ آخر⟦<!DOCTYPE html>⟧.' })); });
	test('is known with a slash or with attributes that have no value', () => { expectProblems(rule, article({ body: '⟦<video controls loop>⟧نص⟦</video>⟧ ⟦<br / >⟧⟦<hr/>⟧ ⟦<td nowrap>⟧.'.replace('⟦<br / >⟧', '⟦<br />⟧') })); });
	test('may be cut at the end of its line', () => { expectProblems(rule, article({ body: 'نص آخر ⟦<img src="https://example.com/a.jpg" alt="صورة⟧' })); });
	test('is deleted from both titles', () => { expectUnsafeFix(rule, article({ title: 'وصول ⟦<b>⟧قطار⟦</b>⟧', copy: 'وصول ⟦<b>⟧قطار⟦</b>⟧' }), article({ title: 'وصول قطار' })); });
	test('leaves comparisons, names and addresses in angle brackets alone', () => { expectProblems(rule, article({ body: 'إذا كان a < b و c > d فإن <الاسم> و<name@example.com> و<3 و <bold move> و<b and c> و<https://example.com>.' })); });
	test('stays where nothing else is left of the body', () => {
		assert.deepEqual(expectProblems(rule, article({ body: '⟦<b>⟧\n⟦</b>⟧' })).map(({ problem }) => problem.fixes), [[], []]);
		assert.deepEqual(expectProblems(rule, article({ body: 'نص.\n⟦<b>⟧' })).map(({ problem }) => problem.fixes.length), [1]);
	});
});
