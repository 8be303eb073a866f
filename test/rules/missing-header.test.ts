import { missingHeader as rule } from '#core/rules/structure/missing-header.ts';
import { article, expectProblems } from '../support/fixture.ts';

suite('missing-header', () => {
	test('reports text before the first header once', () => { expectProblems(rule, `⟦نص أول.⟧\nنص ثان.\n${article()}`); });
	test('reports a file without any header once', () => { expectProblems(rule, '⟦نص أول.⟧\nنص ثان.\n\nنص ثالث.\n'); });
	test('marks the first line that shows something', () => { expectProblems(rule, `\n \\u200f\n⟦نص.⟧\n${article()}`); });
	test('leaves blank lines before the first header alone', () => { expectProblems(rule, `\n \n${article()}`); });
	test('leaves an article with a damaged header alone', () => { expectProblems(rule, article({ header: 'Date: 2025-03-04 https://example.com/a' })); });
	test('leaves an empty file alone', () => { expectProblems(rule, ''); });
});
