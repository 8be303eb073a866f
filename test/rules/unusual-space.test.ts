import { unusualSpace as rule } from '#core/rules/normalisation/unusual-space.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('unusual-space', () => {
	test('puts a plain blank in their place, none beside one', () => { expectFix(rule, article({ body: 'نص⟦\\u00a0⟧آخر ⟦\\u2009\\u00a0⟧هنا⟦\t⟧وهناك.' }), article({ body: 'نص آخر هنا وهناك.' })); });
	test('leaves the no-break spaces of French alone', () => {
		expectProblems(rule, article({ title: 'Le phare', copy: 'Le phare', body: 'Il a dit\\u00a0: «\\u00a0Nous avons gardé les marches du vieux phare\\u00a0» et il est parti avec les visiteurs\\u202f!' }));
	});
	test('leaves a no-break space alone that stands for U+200C in Persian', () => {
		expectProblems(rule, article({ title: 'کتاب تازه در شهر', copy: 'کتاب تازه در شهر', body: 'مردم می\\u00a0توانند از فردا کتاب\\u00a0های تازه را در این شهر بخوانند.' }));
	});
	test('leaves the edges to other rules', () => { expectProblems(rule, article({ body: '\\u00a0نص آخر.\\u00a0' })); });
});
