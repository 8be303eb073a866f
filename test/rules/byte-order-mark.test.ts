import assert from 'node:assert/strict';
import { byteOrderMark as rule } from '#core/rules/file/byte-order-mark.ts';
import { readText } from '#core/format/read.ts';
import { article, expectFix, expectProblems, linterOf } from '../support/fixture.ts';

suite('byte-order-mark', () => {
	test('is taken off', () => { expectFix(rule, `⟦\\ufeff⟧${article()}`, article()); });
	test('is taken off in front of text without a header', () => { expectFix(rule, '⟦\\ufeff⟧نص بلا رأس.\n', 'نص بلا رأس.\n'); });
	test('is one at the start of the file only', () => {
		expectProblems(rule, article().replace(/^ date/u, '\ufeff date').replace(/^/u, article()));
		expectProblems(rule, article({ body: 'نص \\ufeff آخر.' }));
	});
	test('is nothing anybody can see in an editor', () => {
		assert.deepEqual(readText(`\ufeff${article()}`).flatMap(each => linterOf(rule).check(each)), []);
	});
});
