import { titleDiffersFromAddress as rule } from '#core/rules/header/title-differs-from-address.ts';
import { article, expectProblems } from '../support/fixture.ts';

const of = (path: string, title: string): string => article({ header: ` date 2025-03-04 https://example.com${path}`, title });

suite('title-differs-from-address', () => {
	test('reports an address that tells of something else', () => { expectProblems(rule, of('⟦/news/افتتاح-مكتبة-عامة-جديدة-12.html⟧', 'فوز المنتخب في المباراة الأخيرة')); });
	test('reads percent-encoded addresses', () => { expectProblems(rule, of('⟦/%D9%85%D9%83%D8%AA%D8%A8%D8%A9-%D8%B9%D8%A7%D9%85%D8%A9-%D8%AC%D8%AF%D9%8A%D8%AF%D8%A9-%D9%87%D9%86%D8%A7%D9%83⟧', 'فوز المنتخب أمس')); });
	test('takes another share', () => { expectProblems(rule, of('⟦/افتتاح-مكتبة-عامة-جديدة⟧', 'افتتاح حديقة على النهر'), { options: { minimumShare: 0.5 } }); });
	for (const [name, path, title] of [
		['the same words', '/افتتاح-مكتبة-عامة-جديدة', 'افتتاح مكتبة عامة جديدة'],
		['other spelling and marks', '/افتتاح-المكتبه-العامه-الجديده', 'اِفتِتاح المكتبة العامّة الجديدة'],
		['some of the words', '/افتتاح-مكتبة-عامة-جديدة', 'افتتاح حديقة على النهر'],
		['another script', '/opening-of-a-new-library-today', 'فوز المنتخب في المباراة'],
		['too few words', '/افتتاح-مكتبة', 'فوز المنتخب'],
		['no words', '/article/12345', 'فوز المنتخب'],
	] as const) {
		test(`leaves alone: ${name}`, () => { expectProblems(rule, of(path, title)); });
	}
});
