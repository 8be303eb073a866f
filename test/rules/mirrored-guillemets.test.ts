import { mirroredGuillemets as rule } from '#core/rules/glued/mirrored-guillemets.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('mirrored-guillemets', () => {
	test('turns them round, behind a prefix too', () => { expectUnsafeFix(rule, article({ body: 'نقلت ⟦»المدينة«⟧ الخبر لـ⟦»الرياض اليوم»⟧ و ⟦«الغد«⟧ أمس.' }), article({ body: 'نقلت «المدينة» الخبر لـ«الرياض اليوم» و «الغد» أمس.' })); });
	test('sees one behind a prefix, or glued to the word in front', () => {
		expectUnsafeFix(rule, article({ body: 'وكالات «فيتش» و⟦»موديز»⟧ و⟦»ستاندرد آند بورز»⟧. وأوضحت⟦»الجزيرة كابيتال»⟧ ذلك.' }), article({ body: 'وكالات «فيتش» و«موديز» و«ستاندرد آند بورز». وأوضحت«الجزيرة كابيتال» ذلك.' }));
	});
	test('leaves the end of a quotation alone that a word follows without a blank', () => {
		expectProblems(rule, article({ body: 'قال «هذا»ثم ذاك»، وكتب «بداية اقتباس»و«آخر»، وختم بأن الأمر كله انتهى»وأضاف بعد ذلك كلاما طويلا لا صلة له بما سبق»' }));
	});
	test('turns them round in both titles', () => { expectUnsafeFix(rule, article({ title: 'بيان ⟦»المدينة«⟧', copy: 'بيان ⟦»المدينة«⟧' }), article({ title: 'بيان «المدينة»' })); });
	test('leaves right ones, single ones and neighbours alone', () => { expectProblems(rule, article({ body: 'قال «نعم» ثم «لا»، وكتب «بداية اقتباس يمتد. ونهايته» هنا، و»وحدها.' })); });
	test('leaves a closing one and the next opening one alone', () => { expectProblems(rule, article({ body: 'نهاية اقتباس سابق» ثم «بداية آخر» هنا.' })); });
	test('leaves German quotation alone', () => { expectProblems(rule, article({ title: 'Die Bahn', copy: 'Die Bahn', body: 'Er sagte: »Ja, gerne«, und ging mit den Kindern nach Hause, weil es spät war.' })); });
	test('sees them in other languages, too', () => { expectProblems(rule, article({ title: 'Le phare rouvre', copy: 'Le phare rouvre', body: 'Le journal ⟦»Monde«⟧ et « Le Figaro » ont dit que les portes de la ville sont ouvertes dans le pays.' })); });
});
