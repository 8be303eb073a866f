import { latinPunctuation as rule } from '#core/rules/normalisation/latin-punctuation.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('latin-punctuation', () => {
	test('writes the Arabic marks', () => { expectUnsafeFix(rule, article({ body: 'نص⟦,⟧ ثم «آخر»⟦;⟧ فهل⟦?⟧' }), article({ body: 'نص، ثم «آخر»؛ فهل؟' })); });
	test('writes them behind a blank too', () => { expectUnsafeFix(rule, article({ body: 'نص ⟦,⟧آخر ⟦?⟧' }), article({ body: 'نص ،آخر ؟' })); });
	test('leaves numbers and Latin quotations alone', () => { expectProblems(rule, article({ body: 'نحو 1,500 وقال Yes, we can; why? ثم مضى.' })); });
});
