import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mendUtf8 } from '#core/text/ill-formed.ts';

const textOf = (units: Uint16Array): string => Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
const bytes = fc.array(fc.oneof(
	fc.string({ unit: 'grapheme' }).map(text => [...Buffer.from(text)]),
	fc.constantFrom([0xff], [0xc3], [0xe2, 0x80], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80], [0xef, 0xbb, 0xbf], [0xe0, 0x80], [0x80]),
)).map(parts => Uint8Array.from(parts.flat()));

suite('ill-formed UTF-8', () => {
	test('reads as the Encoding Standard says', () => {
		fc.assert(fc.property(bytes, input => { assert.equal(textOf(mendUtf8(input).units), new TextDecoder('utf-8', { ignoreBOM: true }).decode(input)); }), { numRuns: 500 });
		fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), input => { assert.equal(textOf(mendUtf8(input).units), new TextDecoder('utf-8', { ignoreBOM: true }).decode(input)); }), { numRuns: 500 });
	});
	test('knows the byte of every unit', () => {
		fc.assert(fc.property(bytes, input => {
			const { units, byteOf, mended } = mendUtf8(input);
			assert.equal(byteOf.length, units.length + 1);
			assert.equal(byteOf[0], 0);
			assert.equal(byteOf.at(-1), input.length);
			const marks = new Set(mended);
			for (let at = 0; at < units.length; at++) {
				const part = input.subarray(byteOf[at], byteOf[at + 1]);
				const isHalf = ((units[at] ?? 0) & 0xf800) === 0xd800;
				if (!marks.has(at) && !isHalf) { assert.equal(Buffer.from(part).toString('utf8'), String.fromCharCode(units[at] ?? 0)); }
				if (marks.has(at)) { assert.equal(units[at], 0xfffd); }
			}
		}));
	});
});
