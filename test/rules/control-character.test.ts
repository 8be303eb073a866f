import assert from 'node:assert/strict';
import { controlCharacter as rule } from '#core/rules/damage/control-character.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const body = (text: string): string => article({ body: text });

suite('control-character', () => {
	test('reports C0, DEL and C1, a row of one of them once', () => {
		expectProblems(rule, body('أ⟦\\u0000⟧ب⟦\\u001a\\u001a\\u001a⟧ت⟦\\u007f⟧⟦\\u0001⟧ث⟦\\u0081⟧ج⟦\\u009f⟧'));
	});
	test('keeps tabs, line ends and what line-separator reports', () => { expectProblems(rule, body('أ\tب\\u000bت\\u000cث\\u0085ج\r\nح')); });
	test('keeps the header', () => { expectProblems(rule, article({ header: ' date 2025-03-04 https://example.com/a\\u0001' })); });
	test('says what U+001A stands for', () => {
		const [placed] = expectProblems(rule, body('⟦\\u001a⟧ احجز مبكرا.'));
		assert.match(placed?.problem.message ?? '', /bullet/u);
	});
	test('deletes only when asked', () => {
		const [placed] = expectProblems(rule, body('أ⟦\\u0001⟧ب'));
		assert.deepEqual(placed?.problem.fixes.map(fix => fix.safety), ['unsafe']);
		expectUnsafeFix(rule, body('أ⟦\\u0001⟧ب⟦\\u001a\\u001a⟧ت'), body('أبت'));
	});
	test('offers the character of Windows-1252 first', () => {
		const [placed] = expectProblems(rule, body('don⟦\\u0092⟧t'));
		assert.deepEqual(placed?.problem.fixes.map(fix => fix.edits[0]?.text), ['\u2019', '']);
	});
	test('deletes a line of the body that holds nothing else', () => expectUnsafeFix(rule, body('الأولى.\n ⟦\\u001a⟧⟦\\u0001⟧\nالثانية.'), body('الأولى.\nالثانية.')));
	test('has no fix that empties a title', () => {
		for (const { problem } of expectProblems(rule, article({ title: '⟦\\u001a⟧' }))) { assert.deepEqual(problem.fixes, []); }
	});
});
