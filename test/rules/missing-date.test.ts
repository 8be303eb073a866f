import assert from 'node:assert/strict';
import { missingDate as rule } from '#core/rules/header/missing-date.ts';
import { article, expectChoices, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const of = (header: string): string => article({ header });

suite('missing-date', () => {
	test('takes the date of the address, when asked', () =>
		expectChoices(rule, of(' ⟦date⟧ https://example.com/2025/03/04/a'), [['unsafe', 'Use the date in the address, 2025-03-04', of(' date 2025-03-04 https://example.com/2025/03/04/a')]]));
	test('repairs', () => expectUnsafeFix(rule, of(' ⟦date⟧ https://example.com/20250304/a'), of(' date 2025-03-04 https://example.com/20250304/a')));
	test('offers each reading of the address', () =>
		expectChoices(rule, of(' ⟦date⟧ https://example.com/08-11-2025/a'), [
			['unsafe', 'Use the date in the address, 2025-11-08', of(' date 2025-11-08 https://example.com/08-11-2025/a')],
			['unsafe', 'Use the date in the address, 2025-08-11', of(' date 2025-08-11 https://example.com/08-11-2025/a')],
		]));
	test('converts a Jalali date of the address', () =>
		expectUnsafeFix(rule, of(' ⟦date⟧ https://example.com/1404/08/17/a'), of(' date 2025-11-08 https://example.com/1404/08/17/a')));
	test('has no fix where the address has no date, or only a number like one', () => {
		expectChoices(rule, of(' ⟦date⟧ https://example.com/a'), []);
		expectChoices(rule, of(' ⟦date⟧ https://example.com/news/20250304'), []);
	});
	test('points at the date in the address', () => {
		const text = of(' date https://example.com/2025/03/04/a');
		const related = expectProblems(rule, of(' ⟦date⟧ https://example.com/2025/03/04/a'))[0]?.problem.related[0];
		assert.equal(text.slice(related?.range.start, related?.range.end), '2025/03/04');
	});
	for (const header of [' date 2025-03-04 https://example.com/a', ' date unknown https://example.com/a', ' date 2025-03-04', ' date 8 نوفمبر 2025 https://example.com/a']) {
		test(`leaves alone: ${header}`, () => { expectProblems(rule, of(header)); });
	}
});
