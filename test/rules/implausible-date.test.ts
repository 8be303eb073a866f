import assert from 'node:assert/strict';
import { implausibleDate as rule } from '#core/rules/header/implausible-date.ts';
import { article, expectChoices, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const of = (date: string, path = 'a'): string => article({ header: ` date ${date} https://example.com/${path}` });

suite('implausible-date', () => {
	test('reports a day later than today, which is 2026-06-01', () => {
		assert.match(expectProblems(rule, of('⟦2026-06-02⟧'))[0]?.problem.message ?? '', /is later than today, 2026-06-01\.$/u);
		expectProblems(rule, of('2026-06-01'));
	});
	test('reports a day before 1990', () => {
		assert.match(expectProblems(rule, of('⟦1970-01-01⟧'))[0]?.problem.message ?? '', /is before 1990\.$/u);
		expectProblems(rule, of('⟦0001-01-01⟧'));
		expectProblems(rule, of('1990-01-01'));
	});
	test('takes another first year', () => {
		expectProblems(rule, of('1975-01-01'), { options: { earliest: 1970 } });
		expectProblems(rule, of('⟦2004-12-31⟧'), { options: { earliest: 2005 } });
	});
	test('takes the date of the address, when asked', () => expectUnsafeFix(rule, of('⟦1970-01-01⟧', '2025/03/04/a'), of('2025-03-04', '2025/03/04/a')));
	test('exchanges day and month, when asked', () => expectUnsafeFix(rule, of('⟦2026-12-05⟧'), of('2026-05-12')));
	test('offers both where they differ', () =>
		expectChoices(rule, of('⟦2026-12-05⟧', '2025/03/04/a'), [
			['unsafe', 'Use the date in the address, 2025-03-04', of('2025-03-04', '2025/03/04/a')],
			['unsafe', 'Exchange day and month: 2026-05-12', of('2026-05-12', '2025/03/04/a')],
		]));
	test('has no fix that is as implausible', () => {
		expectChoices(rule, of('⟦2031-03-04⟧', '2031/03/04/a'), []);
		expectChoices(rule, of('⟦2026-12-25⟧'), []);
	});
	for (const date of ['2025-02-30', '2031/01/01', '1404-08-17', 'unknown']) {
		test(`leaves to other rules: ${date}`, () => { expectProblems(rule, of(date)); });
	}
});
