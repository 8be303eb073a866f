import assert from 'node:assert/strict';
import { invalidDate as rule } from '#core/rules/header/invalid-date.ts';
import { nonstandardDate } from '#core/rules/header/nonstandard-date.ts';
import { article, expectChoices, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const of = (date: string, path = 'a'): string => article({ header: ` date ${date} https://example.com/${path}` });
const message = (date: string): string => expectProblems(rule, of(`⟦${date}⟧`))[0]?.problem.message.replace(/[\u2066-\u2069]/gu, '') ?? '';

suite('invalid-date', () => {
	test('says why the day does not exist', () => {
		assert.match(message('2025-02-30'), /2025-02 has 28 days, not 30\.$/u);
		assert.match(message('2024-02-30'), /2024-02 has 29 days, not 30\.$/u);
		assert.match(message('2025-40-50'), /a year has no month 40\.$/u);
		assert.match(message('2025-04-00'), /has 30 days, not 0\.$/u);
		assert.match(message('0000-04-01'), /years count from 1\.$/u);
	});
	test('reports what is no date at all', () => { assert.match(message('unknown'), /is no date/u); });
	test('reports a day that does not exist in other forms', () => {
		for (const date of ['30/02/2025', '٢٠٢٥-٠٢-٣٠', '20250230', '30 فبراير 2025', '1404/07/31', '2025-2-30']) { expectProblems(rule, of(`⟦${date}⟧`)); }
	});
	test('takes the date of the address, when asked', () => expectUnsafeFix(rule, of('⟦2025-02-30⟧', '2025/03/02/a'), of('2025-03-02', '2025/03/02/a')));
	test('exchanges day and month, when only that gives a day', () => {
		expectUnsafeFix(rule, of('⟦2025-25-03⟧'), of('2025-03-25'));
		expectChoices(rule, of('⟦2025-25-03⟧', '2025/03/25/a'), [['unsafe', 'Use the date in the address, 2025-03-25', of('2025-03-25', '2025/03/25/a')]]);
		expectChoices(rule, of('⟦2025-25-03⟧', '2025/04/01/a'), [
			['unsafe', 'Use the date in the address, 2025-04-01', of('2025-04-01', '2025/04/01/a')],
			['unsafe', 'Exchange day and month: 2025-03-25', of('2025-03-25', '2025/04/01/a')],
		]);
	});
	test('counts the days of the calendar that the year belongs to', () => {
		const reasons: readonly (readonly [date: string, reason: string])[] = [
			['1446-12-30', 'by the Hijri calendar 1446-12 has 29 days, not 30'],
			['1446-12-31', 'by the Hijri calendar 1446-12 has 29 days, not 31'],
			['1445-03-31', 'by the Hijri calendar 1445-03 has 30 days, not 31'],
			['1445-03-00', 'by the Hijri calendar 1445-03 has 30 days, not 0'],
			['1404-12-30', 'by the Jalali calendar 1404-12 has 29 days, not 30'],
			['1403-12-31', 'by the Jalali calendar 1403-12 has 30 days, not 31'],
			['1404-07-31', 'by the Jalali calendar 1404-07 has 30 days, not 31'],
			['1447-13-01', 'the Hijri year 1447 has no month 13'],
			['5786-01-31', 'by the Hebrew calendar 5786-01 has 30 days, not 31'],
			['5786-14-01', 'the Hebrew year 5786 has no month 14'],
			['1461-02-31', 'by the Hijri calendar 1461-02 has 30 days, not 31, and by the Jalali calendar it would be 2082-05-20, which is in the future'],
		];
		for (const [date, reason] of reasons) { assert.equal(message(date), `There is no day “${date}”: ${reason}.`); }
		assert.equal(message('12 رمضان 1460 هـ'), 'There is no day “12 رمضان 1460 هـ” yet: by the Hijri calendar it will be 2038-10-11.');
	});
	test('offers no day in the future', () => {
		expectChoices(rule, of('⟦1445-03-31⟧'), []);
		expectChoices(rule, of('⟦2027-25-03⟧'), []);
		expectChoices(rule, of('⟦2025-02-30⟧', '2031/03/02/a'), []);
		expectChoices(rule, of('⟦1460-01-01⟧'), []);
		for (const date of ['1445-03-31', '1460-01-01', '12 رمضان 1460 هـ']) { expectProblems(nonstandardDate, of(date)); }
	});
	test('exchanges day and month in another calendar, where that gives one day for certain', () => {
		expectChoices(rule, of('⟦1447-13-01⟧'), [['unsafe', 'Exchange day and month: 2025-07-08, by the Hijri calendar 1447-01-13', of('2025-07-08')]]);
		expectChoices(rule, of('⟦1404-31-05⟧'), [['unsafe', 'Exchange day and month: 2025-08-22, by the Jalali calendar 1404-05-31', of('2025-08-22')]]);
	});
	test('has no fix without any evidence', () => expectChoices(rule, of('⟦2025-02-30⟧'), []));
	for (const date of ['2025-03-04', '2024-02-29', '2031-01-01', '1970-01-01', '08-11-2025', '1404/08/17', '8 نوفمبر 2025']) {
		test(`leaves alone: ${date}`, () => { expectProblems(rule, of(date)); });
	}
	test('leaves a missing date to its own rule', () => { expectProblems(rule, article({ header: ' date https://example.com/a' })); });
});
