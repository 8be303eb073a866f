import { unusualSpace as rule } from '#core/rules/normalisation/unusual-space.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('unusual-space', () => {
	test('puts a plain blank in their place, none beside one', () => { expectFix(rule, article({ body: 'نص⟦\\u00a0⟧آخر ⟦\\u2009\\u00a0⟧هنا⟦\t⟧وهناك.' }), article({ body: 'نص آخر هنا وهناك.' })); });
	test('leaves the no-break spaces of French alone', () => {
		expectProblems(rule, article({ title: 'Le phare', copy: 'Le phare', body: 'Il a dit\\u00a0: «\\u00a0Nous avons gardé les marches du vieux phare\\u00a0» et il est parti avec les visiteurs\\u202f!' }));
	});
	test('leaves the no-break spaces of French numbers and titles alone', () => {
		const french = (body: string): string => article({ title: 'Le phare de la ville', copy: 'Le phare de la ville', body: `Les visiteurs sont venus avec les enfants de la ville. ${body}` });
		for (const text of [
			'10\\u00a0km', 'M.\\u00a0Dupont', 'n°\\u00a05', 'N°\\u202f5', '50\\u202f000', '5\\u202fkg', '1\\u00a0000\\u00a0000\\u00a0€', '20\\u00a0°C', '3\\u202f%', 'le 5\\u00a0mars', 'Mme\\u00a0Curie', 'MM.\\u00a0Lévy',
			'(Dr\\u00a0Roux)', 'Mlle\\u00a0Roux', 'Mgr\\u00a0Roux', 'p.\\u00a012', 'art.\\u00a0L', '§\\u00a07',
		]) { expectProblems(rule, french(`${text}.`)); }
		for (const text of ['les⟦\\u00a0⟧enfants', 'Tom.⟦\\u00a0⟧Dupont', '10⟦\\u2009⟧km', '10⟦\\u00a0\\u00a0⟧km', '10 ⟦\\u00a0⟧km', 'Madr⟦\\u00a0⟧Roux', '10⟦\t⟧km', '10⟦\\u00a0⟧– non']) { expectProblems(rule, french(`${text}.`)); }
		expectProblems(rule, article({ body: 'قطع القطار 10⟦\\u00a0⟧كلم.' }));
	});
	test('leaves a no-break space alone that stands for U+200C in Persian', () => {
		expectProblems(rule, article({ title: 'کتاب تازه در شهر', copy: 'کتاب تازه در شهر', body: 'مردم می\\u00a0توانند از فردا کتاب\\u00a0های تازه را در این شهر بخوانند.' }));
	});
	test('leaves the edges to other rules', () => { expectProblems(rule, article({ body: '\\u00a0نص آخر.\\u00a0' })); });
});
