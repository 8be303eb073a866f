import { mirroredGuillemets as rule } from '#core/rules/glued/mirrored-guillemets.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('mirrored-guillemets', () => {
	test('turns them round, behind a prefix too', () => { expectUnsafeFix(rule, article({ body: 'نقلت ⟦»المدينة«⟧ الخبر لـ⟦»الرياض اليوم»⟧ و ⟦«الغد«⟧ أمس.' }), article({ body: 'نقلت «المدينة» الخبر لـ«الرياض اليوم» و «الغد» أمس.' })); });
	test('turns them round in both titles', () => { expectUnsafeFix(rule, article({ title: 'بيان ⟦»المدينة«⟧', copy: 'بيان ⟦»المدينة«⟧' }), article({ title: 'بيان «المدينة»' })); });
	test('leaves right ones, single ones and neighbours alone', () => { expectProblems(rule, article({ body: 'قال «نعم» ثم «لا»، وكتب «بداية اقتباس يمتد. ونهايته» هنا، و»وحدها.' })); });
	test('leaves a closing one and the next opening one alone', () => { expectProblems(rule, article({ body: 'نهاية اقتباس سابق» ثم «بداية آخر» هنا.' })); });
	test('leaves German quotation alone', () => { expectProblems(rule, article({ title: 'Die Bahn', copy: 'Die Bahn', body: 'Er sagte: »Ja, gerne«, und ging mit den Kindern nach Hause, weil es spät war.' })); });
});
