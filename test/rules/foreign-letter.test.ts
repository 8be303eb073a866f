import { foreignLetter as rule } from '#core/rules/letters/foreign-letter.ts';
import { article, expectChoices, expectProblems } from '../support/fixture.ts';

const persian = { title: 'کتابخانه\\u200cای تازه در شیراز', copy: 'کتابخانه\\u200cای تازه در شیراز' };

suite('foreign-letter', () => {
	test('writes Arabic words with Arabic letters', () => {
		expectChoices(rule, article({ body: 'نقل القطار ⟦الرکاب⟧ في يوم.' }), [['unsafe', 'Write “\u2068الركاب\u2069”', article({ body: 'نقل القطار الركاب في يوم.' })]]);
	});
	test('offers both letters at the end of a word, the likelier first', () => {
		expectChoices(rule, article({ body: 'وصل ⟦إلی⟧ المدينة ذلك.' }), [['unsafe', 'Write', article({ body: 'وصل إلى المدينة ذلك.' })], ['unsafe', 'Write', article({ body: 'وصل إلي المدينة ذلك.' })]]);
		expectChoices(rule, article({ body: 'المستشار ⟦الثقافی⟧ في المدينة، ذلك.' }), [['unsafe', 'Write', article({ body: 'المستشار الثقافي في المدينة، ذلك.' })], ['unsafe', 'Write', article({ body: 'المستشار الثقافى في المدينة، ذلك.' })]]);
	});
	test('leaves Persian words in Arabic alone', () => { expectProblems(rule, article({ body: 'قال بهنام پناهی في مدينة گیلان ذلك الخبر.' })); });
	test('leaves quotations with such a word alone', () => { expectProblems(rule, article({ body: 'رفعوا لافتة «ژن، زندگی، ئازادی» ولوحة (چهارراه ولیعصر)، وقال ⟦الوزیر⟧ ذلك.' })); });
	test('sees Arabic letters where Persian is written with its own', () => { expectProblems(rule, article({ ...persian, body: 'مدیر ⟦بازرسي⟧ گفت که کتابخانه از فردا برای مردم شهر باز می\\u200cشود.' })); });
	test('leaves Persian alone that is written with Arabic letters throughout', () => {
		expectProblems(rule, article({ title: 'کتابخانه تازه در شيراز', copy: 'کتابخانه تازه در شيراز', body: 'مدير بازرسي گفت كه اين كتابخانه از فردا براي مردم شهر باز مي شود و ديگران نيز مي توانند كتاب بخوانند.' }));
	});
	test('leaves Arabic words in Persian alone', () => { expectProblems(rule, article({ ...persian, body: 'مدیر گفت که «الحَياةُ» و الثقافية نام کتاب\\u200cهای تازه است.' })); });
	test('leaves other languages alone', () => { expectProblems(rule, article({ title: 'The word', copy: 'The word', body: 'The words یوم and يوم mean the same thing in this text of mine, and that is all that there is to say.' })); });
});
