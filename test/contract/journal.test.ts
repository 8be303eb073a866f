import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJournalLine, printJournalLine, type JournalLine } from '#contract/journal.ts';
import { lineText } from '../support/generators.ts';

const size = fc.nat();
const state = fc.record({ size, sha256: fc.stringMatching(/^[0-9a-f]{64}$/u) }, { noNullPrototype: true });
const line: fc.Arbitrary<JournalLine> = fc.oneof(
	fc.record({ version: fc.constant(1 as const), warraq: fc.string(), started: fc.string(), process: size }, { noNullPrototype: true }),
	fc.record({ file: fc.string({ minLength: 1 }) }, { noNullPrototype: true }),
	fc.record({ edits: fc.array(fc.tuple(size, size, lineText)) }, { noNullPrototype: true }),
	fc.record({ before: state, after: state }, { noNullPrototype: true }),
);

suite('a line of a journal', () => {
	test('comes back as it was printed, on one line', () => {
		fc.assert(fc.property(line, value => {
			const text = printJournalLine(value);
			assert.equal(text.indexOf('\n'), text.length - 1);
			assert.deepEqual(parseJournalLine(text), value);
		}));
	});
	test('cut off anywhere is none', () => {
		fc.assert(fc.property(line, fc.nat(), (value, at) => {
			const text = printJournalLine(value).trimEnd();
			assert.equal(parseJournalLine(text.slice(0, at % text.length)), undefined);
		}));
	});
	test('of another kind or version is none', () => {
		for (const text of ['', '{}', 'null', '[]', '{"version":2,"warraq":"","started":"","process":1}', '{"file":""}', '{"edits":[[0,-1,""]]}', '{"edits":[[0,1]]}', '{"before":{"size":1,"sha256":"x"},"after":{"size":1,"sha256":"x"}}']) { assert.equal(parseJournalLine(text), undefined, text); }
	});
});
