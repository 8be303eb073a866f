import { unbalancedQuotes as rule } from '#core/rules/glued/unbalanced-quotes.ts';
import { article, expectProblems } from '../support/fixture.ts';

suite('unbalanced-quotes', () => {
	for (const body of [
		'قال ⟦"⟧نعم ثم مضى.', 'قال نعم⟦"⟧ ثم مضى.', 'قال "نعم" ثم ⟦"⟧لا ومضى.', 'قال ⟦«⟧نعم ثم «لا» ومضى.', 'قال “نعم” ثم لا⟦”⟧ ومضى.', 'قال «نعم» و⟦"⟧لا و“ربما”.',
		'He said ⟦"⟧yes and then "no".', 'תושבי ה"שכנה" אמרו ⟦"⟧לא כאן.',
	]) { test(`sees ${body}`, () => { expectProblems(rule, article({ body })); }); }
	for (const body of [
		'قال "نعم" ثم «لا» ثم “ربما”.', 'قال: "تبدأ هنا\n"وتمضي هنا\n"وتنتهي هنا".', '«فقرة أولى\n«وفقرة ثانية».', 'صحيفة لـ"المدينة" وبـ"سرعة".',
		'הקצין בצה"ל ודו"ח על ח"כ אחד.', 'שם "הספר" של חה"כ.', 'תושבי ה"שכנה" כאן.', 'וב"מדינה הזאת" של מ"כים ומ"מים.', 'אמר "שלום לה"שכנה" שלי" ומ"כים.'.replace(' לה"שכנה" שלי', ' למ"כים שלי'), 'شاشة 15" وأخرى 17" كبيرة.', 'عام "2025" وعام 2026.', "Il l'a dit : « oui » et c'est tout.",
		'Er sagte: „Ja“ und »Nein«.', 'Han sade ”ja” och gick.', 'معكوسة »نعم« هنا.',
	]) { test(`leaves ${body} alone`, () => { expectProblems(rule, article({ body })); }); }
	test('leaves the lead, which is cut, and related headlines alone', () => {
		const paragraph = 'قال المدير "وصل القطار الأول صباح اليوم" إلى المحطة الجديدة.';
		expectProblems(rule, article({ body: `${paragraph.slice(0, 30)}...\nعنوان "آخر هنا\n${paragraph}` }));
	});
});
