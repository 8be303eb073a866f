import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIn, inCalendar } from '#core/format/calendar.ts';
import { isDateLike } from '#core/format/date-text.ts';
import { readDate, weekdayOf } from '#core/format/dates.ts';
import { dayNumber, dayOfNumber, formatDay, isIsoForm, isRealDay, parseDay, type Day } from '#core/format/day.ts';
import { gematria } from '#core/format/gematria.ts';

/** Readings as text: the day, the calendar where it is not the Gregorian one, and marks for a time and a wrong weekday. */
const read = (text: string): string[] => readDate(text).map(({ day, calendar, hasTime, isContradicted }) =>
	`${formatDay(day)}${calendar === 'gregory' ? '' : ` ${calendar}`}${hasTime ? ' time' : ''}${isContradicted ? ' contradicted' : ''}`);

const two = (number: number): string => String(number).padStart(2, '0');
const inDigits = (text: string, zero: number): string => text.replace(/\d/gu, digit => String.fromCharCode(zero + Number(digit)));

const gulf = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'];
const levant = ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'];
const maghreb = ['جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان', 'جويلية', 'أوت', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'];
const morocco = ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'];
const urdu = ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'];
const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** Every form that names a day without doubt. */
const forms: Readonly<Record<string, (day: Day) => string>> = {
	'ISO 8601': formatDay,
	'slashes': ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
	'dots, short': ({ year, month, day }) => `${year}.${month}.${day}`,
	'en dashes': ({ year, month, day }) => `${year}\u2013${two(month)}\u2013${two(day)}`,
	'eight digits': ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
	'Arabic-Indic digits': day => inDigits(formatDay(day), 0x660),
	'Persian digits': day => inDigits(formatDay(day).replaceAll('-', '/'), 0x6f0),
	'midnight': day => `${formatDay(day)}T00:00:00Z`,
	'invisible characters': day => `\u200f${formatDay(day).slice(0, 4)}\u200e${formatDay(day).slice(4)}`,
	'Gulf month': ({ year, month, day }) => `${day} ${gulf[month - 1]} ${year}`,
	'Gulf month and era': ({ year, month, day }) => `${day} ${gulf[month - 1]}، ${year}م`,
	'Levant month': ({ year, month, day }) => `${day} ${levant[month - 1]} ${year}`,
	'both month names': ({ year, month, day }) => `${day} ${levant[month - 1]}/${gulf[month - 1]} ${year}`,
	'Algerian month': ({ year, month, day }) => `${day} ${maghreb[month - 1]} ${year}`,
	'Moroccan month': ({ year, month, day }) => `${day} ${morocco[month - 1]} ${year}`,
	'Urdu month': ({ year, month, day }) => `${day} ${urdu[month - 1]} ${year}ء`,
	'English month in front': ({ year, month, day }) => `${short[month - 1]}. ${day}, ${year}`,
	'English month inside': ({ year, month, day }) => `${day}-${short[month - 1]}-${year}`,
	'English in full': day => formatIn('gregory', day, 'en', 'full'),
	'French in full': day => formatIn('gregory', day, 'fr', 'full'),
	'Arabic in full': day => formatIn('gregory', day, 'ar', 'full'),
	'Persian Gregorian': day => formatIn('gregory', day, 'fa', 'full'),
	'Hebrew Gregorian': day => formatIn('gregory', day, 'he', 'full'),
	'Russian in full': day => formatIn('gregory', day, 'ru', 'full'),
};

/** The same day by another calendar; years of our time only, beyond them two calendars share their years. */
const foreign: Readonly<Record<string, (day: Day) => string>> = {
	'Hijri in Arabic': day => formatIn('islamic-umalqura', day, 'ar'),
	'Hijri in figures': day => { const { year, month, day: inMonth } = inCalendar('islamic-umalqura', day); return `${year}/${two(month)}/${two(inMonth)} هـ`; },
	'Hijri, day first': day => { const { year, month, day: inMonth } = inCalendar('islamic-umalqura', day); return `${inMonth}-${month}-${year}هـ`; },
	'Jalali in Persian': day => formatIn('persian', day, 'fa'),
	'Jalali with weekday': day => formatIn('persian', day, 'fa', 'full'),
	'Jalali in figures': day => { const { year, month, day: inMonth } = inCalendar('persian', day); return inDigits(`${year}/${month}/${inMonth} هـ.ش`, 0x6f0); },
	'Hebrew in letters': day => formatIn('hebrew', day, 'he'),
};

const days = fc.integer({ min: dayNumber({ year: 1991, month: 1, day: 1 }), max: dayNumber({ year: 2030, month: 12, day: 31 }) }).map(dayOfNumber);

suite('readDate', () => {
	for (const [name, format] of Object.entries(forms)) {
		test(`reads back any day: ${name}`, () => {
			fc.assert(fc.property(days, day => { assert.deepEqual(read(format(day)), [formatDay(day)]); }), { numRuns: 60 });
		});
	}
	for (const [name, format] of Object.entries(foreign)) {
		test(`reads back any day: ${name}`, () => {
			fc.assert(fc.property(days, day => {
				const readings = readDate(format(day));
				assert.deepEqual(readings.map(reading => formatDay(reading.day)), [formatDay(day)], format(day));
				assert.notEqual(readings[0]?.calendar, 'gregory');
			}), { numRuns: 40 });
		});
	}
	test('reads day first and month first, where both are a day', () => {
		assert.deepEqual(read('08-11-2025'), ['2025-11-08', '2025-08-11']);
		assert.deepEqual(readDate('08-11-2025').map(({ order }) => order), ['day-month-year', 'month-day-year']);
		assert.deepEqual(read('11.11.2025'), ['2025-11-11']);
		assert.deepEqual(read('31/12/2024'), ['2024-12-31']);
		assert.deepEqual(read('12/31/2024'), ['2024-12-31']);
		assert.deepEqual(read('08112025'), ['2025-11-08', '2025-08-11']);
		assert.deepEqual(read('08 Nov 25'), ['2025-11-08', '2008-11-25']);
		assert.deepEqual(read('08/11/25'), ['2025-11-08', '2025-08-11', '2008-11-25']);
	});
	test('reads years that two calendars are in by both', () => {
		assert.deepEqual(read('1404/08/17'), ['1984-05-18 islamic-umalqura', '2025-11-08 persian']);
		assert.deepEqual(read('17/05/1447 هـ'), ['2025-11-08 islamic-umalqura']);
	});
	test('takes the Gregorian half of a twin date', () => {
		assert.deepEqual(read('السبت 17 جمادى الأولى 1447 هـ الموافق 8 نوفمبر 2025 م'), ['2025-11-08']);
	});
	test('reads Hebrew dates in letters and their leap months', () => {
		assert.deepEqual(read('י"ז בחשוון ה\'תשפ"ו'), ['2025-11-08 hebrew']);
		assert.deepEqual(read('י״ד באדר ב׳ תשפ״ד'), ['2024-03-24 hebrew']);
		assert.deepEqual(read('י״ד באדר א׳ תשפ״ד'), ['2024-02-23 hebrew']);
	});
	test('says that a time of day would be lost, and that the weekday is wrong', () => {
		assert.deepEqual(read('2025-11-08T14:30:00+03:00'), ['2025-11-08 time']);
		assert.deepEqual(read('2025/11/08 00:00'), ['2025-11-08']);
		for (const text of ['10:30 2025/11/08', '8 نوفمبر 2025 - 10:30 ص', '2025-11-08 10:30 PM, Saturday', '2025-11-08 | 00:00:01']) { assert.deepEqual(read(text), ['2025-11-08 time'], text); }
		assert.deepEqual(read('Friday, 8 November 2025'), ['2025-11-08 contradicted']);
	});
	for (const text of ['', ' ', '2025-02-30', '2025-13-01', '2025-00-10', 'unknown', 'November 2025', '2025', '8 Foo 2025', '20251340', '1-2-3', '2025-11-08-09', '8 نوفمبر آذار 2025', '2025-11-08 https', '٣٠ فبراير ٢٠٢٥', '1404/07/31', '123456789', '2025年11月8日']) {
		test(`reads nothing in ${JSON.stringify(text)}`, () => { assert.deepEqual(read(text), []); });
	}
	test('never throws, and gives real days only', () => {
		const pieces = fc.array(fc.constantFrom('8', '11', '2025', '1447', '١٢', '-', '/', ' ', '.', 'نوفمبر', 'تشرين', 'الثاني', 'هـ', 'آبان', 'Nov', 'ב', 'אדר', '״', 'T', '12:30', '\u200f', '😀', '\ud800'), { maxLength: 9 }).map(list => list.join(''));
		fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces), text => {
			for (const { day } of readDate(text)) { assert.ok(isRealDay(day)); }
			isDateLike(text);
		}));
	});
});

suite('day', () => {
	test('parseDay reads back what formatDay writes, and nothing else', () => {
		fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), number => {
			const day = dayOfNumber(number);
			assert.deepEqual(parseDay(formatDay(day)), day);
			assert.equal(dayNumber(day), number);
			assert.ok(isIsoForm(formatDay(day)));
		}));
		for (const text of ['2025-2-03', '2025-02-29', '25-02-03', '2025-02-03 ', '٢٠٢٥-٠٢-٠٣', '2025/02/03']) { assert.equal(parseDay(text), undefined); }
	});
	test('knows the weekday', () => {
		assert.equal(weekdayOf({ year: 2025, month: 11, day: 8 }), 6);
		assert.equal(weekdayOf({ year: 1969, month: 12, day: 28 }), 0);
	});
});

suite('gematria', () => {
	for (const [letters, number] of [['א', 1], ['יז', 17], ['טו', 15], ['התשפו', 5786], ['תשפו', 5786], ['', undefined], ['אx', undefined]] as const) {
		test(`${letters} is ${number}`, () => { assert.equal(gematria(letters), number); });
	}
});

suite('isDateLike', () => {
	for (const text of ['2025-11-08', '08/11/2025', '20251108', '٢٠٢٥/١١/٨', '8 نوفمبر 2025', 'السبت، 8 تشرين الثاني/نوفمبر 2025', '2025-02-30', '8 November 2025 10:30 PM', 'السبت 17 جمادى الأولى 1447 هـ الموافق 8 نوفمبر 2025 م', 'November 8th, 2025', '8 בנובמבר 2025', '۱۷ آبان ۱۴۰۴']) {
		test(`yes: ${text}`, () => { assert.ok(isDateLike(text)); });
	}
	for (const text of ['of the match', 'نوفمبر', 'palms 2025 harvest', '8', '']) {
		test(`no: ${text}`, () => { assert.ok(!isDateLike(text)); });
	}
});
