import assert from 'node:assert/strict';
import { gluedHeadlines as rule } from '#core/rules/glued/glued-headlines.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY, article, expectProblems, expectUnsafeFix, factsOf, problemsIn } from '../support/fixture.ts';

const paragraph = 'وصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.';
const lead = `${paragraph.slice(0, 45)}...`;
const body = (related: string): string => `${lead}\n${related}\n${paragraph}`;

suite('glued-headlines', () => {
	test('ends the line at signs', () => {
		expectUnsafeFix(rule, article({ body: body('افتتاح المكتبة ⟦العامةمتى⟧ يعود ⟦القطار؟الجسر⟧ القديم') }), article({ body: body('افتتاح المكتبة العامة\nمتى يعود القطار؟\nالجسر القديم') }));
	});
	for (const related of ['⟦اليوم»الجسر⟧ يعود', 'عام ⟦2025الجسر⟧ يعود', 'كتب ⟦رسالةًالجسر⟧ يعود', 'رسالة من ⟦الوزير"الجسر⟧ يعود" إلى العمل', 'أعلن "الوزير ⟦اليوم"الجسر⟧ يعود', 'ثم ماذا ⟦...الجسر⟧ يعود']) {
		test(`sees ${related}`, () => { expectProblems(rule, article({ body: body(related) })); });
	}
	for (const related of ['قال لـ"المدينة" إن "الجسر" يعود وبـ"سرعة"', 'הקצין בצה"ל ודו"ח חדש', 'الجسر القديم يعود قريبا', 'جائزة 5G الجديدة', 'مباراة (ودية) اليوم', 'كأس 2018م وعام 1436هـ', 'أعضاء لـ»السياحة« يزورون']) {
		test(`leaves ${related} alone`, () => { expectProblems(rule, article({ body: body(related) })); });
	}
	for (const related of ['⟦disparueProjets⟧ de loi', 'Les portes du phare ⟦fermées?Le⟧ maire', 'пожар ⟦локализованНовый⟧ завод открыт', 'TikTok et WhatsApp, McDonald et PlayStation', 'سبعة أسباب فارقة..لتكوني معنا', 'محاربة الاٍرهاب وواحًدا منهم']) {
		test(`sees capitals, and no names, dots or slips of the keyboard: ${related}`, () => { expectProblems(rule, article({ body: body(related) })); });
	}
	test('leaves paragraphs alone', () => { expectProblems(rule, article({ body: 'افتتاح المكتبة العامةمتى يعود القطار؟الجسر القديم.' })); });
	test('knows titles of the corpus first', () => {
		const title = 'الجسر القديم يعود';
		const titleLengthAt = (text: string, at: number): number => (text.startsWith(title, at) ? title.length : 0);
		const linter = new Linter(defaultSettings(TODAY, [rule]), [rule], factsOf({ titleLengthAt }));
		const text = article({ body: body(`السوق تفتح غدا${title}مهرجان المدينة`) });
		assert.deepEqual(problemsIn(text, linter).map(({ range, problem }) => [text.slice(range.start, range.end), problem.message.includes(`the corpus has the title “\u2068${title}\u2069”`)]), [['غداالجسر', true], ['يعودمهرجان', true]]);
	});
});
