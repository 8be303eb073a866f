import assert from 'node:assert/strict';
import { boilerplate as rule } from '#core/rules/glued/boilerplate.ts';
import { placeOf } from '#core/rules/glued/_boilerplate.ts';
import { article, expectProblems, expectUnsafeFix, linterOf, problemsIn } from '../support/fixture.ts';

const outlet = { host: 'news.example.com', name: undefined, language: undefined, titleSuffix: [], boilerplate: ['تابعونا على *', '// انتهى //', '* - خاص بالمنبر:'] };

suite('boilerplate', () => {
	test('deletes lines, ends and starts that the profile names', () => {
		expectUnsafeFix(rule, article({ body: '⟦المدينة - خاص بالمنبر:⟧ وصل القطار.\nنص ثان. ⟦تابعونا على المنصة⟧\n ⟦// انتهى //⟧ ' }), article({ body: 'وصل القطار.\nنص ثان.' }), { outlet });
	});
	test('leaves what stands inside a sentence alone', () => { expectProblems(rule, article({ body: 'كتب الوزير والآن نتابعونا على طريقته ثم مضى.' }), { outlet }); });
	test('offers no fix where nothing would be left', () => {
		const [only] = expectProblems(rule, article({ body: '⟦// انتهى //⟧' }), { outlet });
		assert.deepEqual(only?.problem.fixes, []);
	});
	test('leaves articles without profile alone', () => { expectProblems(rule, article({ body: '// انتهى //' })); });
	test('learns from the corpus, and tells how often', () => {
		const corpus = Array.from({ length: 5 }, (_, number) => article({ header: ` date 2025-03-0${number + 1} https://news.example.com/${number}`, title: `عنوان ${number}`, body: `نص الخبر رقم ${number}.\nتابعوا المنبر على كل المنصات` })).join('');
		const found = problemsIn(corpus, linterOf(rule));
		assert.equal(found.length, 5);
		assert.match(found[0]?.problem.message ?? '', /\(in 5 articles of news\.example\.com, 2025-03-01 to 2025-03-05, as a\.txt, line 1 and a\.txt, line 6\)/u);
		assert.deepEqual(problemsIn(corpus, linterOf(rule, { options: { minimum: 6 } })), []);
	});
	test('finds ends above and starts below lines that are the site\'s themselves', () => {
		const corpus = Array.from({ length: 12 }, (_, number) => article({
			header: ` date 2025-03-0${number % 9 + 1} https://news.example.com/${number}`, title: `عنوان ${number}`,
			body: `⟦خدمة الأخبار العاجلة⟧\n⟦المدينة، وكالة أنباء المثال --⟧ وصل القطار رقم ${number}.\nنص الخبر رقم ${number}. ⟦تابعونا على منصة الأخبار⟧\n⟦جميع الحقوق محفوظة لموقع المثال⟧`,
		})).join('');
		for (const { problem } of expectProblems(rule, corpus)) { assert.match(problem.message, /\(in 12 articles of /u); }
	});
	test('finds what a profile and what the corpus names behind each other', () => {
		const corpus = Array.from({ length: 6 }, (_, number) => article({
			header: ` date 2025-03-0${number + 1} https://news.example.com/${number}`, title: `عنوان ${number}`,
			body: `نص الخبر رقم ${number}. ⟦ظهرت المقالة أولا في المثال⟧\n⟦تابعونا على منصة المثال⟧${number < 3 ? '' : '\n⟦// انتهى //⟧'}`,
		})).join('');
		expectProblems(rule, corpus, { outlet });
	});
	test('takes no notice of blanks at the ends of a pattern', () => {
		expectUnsafeFix(rule, article({ body: '⟦(رويترز) -⟧ وصل القطار.\nنص ثان.' }), article({ body: 'وصل القطار.\nنص ثان.' }), { outlet: { ...outlet, boilerplate: ['(رويترز) - '] } });
	});
	for (const [text, pattern, place] of [
		['تابعونا على المنصة', 'تابعونا على *', 'whole'], ['نص. تابعونا على المنصة', 'تابعونا على *', 'تابعونا على المنصة'], ['نص', '*', undefined], ['نص', '', undefined],
		['abc def', 'abc', undefined], ['abcdef: text', 'abcdef:', 'abcdef:'], ['text (abcdef)', '(abcdef)', '(abcdef)'], ['xabcdef', 'abcdef', undefined],
		['(abcdef) - text', '(abcdef) - ', '(abcdef) -'], ['(abcdef) -text', '(abcdef) - ', '(abcdef) -'], ['text. abcdef', ' abcdef', 'abcdef'], ['text', ' * ', undefined],
		['من أ إلى ب', 'من * إلى *', 'whole'], ['نص من ألف إلى ب', 'من * إلى *', undefined], ['كتب: فلان - خاص', '* - خاص', 'whole'],
	] as const) {
		test(`${pattern} in ${text}`, () => {
			const found = placeOf(text, pattern);
			assert.equal(found === undefined ? undefined : text.slice(found.start, found.end), place === 'whole' ? text : place);
		});
	}
});
