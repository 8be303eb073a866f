import { tatweelInWord as rule } from '#core/rules/letters/tatweel-in-word.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('tatweel-in-word', () => {
	test('takes it out between letters, marks or not', () => { expectFix(rule, article({ body: 'و⟦⟧صل القط⟦ـ⟧ار الس⟦ــ⟧ريع ومحَ⟦ـ⟧مّد.'.replace('⟦⟧', '') }), article({ body: 'وصل القطار السريع ومحَمّد.' })); });
	test('takes it out of both titles', () => { expectFix(rule, article({ title: 'ق⟦ـ⟧طار', copy: 'ق⟦ـ⟧طار' }), article({ title: 'قطار' })); });
	test('leaves years, prefixes, dashes and lines alone', () => { expectProblems(rule, article({ body: 'عام 1447هـ لـ"المدينة" الـ12 ـ كما قال ـ والـ (بي بي سي) ـــــ دارـالنشر هـ.' })); });
	test('leaves languages alone that have no tatweel', () => { expectProblems(rule, article({ title: 'The word', copy: 'The word', body: 'The sign قـطار is shown in this long English sentence about letters.' })); });
	test('leaves a prefix before a name with its article alone', () => { expectProblems(rule, article({ body: 'شكرا لـالوطن وبـالمدينة، وقال القط⟦ـ⟧ار.' })); });
	test('leaves what carries a small alef or a hamza alone, and the heh of an era', () => { expectProblems(rule, article({ body: 'ٱلرَّحْمَـٰنِ ٱلْعَـٰلَمِينَ شطـَـٔه عام 1436هـوقال و١٤٠٠ هـش و(هـم) والق⟦ـ⟧طار.'.replace('شطـَـٔه', 'مسـٔول') })); });
});
