import assert from 'node:assert/strict';
import { missingTitleCopy as rule } from '#core/rules/structure/missing-title-copy.ts';
import { article, expectChoices, expectFix, expectProblems } from '../support/fixture.ts';

const header = ' date 2025-03-04 https://example.com/a';

suite('missing-title-copy', () => {
	test('inserts the copy in front of the body', () =>
		expectFix(rule, `${header}\n⟦افتتاح المكتبة⟧\nنص الخبر هنا.\n`, `${header}\nافتتاح المكتبة\nافتتاح المكتبة\nنص الخبر هنا.\n`));
	test('fills an empty copy', () => expectFix(rule, article({ copy: '⟦ ⟧' }), article()));
	test('deletes a blank line between the copies', () =>
		expectFix(rule, `${header}\nافتتاح\n⟦⟧\nافتتاح\nنص.\n`, `${header}\nافتتاح\nافتتاح\nنص.\n`));
	test('keeps the line ends of the dump', () =>
		expectFix(rule, `${header}\r\n⟦افتتاح المكتبة⟧\r\nنص الخبر هنا.\r\n`, `${header}\r\nافتتاح المكتبة\r\nافتتاح المكتبة\r\nنص الخبر هنا.\r\n`));
	test('inserts the copy where the dump ends behind the title', () => expectFix(rule, `${header}\n⟦افتتاح⟧`, `${header}\nافتتاح\nافتتاح`));
	test('keeps the next article apart', () => expectFix(rule, `${header}\n⟦افتتاح⟧\n${article()}`, `${header}\nافتتاح\nافتتاح\n${article()}`));
	test('copies what may be a paragraph only when asked', () => {
		const long = 'نص طويل '.repeat(50);
		expectChoices(rule, `${header}\n⟦${long}⟧\nنص آخر.\n`, [['unsafe', 'Insert the copy', `${header}\n${long}\n${long}\nنص آخر.\n`]]);
	});
	test('copies no line that mending would make a header', () => {
		for (const line of ['\\ufeff date\t2025-03-04https://example.com/a', ' da\\u200bte 2025-03-04 https://example.com/b']) {
			for (const { problem } of expectProblems(rule, `${header}\n⟦${line}⟧\n`)) { assert.deepEqual(problem.fixes, []); }
		}
	});
	test('takes a lead that tells the title again for body text', () =>
		expectProblems(rule, `${header}\n⟦افتتاح مكتبة عامة جديدة في المدينة⟧\nأعلن رئيس البلدية افتتاح مكتبة عامة جديدة في المدينة غدا.\nنص.\n`));
	test('leaves a damaged copy to its own rule', () => { expectProblems(rule, article({ title: 'افتتاح المكتبة', copy: 'افتتاح المكتبه' })); });
	test('leaves an empty title to its own rule', () => { expectProblems(rule, article({ title: '', copy: '' })); });
	test('leaves a good article alone', () => { expectProblems(rule, article()); });
});
