import { gluedSentences as rule } from '#core/rules/glued/glued-sentences.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('glued-sentences', () => {
	test('puts a blank behind the stop', () => { expectUnsafeFix(rule, article({ body: 'وصل إلى ⟦المحطة.وأكد⟧ ذلك. هل ⟦حضر؟نعم⟧ حضر.' }), article({ body: 'وصل إلى المحطة. وأكد ذلك. هل حضر؟ نعم حضر.' })); });
	test('knows Persian and Hebrew too', () => {
		expectUnsafeFix(rule, article({ title: 'کتاب تازه', copy: 'کتاب تازه', body: 'مردم کتاب را ⟦خواندند.پس⟧ از آن رفتند.' }), article({ title: 'کتاب تازه', copy: 'کتاب تازه', body: 'مردم کتاب را خواندند. پس از آن رفتند.' }));
		expectUnsafeFix(rule, article({ title: 'הארכיון נפתח', copy: 'הארכיון נפתח', body: 'הארכיון ⟦נפתח.הכניסה⟧ חופשית.' }), article({ title: 'הארכיון נפתח', copy: 'הארכיון נפתח', body: 'הארכיון נפתח. הכניסה חופשית.' }));
	});
	test('leaves titles behind a prefix alone', () => {
		expectProblems(rule, article({ body: 'حضر د.أحمد وم.سعيد وأ.خالد ود.سامي الحفل، وسلمت الجائزة لد.سامي ولم.سعيد وكد.نبيل فد.هاني.' }));
		expectProblems(rule, article({ body: 'قدم الهدية ⟦له.وغادر⟧ القاعة في الحال.' }));
	});
	test('leaves initials, titles, numbers, files and addresses alone', () => { expectProblems(rule, article({ body: 'قالت أ.ف.ب إن د.محمد و م.علي زارا 3.5 كم وموقع www.example.com وملف تقرير.pdf والنسخة 2.0...ثم غادرا.' })); });
	test('leaves names of sites and words cut to get past a filter alone', () => { expectProblems(rule, article({ body: 'نقلت العربية.نت الخبر عن المخد.رات وتمز.يق الصور، ووصل ⟦القطار.ثم⟧ غادر.' })); });
	test('knows the full stop of Urdu, and its initials', () => {
		const urdu = { title: 'شہر کا کتب خانہ', copy: 'شہر کا کتب خانہ' };
		expectUnsafeFix(rule, article({ ...urdu, body: 'بارش شروع ⟦ہوگئی۔امریکی⟧ صدر نے کہا کہ وہ آج کی تقریب میں ایم۔اے۔ جناح روڈ، آئی۔جی اور پی۔آئی۔اے کے ساتھ ہیں۔' }), article({ ...urdu, body: 'بارش شروع ہوگئی۔ امریکی صدر نے کہا کہ وہ آج کی تقریب میں ایم۔اے۔ جناح روڈ، آئی۔جی اور پی۔آئی۔اے کے ساتھ ہیں۔' }));
	});
	test('knows French, and no names of files and sites', () => {
		const french = { title: 'Le vieux phare rouvre', copy: 'Le vieux phare rouvre' };
		expectUnsafeFix(rule, article({ ...french, body: 'La visite est gratuite pour les ⟦enfants.Depuis⟧ hier, le phare est plein. Est-ce la fin ? : www.Example.Com et J.K.Rowling et Node.Js, dit-elle.' }), article({ ...french, body: 'La visite est gratuite pour les enfants. Depuis hier, le phare est plein. Est-ce la fin ? : www.Example.Com et J.K.Rowling et Node.Js, dit-elle.' }));
	});
	test('leaves English alone, and addresses', () => {
		expectProblems(rule, article({ title: 'The Node', copy: 'The Node', body: 'The team of the town.They said that it is on the way, and that is all there is.' }));
		expectProblems(rule, article({ body: 'انظر https://example.com/أخبار.اليوم/ملف.الخبر ثم عد.' }));
	});
});
