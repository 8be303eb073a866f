import { singleParagraphBody as rule } from '#core/rules/glued/single-paragraph-body.ts';
import { article, expectProblems } from '../support/fixture.ts';

const long = 'وصل القطار صباحا إلى المحطة الجديدة. '.repeat(10).trim();

suite('single-paragraph-body', () => {
	test('reports the only paragraph of a long body', () => { expectProblems(rule, article({ body: `⟦${long}⟧` }), { options: { min: 300 } }); });
	test('does not count lead and related headlines', () => { expectProblems(rule, article({ body: `${long.slice(0, 120)}...\n⟦${long}⟧` }), { options: { min: 300 } }); });
	test('leaves short bodies and several paragraphs alone', () => {
		expectProblems(rule, article({ body: long }), { options: { min: 1500 } });
		expectProblems(rule, article({ body: `${long}\nنص آخر.` }), { options: { min: 300 } });
	});
});
