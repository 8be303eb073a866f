import { gluedSentences as rule } from '#core/rules/glued/glued-sentences.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('glued-sentences', () => {
	test('puts a blank behind the stop', () => { expectUnsafeFix(rule, article({ body: 'وصل إلى ⟦المحطة.وأكد⟧ ذلك. هل ⟦حضر؟نعم⟧ حضر.' }), article({ body: 'وصل إلى المحطة. وأكد ذلك. هل حضر؟ نعم حضر.' })); });
	test('knows Persian and Hebrew too', () => {
		expectUnsafeFix(rule, article({ title: 'کتاب تازه', copy: 'کتاب تازه', body: 'مردم کتاب را ⟦خواندند.پس⟧ از آن رفتند.' }), article({ title: 'کتاب تازه', copy: 'کتاب تازه', body: 'مردم کتاب را خواندند. پس از آن رفتند.' }));
		expectUnsafeFix(rule, article({ title: 'הארכיון נפתח', copy: 'הארכיון נפתח', body: 'הארכיון ⟦נפתח.הכניסה⟧ חופשית.' }), article({ title: 'הארכיון נפתח', copy: 'הארכיון נפתח', body: 'הארכיון נפתח. הכניסה חופשית.' }));
	});
	test('leaves initials, titles, numbers, files and addresses alone', () => { expectProblems(rule, article({ body: 'قالت أ.ف.ب إن د.محمد و م.علي زارا 3.5 كم وموقع www.example.com وملف تقرير.pdf والنسخة 2.0...ثم غادرا.' })); });
	test('leaves names of sites and words cut to get past a filter alone', () => { expectProblems(rule, article({ body: 'نقلت العربية.نت الخبر عن المخد.رات وتمز.يق الصور، ووصل ⟦القطار.ثم⟧ غادر.' })); });
});
