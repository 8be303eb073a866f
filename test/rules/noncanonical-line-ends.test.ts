import assert from 'node:assert/strict';
import { noncanonicalLineEnds as rule } from '#core/rules/file/noncanonical-line-ends.ts';
import { article, expectFix, linterOf, problemsIn } from '../support/fixture.ts';

const message = (text: string): string | undefined => problemsIn(text, linterOf(rule))[0]?.problem.message;
const mark = (text: string): string => text.replace(/\r\n?/u, end => `⟦${end}⟧`);

suite('noncanonical-line-ends', () => {
	test('makes every CRLF and every CR an LF', () => {
		for (const end of ['\r\n', '\r']) { expectFix(rule, mark(article().replaceAll('\n', end)), article()); }
	});
	test('reports each article once, and says what it found', () => {
		const text = article();
		assert.match(message(text.replaceAll('\n', '\r\n')) ?? '', /^4 of 4 lines end in CRLF instead of LF/u);
		assert.match(message(text.replaceAll('\n', '\r')) ?? '', /^4 of 4 lines end in CR instead of LF/u);
		assert.match(message(text.replace('\n', '\r\n').replace(/\n$/u, '\r')) ?? '', /^2 of 4 lines end in CRLF or CR instead of LF/u);
		assert.equal(problemsIn(text.replaceAll('\n', '\r\n').repeat(3), linterOf(rule)).length, 3);
	});
	test('does not take the end of a last line that has none for one', () => { assert.equal(message(article().replace(/\n$/u, '')), undefined); });
	test('leaves blank lines blank', () => { expectFix(rule, mark(article({ body: 'نص.\r\n\r\nنص آخر.' })), article({ body: 'نص.\n\nنص آخر.' })); });
});
