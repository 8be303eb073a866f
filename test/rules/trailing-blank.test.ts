import { trailingBlank as rule } from '#core/rules/normalisation/trailing-blank.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('trailing-blank', () => {
	test('deletes blanks of every kind, in titles too', () => { expectFix(rule, article({ title: 'عنوان⟦ ⟧', copy: 'عنوان⟦ ⟧', body: 'نص.⟦ \\u00a0\t⟧' }), article({ title: 'عنوان', copy: 'عنوان', body: 'نص.' })); });
	test('deletes them before any line end', () => { expectFix(rule, article({ body: 'نص.⟦ ⟧\r\nنص.⟦ ⟧' }), article({ body: 'نص.\r\nنص.' })); });
	test('leaves blank lines alone', () => { expectProblems(rule, article({ body: 'نص.\n  \nنص.' })); });
});
