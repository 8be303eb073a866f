import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countLetters as count, lettersLost, sizeOf } from '#core/text/letters.ts';
import { unitsOf } from '#core/text/source.ts';
import { lineText } from '../support/generators.ts';

suite('countLetters', () => {
	test('counts letters and digits of every script, and nothing else', () => {
		assert.equal(count('كتاب 12 «שלום», the ١٢۳!'), 4 + 2 + 4 + 3 + 3);
		assert.equal(count('\u200b\u200f\u064e\ufffd…—\n'), 0);
		assert.equal(count('رئــــيس'), 4, 'a tatweel is none');
		assert.equal(count('\u{1d400}\u{1f600}\ud800'), 1, 'a letter of two units is one; an emoji and half a pair are none');
	});
	test('agrees with Unicode', () => {
		fc.assert(fc.property(fc.oneof(lineText, fc.string({ unit: 'binary' })), text => {
			assert.deepEqual(sizeOf(unitsOf(text)), { characters: [...text].length, letters: text.replaceAll('\u0640', '').match(/[\p{L}\p{N}]/gu)?.length ?? 0 });
		}), { numRuns: 1000 });
	});
});

suite('lettersLost', () => {
	test('counts the letters that are gone, as often as they are gone', () => {
		assert.equal(lettersLost('قال الوزير', ''), 9);
		assert.equal(lettersLost('أهلا وسهلا', 'أهلا'), 5);
		assert.equal(lettersLost('2025-02-30', '2025-03-01'), 1);
	});
	test('a letter that stands elsewhere, or is only written in another way, is not lost', () => {
		for (const [before, after] of [
			['ab cd', 'cd ab'], ['ﻻ', 'لا'], ['رئـيس', 'رئيس'], ['\u0627\u0653', '\u0622'], ['ی ک', 'ي ك'], ['١٢۳', '123'], ['DATE', 'date'], ['a\u200b', 'a'], ['ｗ', 'w'],
		] as const) { assert.equal(lettersLost(before, after), 0, `${before} → ${after}`); }
	});
	test('never counts more than there were', () => { assert.equal(lettersLost('ﷺ', ''), 1); });
	test('is nothing for what stays, everything for what goes', () => {
		fc.assert(fc.property(lineText, lineText, (text, more) => {
			assert.equal(lettersLost(text, more + text), 0);
			assert.ok(lettersLost(text, '') <= count(text));
			assert.ok(lettersLost(text + more, text) <= count(text + more));
		}), { numRuns: 500 });
	});
});
