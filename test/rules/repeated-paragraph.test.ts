import assert from 'node:assert/strict';
import { repeatedParagraph as rule } from '#core/rules/glued/repeated-paragraph.ts';
import { article, expectFix, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const first = 'وصل القطار صباحا إلى المحطة الجديدة وسط المدينة في موعده المعلن.';
const other = 'نص قصير أول.';
const second = 'وكان في استقباله حشد كبير من سكان الأحياء المجاورة والقرى القريبة.';

suite('repeated-paragraph', () => {
	test('deletes the second of two neighbours', () => { expectFix(rule, article({ body: `${second}\n${first}\n⟦${first}⟧\n⟦${first}⟧` }), article({ body: `${second}\n${first}` })); });
	test('deletes one farther on only when asked', () => { expectUnsafeFix(rule, article({ body: `${other}\n${first}\n${second}\n⟦${first}⟧` }), article({ body: `${other}\n${first}\n${second}` })); });
	test('names the line of the first', () => {
		const [placed] = expectProblems(rule, article({ body: `${other}\n${first}\n${second}\n⟦${first}⟧` }));
		assert.match(placed?.problem.message ?? '', /^This paragraph stands in line 5 of the article already/u);
		assert.equal(placed?.problem.related.length, 1);
	});
	test('does not take the lead for one', () => { expectProblems(rule, article({ body: `${first.slice(0, -1)}...\n${first}\n${second}` })); });
	test('leaves short lines alone, which may be headings', () => { expectProblems(rule, article({ body: `${first}\nخاص\n${second}\nخاص` })); });
	test('leaves items of numbered lists alone', () => {
		const item = '1. لعبة البناء والمكعبات الملونة للهواتف الذكية والأجهزة اللوحية الجديدة';
		expectProblems(rule, article({ body: `المجانية\n${item}\nالمدفوعة\n${item}` }));
	});
});
