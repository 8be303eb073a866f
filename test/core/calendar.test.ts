import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf, formatIn, gregorianOf, inCalendar } from '#core/format/calendar.ts';
import { dayNumber, dayOfNumber } from '#core/format/day.ts';

const day = { year: 2025, month: 11, day: 8 };

suite('calendar', () => {
	test('counts the day as Umm al-Qura, Jalali and Hebrew calendars do', () => {
		assert.deepEqual(inCalendar('islamic-umalqura', day), { year: 1447, month: 5, day: 17 });
		assert.deepEqual(inCalendar('persian', day), { year: 1404, month: 8, day: 17 });
		assert.deepEqual(inCalendar('hebrew', day), { year: 5786, month: 2, day: 17 });
	});
	test('finds the way back for every day from 1950 to 2075', () => {
		const first = dayNumber({ year: 1950, month: 1, day: 1 });
		fc.assert(fc.property(fc.constantFrom('islamic-umalqura' as const, 'persian' as const, 'hebrew' as const), fc.integer({ min: first, max: first + 46_000 }), (calendar, number) => {
			const { year, month, day: inMonth } = inCalendar(calendar, dayOfNumber(number));
			assert.deepEqual(gregorianOf(calendar, year, month, inMonth), dayOfNumber(number));
		}));
	});
	test('knows no day that a calendar does not have', () => {
		assert.equal(gregorianOf('persian', 1404, 12, 30), undefined);
		assert.deepEqual(gregorianOf('persian', 1403, 12, 30), { year: 2025, month: 3, day: 20 });
		assert.equal(gregorianOf('islamic-umalqura', 1447, 13, 1), undefined);
		assert.equal(gregorianOf('hebrew', 5786, 7, 1), undefined, 'a common year has no Adar II');
	});
	test('writes Hebrew days as CLDR does where it has them, which browsers have not', () => {
		const cldr = new Intl.DateTimeFormat('he-u-ca-hebrew-nu-hebr', { dateStyle: 'long', timeZone: 'UTC' });
		const first = dayNumber({ year: 1850, month: 1, day: 1 });
		for (let number = first; number < first + 90_000; number++) { assert.equal(formatIn('hebrew', dayOfNumber(number), 'he'), cldr.format(new Date(number * 86_400_000))); }
	});
	test('writes a day out as readers of each language expect', () => {
		assert.match(formatIn('gregory', day, 'ar', 'full'), /^السبت.*8 نوفمبر 2025/u);
		assert.match(formatIn('islamic-umalqura', day, 'ar'), /^17 جمادى الأولى 1447/u);
		assert.match(formatIn('persian', day, 'fa'), /۱۷ آبان ۱۴۰۴/u);
		assert.equal(formatIn('hebrew', day, 'he'), 'י״ז בחשוון תשפ״ו');
		assert.equal(calendarOf('fr'), undefined);
	});
});
