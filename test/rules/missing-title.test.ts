import { missingTitle as rule } from '#core/rules/structure/missing-title.ts';
import { article, expectChoices, expectFix, expectProblems } from '../support/fixture.ts';

const header = ' date 2025-03-04 https://example.com/a';

suite('missing-title', () => {
	test('copies the second title', () => expectFix(rule, article({ title: '⟦⟧', copy: 'افتتاح المكتبة' }), article({ title: 'افتتاح المكتبة' })));
	test('deletes blank lines above both titles', () => {
		expectFix(rule, `${header}\n⟦⟧\nافتتاح\nافتتاح\nنص.\n`, `${header}\nافتتاح\nافتتاح\nنص.\n`);
		expectFix(rule, `${header}\n⟦ \\u00a0⟧\n\nافتتاح\nافتتاح\nنص.\n`, `${header}\nافتتاح\nافتتاح\nنص.\n`);
	});
	test('keeps the line ends of the dump', () => expectFix(rule, `${header}\r\n⟦⟧\r\nافتتاح\r\nنص.\r\n`, `${header}\r\nافتتاح\r\nافتتاح\r\nنص.\r\n`));
	test('has no fix where both copies are empty', () => expectChoices(rule, article({ title: '⟦⟧', copy: '' }), []));
	test('copies what may be a paragraph only when asked', () => {
		const long = 'نص طويل '.repeat(50);
		expectChoices(rule, article({ title: '⟦⟧', copy: long }), [['unsafe', 'Write the second copy', article({ title: long })]]);
	});
	test('reports an article that ends behind its header', () => {
		expectChoices(rule, ' ⟦date⟧ 2025-03-04 https://example.com/a', []);
		expectProblems(rule, ` ⟦date⟧ 2025-03-04 https://example.com/a\n${article()}`);
	});
	test('leaves a missing copy to its own rule', () => { expectProblems(rule, article({ copy: '' })); });
	test('leaves text without a header alone', () => { expectProblems(rule, '\nنص.\n'); });
});
