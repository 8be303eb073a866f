import { leadingBlank as rule } from '#core/rules/normalisation/leading-blank.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('leading-blank', () => {
	test('deletes blanks of every kind, in titles too', () => { expectFix(rule, article({ title: '⟦ ⟧عنوان', copy: '⟦ ⟧عنوان', body: '⟦\\u00a0\\u00a0\t⟧نص.' }), article({ title: 'عنوان', copy: 'عنوان', body: 'نص.' })); });
	test('leaves blank lines and the blank of the header alone', () => { expectProblems(rule, article({ body: 'نص.\n  \nنص.' })); });
});
