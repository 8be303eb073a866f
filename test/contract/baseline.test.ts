import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBaseline, printBaseline } from '#contract/baseline.ts';

const entry = { rule: 'html-entity', address: 'https://example.com/خبر', title: 'وصول أول قطار', line: 'cbf29ce484222325', who: 'لمى', when: '2026-06-01', why: 'كذا في الأصل' };

suite('baseline file', () => {
	test('is read as it was printed', () => {
		const text = fc.string({ unit: 'grapheme' });
		fc.assert(fc.property(fc.array(fc.record({ rule: text, address: text, title: text, line: text, who: text, when: text, why: text }, { noNullPrototype: true })), entries => {
			assert.deepEqual(parseBaseline(printBaseline(entries)).entries, entries);
		}));
	});
	test('may have blank lines, a byte order mark and line ends of any kind', () => {
		const line = JSON.stringify(entry);
		assert.deepEqual(parseBaseline(`\ufeff${line}\r\n\n${line}\r${line}`), { entries: [entry, entry, entry], lines: [1, 3, 4], troubles: [] });
	});
	test('loses only the lines that cannot be read, and says which', () => {
		const { entries, troubles } = parseBaseline(`{"rule":"html-entity"\n${JSON.stringify(entry)}\n{"rule":7}\n`);
		assert.deepEqual(entries, [entry]);
		assert.deepEqual(troubles.map(({ line }) => line), [1, 3]);
		for (const { message } of troubles) { assert.match(message, /^This is no accepted problem \(.+\); correct the line or delete it\.$/u); }
	});
	test('keeps one problem a line whatever the texts hold', () => {
		assert.equal(printBaseline([{ ...entry, why: 'a\nb\u2028c' }]).split('\n').length, 2);
	});
});
