import { unbalancedBrackets as rule } from '#core/rules/glued/unbalanced-brackets.ts';
import { article, expectProblems } from '../support/fixture.ts';

suite('unbalanced-brackets', () => {
	for (const body of [
		'بداية ⟦(⟧بلا نهاية.', 'نهاية⟦)⟧ بلا بداية.', 'أول ⟦(⟧ثم [آخر].', 'متقاطعة (أول ⟦[⟧ثان) ثالث⟦]⟧.', 'معكوسة ⟦)⟧نص⟦(⟧ هنا.', 'واحدة (هنا) وواحدة⟦)⟧ زائدة.',
		'في فقرة ⟦(⟧أولى.\nوثانية {وفيها} غيرها.',
	]) { test(`sees ${body}`, () => { expectProblems(rule, article({ body })); }); }
	for (const body of [
		'ملاحظة (تبدأ هنا\nوتنتهي في الفقرة التالية) ثم نص.', 'لأسباب: 1) السرعة 2) السعة 12) الراحة', 'أ) السرعة\nب) السعة', 'a) one ii) two', '١) السرعة', 'شكرا لكم :) وإلى اللقاء ;-) غدا :(', '((نص)) [و{آخر}]',
	]) { test(`leaves ${body} alone`, () => { expectProblems(rule, article({ body })); }); }
	test('leaves the lead, which is cut, and related headlines alone', () => {
		const paragraph = 'وصل القطار الأول (صباح اليوم) إلى المحطة الجديدة وسط المدينة.';
		expectProblems(rule, article({ body: `${paragraph.slice(0, 22)}...\nعنوان آخر) هنا\n${paragraph}` }));
	});
});
