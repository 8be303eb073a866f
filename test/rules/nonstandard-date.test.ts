import assert from 'node:assert/strict';
import { nonstandardDate as rule } from '#core/rules/header/nonstandard-date.ts';
import { article, expectChoices, expectFix, expectProblems } from '../support/fixture.ts';

const of = (date: string, path = 'a'): string => article({ header: ` date ${date} https://example.com/${path}` });
const choice = (date: string, ...days: readonly string[]): void =>
	expectChoices(rule, of(`⟦${date}⟧`), days.map(day => ['unsafe', `Write the date as ${day}`, of(day.slice(0, 10))] as const));

suite('nonstandard-date', () => {
	for (const date of [
		'2025/11/08', '2025.11.8', '2025–11–08', '20251108', '٢٠٢٥-١١-٠٨', '۲۰۲۵/۱۱/۰۸', '8 نوفمبر 2025', 'السبت، 8 نوفمبر 2025', '8 تشرين الثاني 2025', '8 تشرين الثاني/نوفمبر 2025',
		'8 نونبر 2025', '8 November 2025', 'November 8, 2025', 'Sat, 08 Nov 2025', 'samedi 8 novembre 2025', '8 نومبر 2025ء', '۸ نوامبر ۲۰۲۵', '8 בנובמבר 2025', '8 ноября 2025', '2025-11-\\u200f08', '2025-11-08T00:00:00Z',
	]) {
		test(`rewrites ${date}`, () => expectFix(rule, of(`⟦${date}⟧`), of('2025-11-08')));
	}
	test('rewrites a day that can only be one', () => expectFix(rule, of('⟦31/12/2024⟧'), of('2024-12-31')));
	test('offers day first and month first', () => choice('08-11-2025', '2025-11-08, the day first', '2025-08-11, the month first'));
	test('lets the address decide', () => {
		expectFix(rule, of('⟦08-11-2025⟧', '2025/11/08/a'), of('2025-11-08', '2025/11/08/a'));
		expectFix(rule, of('⟦08-11-2025⟧', '20250811/a'), of('2025-08-11', '20250811/a'));
	});
	test('takes no number that only looks like a date for evidence', () => {
		const [placed] = expectProblems(rule, of('⟦08-11-2025⟧', 'news/20251108'));
		assert.equal(placed?.problem.fixes.length, 2);
	});
	test('leaves out readings in the future', () => expectFix(rule, of('⟦03-07-2026⟧'), of('2026-03-07')));
	test('lets the weekday decide', () => expectFix(rule, of('⟦Saturday 08-11-2025⟧'), of('2025-11-08')));
	test('converts Hijri dates, when asked', () => { for (const date of ['1447/05/17', '17 جمادى الأولى 1447 هـ', '17-05-1447هـ', '1447-05-17']) { choice(date, '2025-11-08'); } });
	test('converts Jalali dates, when asked', () => { for (const date of ['1404/08/17', '۱۷ آبان ۱۴۰۴', 'شنبه ۱۷ آبان ۱۴۰۴', '1404-08-17']) { choice(date, '2025-11-08'); } });
	test('converts Hebrew dates, when asked', () => choice('י״ז בחשוון תשפ״ו', '2025-11-08'));
	test('names the calendar', () => {
		assert.match(expectProblems(rule, of('⟦1404/08/17⟧'))[0]?.problem.message ?? '', /counts by the Jalali calendar: it is 2025-11-08\.$/u);
		assert.match(expectProblems(rule, of('⟦1447/05/17⟧'))[0]?.problem.message ?? '', /Hijri/u);
	});
	test('keeps a time of day unless asked', () => choice('2025-11-08T14:30:00Z', '2025-11-08'));
	test('does not trust a weekday that does not fit', () => choice('Friday, 8 November 2025', '2025-11-08'));
	for (const date of ['2025-11-08', '2025-02-30', 'unknown', '30/02/2025', '1970-01-01', '2031-01-01']) {
		test(`leaves alone: ${date}`, () => { expectProblems(rule, of(date)); });
	}
});
