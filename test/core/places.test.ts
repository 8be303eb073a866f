import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesOf, utf8Length } from '#core/report/places.ts';
import { countWords } from '#core/text/words.ts';

const unitsOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const texts = fc.array(fc.constantFrom('a', 'خ', '😀', '\u200f', '\ufeff', '\r\n', '\r', '\n', ' ')).map(parts => parts.join(''));

suite('places', () => {
	test('count lines and code points from 1, units and bytes from 0', () => {
		const text = '\ufeffab\r\nخ😀x\ry';
		const places = placesOf(unitsOf(text), [0, 1, 5, 9, 10], { line: 1, unit: 0, byte: 0 });
		assert.deepEqual([...places.values()].map(({ line, column, unitColumn, unit, byte }) => [line, column, unitColumn, unit, byte]), [
			[1, 1, 1, 0, 0], [1, 2, 2, 1, 3], [2, 1, 1, 5, 7], [2, 4, 5, 9, 14], [3, 1, 1, 10, 15],
		]);
	});
	test('agree with a slow count for any offset', () => {
		fc.assert(fc.property(texts, fc.array(fc.nat(40)), (text, wanted) => {
			const offsets = wanted.map(at => Math.min(at, text.length)).filter(at => (text.charCodeAt(at) & 0xfc00) !== 0xdc00);
			for (const [offset, place] of placesOf(unitsOf(text), offsets, { line: 7, unit: 100, byte: 1000 })) {
				const before = text.slice(0, offset);
				// A CR whose LF follows ends its line only behind the LF.
				const lines = (before.endsWith('\r') && text[offset] === '\n' ? before.slice(0, -1) : before).split(/\r\n|\r|\n/u);
				const last = (lines.at(-1) ?? '') + (before.endsWith('\r') && text[offset] === '\n' ? '\r' : '');
				assert.deepEqual(place, { line: 6 + lines.length, column: [...last].length + 1, unitColumn: last.length + 1, unit: 100 + offset, byte: 1000 + Buffer.byteLength(before) });
			}
		}));
	});
	test('know the length in UTF-8', () => {
		fc.assert(fc.property(texts, text => { assert.equal(utf8Length(unitsOf(text), 0, text.length), Buffer.byteLength(text)); }));
	});
});

suite('words', () => {
	test('are runs that hold a letter or digit', () => {
		for (const [text, count] of [['', 0], ['كتاب جديد', 2], [' - — a1\nb ', 2], ['می\u200cخواهم', 1], ['«نعم»، قال', 2]] as const) { assert.equal(countWords(unitsOf(text), 0, text.length), count, text); }
	});
});
