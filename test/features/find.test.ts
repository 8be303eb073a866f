import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findIn } from '#core/features/find.ts';

const find = (text: string, query: string, isExact = false): string[] => findIn(text, query, { isExact, limit: 100 }).ranges.map(({ start, end }) => text.slice(start, end));

suite('find', () => {
	test('reads over marks, tatweel, invisible characters and spelling variants', () => {
		assert.deepEqual(find('مُحَمَّدٌ ومحمـــد ومح\u200fمد', 'محمد'), ['مُحَمَّدٌ', 'محمـــد', 'مح\u200fمد']);
		assert.deepEqual(find('إلى الى على', 'الى'), ['إلى', 'الى']);
		assert.deepEqual(find('مدرسة مدرسه', 'مدرسه'), ['مدرسة', 'مدرسه']);
		assert.deepEqual(find('كتاب کتاب', 'کتاب'), ['كتاب', 'کتاب']);
		assert.deepEqual(find('١٢ 12 ۱۲', '12'), ['١٢', '12', '۱۲']);
		assert.deepEqual(find('Café CAFE', 'cafe'), ['Café', 'CAFE']);
	});
	test('finds letter for letter when asked', () => {
		assert.deepEqual(find('مُحمد محمد', 'محمد', true), ['محمد']);
		assert.deepEqual(find('a.b a+b', '.b', true), ['.b']);
	});
	test('never runs over a line end', () => { assert.deepEqual(find('ab\ncd', 'bc'), []); });
	test('nothing is found for nothing', () => { assert.deepEqual(find('abc', ''), []); assert.deepEqual(find('abc', '\u200f'), []); });
	test('stops at the limit and says so', () => { assert.deepEqual(findIn('aaaa', 'a', { isExact: false, limit: 2 }), { ranges: [{ start: 0, end: 1 }, { start: 1, end: 2 }], isCut: true }); });
	test('chunks change nothing', () => {
		const line = `${'كتاب '.repeat(3000)}\n`;
		assert.equal(findIn(line.repeat(20), 'كتاب', { isExact: false, limit: 1_000_000 }).ranges.length, 60_000);
	});
	test('every match is a place of the text, in order', () => {
		fc.assert(fc.property(fc.string({ unit: fc.constantFrom('ا', 'أ', '\u064e', 'ـ', '\u200f', 'a', 'A', ' ', '\n') }), fc.string({ unit: fc.constantFrom('ا', 'a', ' '), minLength: 1, maxLength: 3 }), (text, query) => {
			let last = 0;
			for (const { start, end } of findIn(text, query, { isExact: false, limit: 1000 }).ranges) {
				assert.ok(start >= last && end > start && end <= text.length);
				last = end;
			}
		}));
	});
});
