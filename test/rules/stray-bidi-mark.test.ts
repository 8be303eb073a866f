import { strayBidiMark as rule } from '#core/rules/invisible/stray-bidi-mark.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const body = (text: string): string => article({ body: text });
const silent = (text: string): void => { expectProblems(rule, body(text)); };

suite('stray-bidi-mark', () => {
	test('deletes marks at the edges of a line', () =>
		expectFix(rule, body('⟦\\u200f⟧أ ب⟦\\u200e⟧\n ⟦\\u061c⟧ت ث\\u00a0⟦\\u200f⟧ '), body('أ ب\n ت ث\\u00a0 ')));
	test('deletes a row of marks at an edge', () => expectFix(rule, body('أ ب⟦\\u200f\\u200f⟧⟦\\u200e⟧'), body('أ ب')));
	test('keeps one of a doubled mark', () => expectFix(rule, body('أ (C++)\\u200f⟦\\u200f\\u200f⟧ ب'), body('أ (C++)\\u200f ب')));
	test('keeps single marks inside a line', () => { silent('أ \\u200eC++\\u200e ب \\u200f- ت\\u061c ث'); });
	test('keeps two different marks side by side', () => { silent('أ C++\\u200e\\u200f ب'); });
	test('keeps a mark that holds punctuation in its place', () => {
		silent('تعلم لغة البرمجة C++\\u200e');
		silent('\\u200e+1 555 0100 رقم الهاتف');
		silent('The word is عربي!\\u200f');
		silent('انتشار COVID 19!\\u200e');
		silent('\\u200e12 - 13 يوما');
		silent('\\u061c12 يوما');
	});
	test('deletes a mark that changes nothing beside punctuation', () => expectFix(rule, body('هل يصوت النائب؟⟦\\u200e⟧'), body('هل يصوت النائب؟')));
	test('deletes a mark behind a number of the line itself', () => expectFix(rule, body('بدأ العمل سنة 1937.⟦\\u200e⟧\n⟦\\u200e⟧12 يوما'), body('بدأ العمل سنة 1937.\n12 يوما')));
	test('deletes a mark of the direction of its line', () => expectFix(rule, body('تعلم لغة البرمجة C++⟦\\u200f⟧\nهل يصوت النائب؟⟦\\u200f⟧'), body('تعلم لغة البرمجة C++\nهل يصوت النائب؟')));
	test('fixes both titles, and neither header nor blank lines', () =>
		expectFix(rule, article({ header: ' date 2025-03-04 https://example.com/a\\u200f', title: 'أ ب⟦\\u200e⟧', body: 'أ\n\\u200f \nب' }), article({ header: ' date 2025-03-04 https://example.com/a\\u200f', title: 'أ ب', body: 'أ\n\\u200f \nب' })));
});
