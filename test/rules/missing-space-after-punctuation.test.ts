import { missingSpaceAfterPunctuation as rule } from '#core/rules/glued/missing-space-after-punctuation.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('missing-space-after-punctuation', () => {
	test('puts a blank behind each mark', () => { expectFix(rule, article({ body: 'وصل⟦،ث⟧م غادر⟦؛ل⟧أنه تأخر. هل عاد⟦؟ن⟧عم.' }), article({ body: 'وصل، ثم غادر؛ لأنه تأخر. هل عاد؟ نعم.' })); });
	test('leaves numbers, quotes and rows of marks alone', () => { expectProblems(rule, article({ body: 'نحو 1،500 أو ١،٥ وقال "نعم،" و«لا؟» هكذا؟!، ثم مضى.' })); });
});
