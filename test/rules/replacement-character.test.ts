import { replacementCharacter as rule } from '#core/rules/damage/replacement-character.ts';
import { article, expectProblems } from '../support/fixture.ts';

const silent = (text: string): void => { expectProblems(rule, article({ body: text })); };
const found = silent;

suite('replacement-character', () => {
	test('reports U+FFFD, a row of them once', () => { found('أ⟦\\ufffd⟧ب⟦\\ufffd\\ufffd⟧'); });
	test('reports question marks between Arabic letters or digits', () => { found('بنيت سنة⟦????⟧م وفيها 1⟦???⟧5 غرف'); });
	test('reports question marks behind a word that asks for another', () => { found('در سال⟦????⟧ ساخته شد و تا⟦???⟧ باز بود'); });
	test('reports words of nothing but question marks, three or more in a row', () => {
		found('⟦????? ??? ????⟧');
		found('قال ⟦????? ?? ????⟧ أمس');
		silent('أين ??? أين ???');
	});
	test('reports the rest of an article that has lost characters for sure', () => { found('در سال⟦????⟧ بود.\nدی ماه⟦????⟧ قانون گذشت.'); });
	test('keeps emphasis', () => {
		silent('ليش??? وين أنت??? والله.');
		silent('هل هذا صحيح؟؟؟ نعم!!!');
		silent('متى بنيت هذه المدرسة يا ترى من???');
		silent('What??? Really??');
	});
	test('keeps two question marks', () => { silent('سن??سال'); });
	test('keeps the header', () => { expectProblems(rule, article({ header: ' date 2025-03-04 https://example.com/\\ufffd' })); });
	test('reports in both titles', () => { expectProblems(rule, article({ title: 'افتتاح ⟦\\ufffd⟧كتبة' })); });
});
