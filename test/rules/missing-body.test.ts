import { missingBody as rule } from '#core/rules/structure/missing-body.ts';
import { article, expectChoices, expectProblems } from '../support/fixture.ts';

const header = ' date 2025-03-04 https://example.com/a';

suite('missing-body', () => {
	test('reports an article that ends behind its titles', () => expectChoices(rule, `${header}\nافتتاح\n⟦افتتاح⟧\n`, []));
	test('blank lines are no text', () => { expectProblems(rule, `${header}\nافتتاح\n⟦افتتاح⟧\n\n \\u200f\n${article()}`); });
	test('marks the title where the copy is missing too', () => { expectProblems(rule, `${header}\n⟦افتتاح⟧\n`); });
	test('marks the header where the titles are empty too', () => { expectProblems(rule, ' ⟦date⟧ 2025-03-04 https://example.com/a\n\n\n'); });
	test('a third copy of the title is no text', () => { expectProblems(rule, `${header}\nافتتاح\n⟦افتتاح⟧\nافتتاح\n`); });
	test('leaves an article that ends behind its header to missing-title', () => { expectProblems(rule, `${header}\n`); });
	test('leaves one short line of text alone', () => { expectProblems(rule, article({ body: 'نص' })); });
	test('leaves text without a header alone', () => { expectProblems(rule, 'نص\n'); });
});
