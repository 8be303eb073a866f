import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Pair, blankKinds, isKind, isSpaceless, kindOf } from '#core/text/kinds.ts';
import { LineBuffer, Lines, scanLines } from '#core/text/lines.ts';
import { unitsOf } from '#core/text/source.ts';
import { dumpText } from '../support/generators.ts';

function linesOf(text: string): Lines {
	const buffer = new LineBuffer();
	scanLines(unitsOf(text), 0, text.length, buffer);
	return new Lines(buffer.scan(), 0, buffer.count, 0, text.length);
}

/** Lines as the protocol says, the plain way: start, end and the offset behind the line end. */
function naiveLines(text: string): [number, number, number][] {
	const found: [number, number, number][] = [];
	let start = 0;
	for (const match of text.matchAll(/\r\n|\r|\n/gu)) {
		found.push([start, match.index, match.index + match[0].length]);
		start = match.index + match[0].length;
	}
	if (start < text.length) { found.push([start, text.length, text.length]); }
	return found;
}

suite('lines', () => {
	test('end at LF, CRLF and CR, as a plain splitter finds', () => {
		fc.assert(fc.property(dumpText, text => {
			const lines = linesOf(text);
			assert.deepEqual(Array.from({ length: lines.count }, (_, line) => [lines.start(line), lines.end(line), lines.next(line)]), naiveLines(text));
		}), { numRuns: 500 });
	});
	test('know the kinds on them, and what stands at their edges', () => {
		fc.assert(fc.property(dumpText, text => {
			const lines = linesOf(text);
			for (const [line, [start, end]] of naiveLines(text).entries()) {
				const units = Array.from({ length: end - start }, (_, at) => text.charCodeAt(start + at));
				assert.equal(lines.kinds(line), units.reduce((set, unit) => set | (1 << kindOf(unit)), 0));
				assert.equal(lines.isBlank(line), units.every(isSpaceless));
				assert.equal((lines.pairs(line) & Pair.LeadingBlank) !== 0, units.length > 0 && isKind(units[0] ?? NaN, blankKinds));
				assert.equal((lines.pairs(line) & Pair.TrailingBlank) !== 0, units.length > 0 && isKind(units.at(-1) ?? NaN, blankKinds));
			}
		}));
	});
	test('find the line of every offset', () => {
		fc.assert(fc.property(dumpText, text => {
			const lines = linesOf(text);
			for (let offset = 0; offset < text.length; offset++) {
				const line = lines.at(offset);
				assert.ok(lines.start(line) <= offset && offset < lines.next(line));
			}
			assert.equal(lines.at(text.length), lines.count - 1);
		}));
	});
	test('do not end at U+2028, U+2029, U+0085, VT and FF', () => assert.equal(linesOf('a\u2028b\u2029c\u0085d\u000be\u000cf').count, 1));
	test('grow the buffer as needed', () => assert.equal(linesOf('\n'.repeat(5000)).count, 5000));
});
