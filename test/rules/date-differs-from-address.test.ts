import assert from 'node:assert/strict';
import { dateDiffersFromAddress as rule } from '#core/rules/header/date-differs-from-address.ts';
import { article, expectChoices, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const of = (date: string, path: string): string => article({ header: ` date ${date} https://example.com/${path}` });
const problem = (date: string, path: string) => expectProblems(rule, of(`⟦${date}⟧`, path))[0]?.problem;

suite('date-differs-from-address', () => {
	test('says by how much', () => {
		assert.equal(problem('2025-03-04', '2025/03/06/a')?.message, 'The date 2025-03-04 is 2 days before the one in the address, 2025-03-06.');
		assert.equal(problem('2025-03-04', '2020/03/04/a')?.message, 'The date 2025-03-04 is 1826 days after the one in the address, 2020-03-04.');
	});
	test('is information where they are one day apart', () => {
		assert.equal(problem('2025-03-04', '2025/03/05/a')?.severity, 'information');
		assert.equal(problem('2025-01-01', '20241231/a')?.severity, 'information');
		assert.equal(problem('2025-03-04', '2025/03/06/a')?.severity, 'warning');
	});
	test('names day and month exchanged', () => { assert.match(problem('2025-08-11', '2025/11/08/a')?.message ?? '', /^Day and month look exchanged/u); });
	test('reads names of months, and digits of other systems', () => {
		for (const path of ['2025/nov/08/a', '08-nov-2025/a', 'a/8-نوفمبر-2025', '٢٠٢٥/١١/٠٨/خبر', '?y=2025&m=11&d=8']) { assert.match(problem('2025-11-12', path)?.message ?? '', /4 days after the one in the address, 2025-11-08/u); }
	});
	test('takes the date of the address, when asked', () => {
		expectUnsafeFix(rule, of('⟦2025-03-04⟧', '2025-03-09-library'), of('2025-03-09', '2025-03-09-library'));
		expectChoices(rule, of('⟦2025-03-04⟧', '20250309/a'), [['unsafe', 'Use the date in the address, 2025-03-09', of('2025-03-09', '20250309/a')]]);
	});
	test('points at the date in the address', () => {
		const related = problem('2025-03-04', '2025/03/09/a')?.related[0];
		assert.equal(of('2025-03-04', '2025/03/09/a').slice(related?.range.start, related?.range.end), '2025/03/09');
	});
	test('converts Jalali and Hijri dates', () => {
		assert.match(problem('2025-11-09', '1404/08/17/a')?.message ?? '', /1 day after the one in the address, 2025-11-08/u);
		assert.match(problem('2025-11-09', '14040817/a')?.message ?? '', /1 day after the one in the address, 2025-11-08/u);
		assert.match(problem('2025-11-12', '1447-05-17-a')?.message ?? '', /4 days after the one in the address, 2025-11-08/u);
		assert.match(problem('2025-11-12', '1447/05/17/a')?.message ?? '', /4 days after the one in the address, 2025-11-08/u);
	});
	for (const [name, date, path] of [
		['the same day', '2025-03-04', '2025/03/04/a'], ['the same Jalali day', '2025-11-08', '1404/08/17/a'], ['a Hijri day one off', '2025-11-09', '1447/05/17/a'],
		['one of two dates', '2025-03-04', '2025/03/04/visit-of-2025-02-01.html'], ['one of two readings', '2025-08-11', '08-11-2025/a'],
		['no date in the address', '2025-03-04', 'news/1234567'], ['a date that the article is about', '2025-03-04', 'election-of-november-5-2024'], ['a number like a date', '2025-03-04', 'news/20240101'], ['a date in the future', '2025-03-04', '2031/03/04/a'],
		['an implausible date', '1970-01-01', '2025/03/04/a'], ['a date in the future in the header', '2031-03-04', '2025/03/04/a'],
		['an invalid date', '2025-02-30', '2025/03/04/a'], ['another form', '2025/03/04', '2025/03/06/a'],
	] as const) {
		test(`leaves alone: ${name}`, () => { expectProblems(rule, of(date, path)); });
	}
});
