import { blankLine as rule } from '#core/rules/structure/blank-line.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('blank-line', () => {
	test('deletes a blank line between paragraphs', () =>
		expectFix(rule, article({ body: 'أ ب.\n⟦ \\u00a0⟧\nت ث.' }), article({ body: 'أ ب.\nت ث.' })));
	test('deletes blank lines in front of the first header', () =>
		expectFix(rule, `⟦⟧\n${article()}`, article()));
	test('allows blank lines between articles', () => { expectProblems(rule, `${article()}\n\n${article()}\n`); });
	test('reports blank lines between articles where they are forbidden', () => {
		expectFix(rule, `${article()}⟦⟧\n${article()}⟦⟧\n`, article() + article(), { options: { betweenArticles: 'forbid' } });
	});
	test('leaves an empty title alone', () => { expectProblems(rule, article({ title: '' })); });
});
