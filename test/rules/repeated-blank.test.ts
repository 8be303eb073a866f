import { repeatedBlank as rule } from '#core/rules/normalisation/repeated-blank.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('repeated-blank', () => {
	test('keeps one of each row', () => { expectFix(rule, article({ body: 'نص ⟦ ⟧آخر ⟦   ⟧هنا.' }), article({ body: 'نص آخر هنا.' })); });
	test('leaves the edges to other rules', () => { expectProblems(rule, article({ body: '  نص آخر.  ' })); });
	test('leaves other kinds of blanks to another rule', () => { expectProblems(rule, article({ body: 'نص \\u00a0 آخر\\u00a0\\u00a0هنا.' })); });
});
