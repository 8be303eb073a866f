import { missingAddress as rule } from '#core/rules/header/missing-address.ts';
import { article, expectChoices, expectProblems } from '../support/fixture.ts';

const of = (header: string): string => article({ header });

suite('missing-address', () => {
	test('reports a header that ends behind its date', () => expectChoices(rule, of(' date ⟦2025-03-04⟧'), []));
	test('reports it behind a date in another form', () => { expectProblems(rule, of(' date ⟦2025/03/04⟧ ')); });
	for (const header of [' date 2025-03-04 https://example.com/a', ' date 2025-03-04 example.com/a', ' date https://example.com/a']) {
		test(`leaves alone: ${header}`, () => { expectProblems(rule, of(header)); });
	}
});
