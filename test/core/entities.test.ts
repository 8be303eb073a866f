import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeEntities, entitiesIn, windows1252 } from '#core/text/entities.ts';
import { lineText } from '../support/generators.ts';

suite('entities', () => {
	test('are decoded once', () => assert.equal(decodeEntities('&amp;quot; &quot; &#39; &#x2019; &#128512;'), '&quot; " \' \u2019 \u{1F600}'));
	test('are left as they are when unknown, unfinished or no text', () => {
		for (const text of ['&foo;', '&quot', '&;', '&#;', '&#x;', '&#xD800;', '&#1;', '&#x110000;', '&#xFFFF;', '&#x1FFFE;', '&#xFFFD;', '&#129;', 'AT&T;']) { assert.deepEqual(entitiesIn(text), [], text); }
	});
	test('read Windows-1252 numbers as browsers do', () => assert.equal(decodeEntities('&#145;a&#146; &#x97;'), '\u2018a\u2019 \u2014'));
	test('turn line ends and tabs into blanks', () => assert.equal(decodeEntities('a&#10;b&#13;c&#9;d&#8232;e'), 'a b c d e'));
	test('stand where they say', () => {
		fc.assert(fc.property(lineText, text => {
			for (const { start, source, character } of entitiesIn(text)) {
				assert.equal(text.slice(start, start + source.length), source);
				assert.equal(decodeEntities(source), character);
			}
		}));
	});
	test('never bring back a line end', () => {
		fc.assert(fc.property(fc.integer({ min: 0, max: 0x1fffff }), number => { assert.doesNotMatch(decodeEntities(`&#${number};&#x${number.toString(16)};`), /[\n\r\u2028\u2029\u0085]/u); }));
	});
});

suite('windows1252', () => {
	test('knows what a C1 control was meant to be', () => {
		assert.equal(windows1252(0x92), '\u2019');
		assert.equal(windows1252(0x81), undefined);
		assert.equal(windows1252(0x41), undefined);
	});
});
