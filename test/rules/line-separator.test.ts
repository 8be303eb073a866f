import { lineSeparator as rule } from '#core/rules/damage/line-separator.ts';
import { article, expectChoices, expectFix, expectProblems } from '../support/fixture.ts';

suite('line-separator', () => {
	for (const escape of ['\\u2028', '\\u2029', '\\u0085', '\\u000b', '\\u000c']) {
		test(`${escape} becomes a line end in a paragraph, or a blank by hand`, () => {
			expectChoices(rule, article({ body: `وصل القطار.⟦${escape}⟧ وغادر.` }), [
				['safe', 'Begin a new line here', article({ body: 'وصل القطار.\nوغادر.' })],
				['unsafe', 'Replace with a blank', article({ body: 'وصل القطار. وغادر.' })],
			]);
		});
	}
	test('a row of them is one problem', () => { expectFix(rule, article({ body: 'نص.⟦\\u2028\\u2029⟧آخر.' }), article({ body: 'نص.\nآخر.' })); });
	test('is deleted at the edges of a line', () => { expectFix(rule, article({ body: '⟦\\u2028⟧نص آخر. ⟦\\u2028⟧' }), article({ body: 'نص آخر.' })); });
	test('begins no line of nothing but damage', () => { 
		expectFix(rule, article({ body: 'نص آخر.⟦\\u2028⟧\\u0000' }), article({ body: 'نص آخر.\\u0000' }));
		expectFix(rule, article({ body: 'نص.⟦\\u2028⟧ \\u2066 ⟦\\u2028⟧آخر.' }), article({ body: 'نص.\\u2066\nآخر.' }));
	});
	test('gives a blank in titles, by hand', () => {
		expectChoices(rule, article({ title: 'وصول⟦\\u2028⟧قطار', copy: 'وصول قطار' }), [['unsafe', 'Replace with a blank', article({ title: 'وصول قطار' })]]);
	});
	test('is no concern in a header', () => { expectProblems(rule, article({ header: ' date 2025-03-04 https://example.com/\\u0085a' })); });
});
