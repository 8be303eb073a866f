import { overlongLine as rule } from '#core/rules/glued/overlong-line.ts';
import { article, expectProblems } from '../support/fixture.ts';

suite('overlong-line', () => {
	test('counts what the option says', () => {
		const line = 'كلمة '.repeat(30);
		expectProblems(rule, article({ body: `نص.\n⟦${line}⟧` }), { options: { max: 100 } });
		expectProblems(rule, article({ body: `نص.\n${line}` }), { options: { max: 150 } });
	});
	test('has nothing to say of titles', () => { expectProblems(rule, article({ title: 'كلمة '.repeat(60), copy: 'كلمة '.repeat(60) }), { options: { max: 100 } }); });
});
