import assert from 'node:assert/strict';
import { directionOf, directionOfLetter } from '#core/text/direction.ts';

suite('directionOf', () => {
	test('is that of most letters, not of the first one', () => {
		assert.equal(directionOf('NATO: اجتماع طارئ لوزراء الدفاع في بروكسل'), 'rtl');
		assert.equal(directionOf('iPhone 17 يصل إلى الأسواق'), 'rtl');
		assert.equal(directionOf('Minister quotes «نعم» in a speech'), 'ltr');
	});
	test('knows Hebrew, Persian, Urdu, Syriac, Thaana and Adlam', () => {
		for (const text of ['שלום עולם', 'کتابخانه', 'کتاب گھر', 'ܫܠܡܐ', 'ދިވެހި', '\u{1E900}\u{1E901}']) { assert.equal(directionOf(text), 'rtl', text); }
	});
	test('knows Cyrillic, Greek, Chinese and letters of the second plane', () => {
		for (const text of ['Привет', 'Γειά', '你好', '\u{20000}', '\u{1D400}']) { assert.equal(directionOf(text), 'ltr', text); }
	});
	test('counts presentation forms and marks no digits', () => assert.equal(directionOf('ﻣﺮﺣﺒﺎ abc'), 'rtl'));
	test('is undefined without letters', () => {
		for (const text of ['', '2025-11-08', '٢٠٢٥ - ۲۰۲۵', '... !?', '\u{1F468}\u200d\u{1F469}', '\u200f', '\u064e']) { assert.equal(directionOf(text), undefined, JSON.stringify(text)); }
	});
	test('is right to left where it is undecided', () => assert.equal(directionOf('ab אב'), 'rtl'));
});

suite('directionOfLetter', () => {
	test('is undefined for what has no direction of its own', () => {
		for (const unit of [0x20, 0x30, 0x660, 0x200f, 0xd83d, 0xdc00, NaN]) { assert.equal(directionOfLetter(unit), undefined); }
	});
});
