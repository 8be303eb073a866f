import { gluedWords as rule } from '#core/rules/glued/glued-words.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('glued-words', () => {
	test('parts the words, marks behind ة included', () => { expectUnsafeFix(rule, article({ body: 'الندوة ⟦العالميةفضلا⟧ عن ⟦مدرسةٍجديدة⟧ هنا.' }), article({ body: 'الندوة العالمية فضلا عن مدرسةٍ جديدة هنا.' })); });
	test('parts them behind a tanwin, written in either order', () => {
		expectUnsafeFix(rule, article({ body: 'قال ⟦مؤكداًأن⟧ الأمر انتهى.' }), article({ body: 'قال مؤكداً أن الأمر انتهى.' }));
		expectUnsafeFix(rule, article({ body: 'عاد ⟦مؤخرًاهذا⟧ المقطع و⟦مدرسةٍجديدة⟧.'.replace('و⟦', '⟦و') }), article({ body: 'عاد مؤخرًا هذا المقطع ومدرسةٍ جديدة.' }));
	});
	test('leaves slips of the keyboard and vowels alone', () => { expectProblems(rule, article({ body: 'محاربة الاٍرهاب لم يٌكشف عنه شارعًا واحًدا، كَتَبَ كِتَابًا، جزءًا وشيئًا وهدىً للناس، كافَّةً وَلا.' })); });
	test('parts them in both titles', () => { expectUnsafeFix(rule, article({ title: 'افتتاح ⟦مدرسةجديدة⟧', copy: 'افتتاح ⟦مدرسةجديدة⟧' }), article({ title: 'افتتاح مدرسة جديدة' })); });
	test('leaves Persian and Urdu alone, where ة may stand inside', () => { expectProblems(rule, article({ title: 'دایرةالمعارف بزرگ اسلامی', copy: 'دایرةالمعارف بزرگ اسلامی', body: 'دایرةالمعارف بزرگ که در تهران چاپ می\\u200cشود، پژوهشگران را یاری می\\u200cکند.' })); });
	test('leaves letters alone that stand for something', () => { expectProblems(rule, article({ body: 'حرف ةب والتاء ة ثم مدرسة، وجامعة.' })); });
});
