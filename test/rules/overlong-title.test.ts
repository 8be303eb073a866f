import assert from 'node:assert/strict';
import { overlongTitle as rule } from '#core/rules/title/overlong-title.ts';
import { article, expectProblems } from '../support/fixture.ts';

suite('overlong-title', () => {
	test('reports a title of more than 200 characters', () => {
		const title = 'ع'.repeat(201);
		assert.match(expectProblems(rule, article({ title: `⟦${title}⟧`, copy: title }))[0]?.problem.message ?? '', /has 201 characters, more than 200/u);
		expectProblems(rule, article({ title: 'ع'.repeat(200) }));
	});
	test('counts code points', () => { expectProblems(rule, article({ title: '📚'.repeat(200) })); expectProblems(rule, article({ title: `⟦${'\udcda'.repeat(201)}⟧`, copy: '\udcda'.repeat(201) })); });
	test('takes another limit', () => { expectProblems(rule, article({ title: '⟦عنوان⟧', copy: 'عنوان' }), { options: { max: 4 } }); });
});
