import assert from 'node:assert/strict';
import { fixesInRange } from '#core/features/fixes.ts';
import { factsBehind } from '#core/file-facts.ts';
import { fixText } from '#core/fix.ts';
import { KeptLines } from '#core/kept-lines.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { hunksOf } from '#core/report/diff.ts';
import type { Fix, Problem } from '#core/rules/rule.ts';
import { defaultSettings } from '#core/settings.ts';
import { applyEdits, remove, replace } from '#core/text/edit.ts';
import { findMojibake } from '#core/text/mojibake.ts';
import { TODAY, article } from '../support/fixture.ts';

/** More than any call takes as arguments: `push(...all)` of so many throws “Maximum call stack size exceeded”. */
const MANY = 150_000;
const linter = new Linter(defaultSettings(TODAY));

const bodies: Readonly<Record<string, string>> = {
	'brackets that nothing closes': '('.repeat(MANY),
	'glued sentences in French': 'Le maire de la ville a ouvert les portes de la salle. '.concat('mot.Autre '.repeat(MANY)),
	'one long word with a capital in it': `${'a'.repeat(MANY)}B${'c'.repeat(MANY)}`,
	'pairs of brackets': 'نص () '.repeat(MANY),
	'quotation marks': '"'.repeat(MANY),
	'guillemets': '» '.repeat(MANY),
	'blank lines': 'نص.'.concat('\n'.repeat(MANY), 'نص.'),
	'lines that end in a carriage return': 'نص\r'.repeat(MANY),
	'trailing blanks': 'نص \n'.repeat(MANY),
	'repeated blanks': 'نص  '.repeat(MANY),
	'entities': 'نص &quot; '.repeat(MANY),
	'tags': '<br>'.repeat(MANY),
	'characters without width': 'نص\u200b'.repeat(MANY),
	'marks of direction': 'نص\u200f'.repeat(MANY),
	'controls of direction that nothing ends': '\u202b'.repeat(MANY),
	'control characters': '\u0001'.repeat(MANY),
	'replacement characters': '\ufffd'.repeat(MANY),
	'words read in another encoding': 'Ã© '.repeat(MANY),
	'plain words between words read in another encoding': `Ã© ${'ab '.repeat(MANY)}Ã©`,
	'stretched words': 'نـص '.repeat(MANY),
	'presentation forms': '\ufee1'.repeat(MANY),
};

suite('articles with a great deal of damage', () => {
	for (const [name, body] of Object.entries(bodies)) {
		test(`are checked and mended: ${name}`, () => {
			const text = article({ body });
			for (const each of readText(text)) { linter.check(each, { isStart: true }); }
			const { edits, text: fixed } = fixText(text, linter, {}, { isStart: true });
			assert.equal(applyEdits(text, edits), fixed);
			hunksOf(text, edits, 1, 1);
		});
	}
	test('are mended where every line ends in CR LF, and shown as a diff', () => {
		const text = article({ body: 'نص\n'.repeat(MANY) }).replaceAll('\n', '\r\n');
		const { edits, text: fixed } = fixText(text, linter, {}, { isStart: true });
		assert.equal(fixed, text.replaceAll('\r\n', '\n'));
		const [hunk, ...others] = hunksOf(text, edits, 1, 1);
		assert.ok(hunk !== undefined && others.length === 0 && hunk.lines.length > 2 * MANY);
	});
	test('are read back over any number of plain words', () => {
		const line = `Ã© ${'ab '.repeat(MANY)}Ã©`;
		assert.deepEqual(findMojibake(line).map(({ start, end, original }) => [start, end, original?.length]), [[0, line.length, line.length - 2]]);
	});
	test('are mended in a range by a fix of any number of edits', () => {
		const edits = Array.from({ length: MANY }, (_, at) => replace({ start: 2 * at, end: 2 * at + 1 }, 'x'));
		const fix: Fix = { title: '', safety: 'safe', edits };
		const problem = { fixes: [fix] } as unknown as Problem;
		assert.equal(fixesInRange([problem], { start: 0, end: 2 * MANY }, {}).length, MANY);
	});
	test('keep their ill-formed bytes, and lines that were accepted, beside any number of fixes', () => {
		const edits = Array.from({ length: MANY }, (_, index) => remove({ start: 3 * index, end: 3 * index + 1 }));
		const facts = { isStart: true, illFormed: { units: Array.from({ length: MANY }, (_, index) => 3 * index + 1), firstByte: 0, bytes: new Uint8Array(MANY) } };
		const { illFormed } = factsBehind(facts, edits);
		assert.deepEqual([illFormed?.units[0], illFormed?.units[MANY - 1]], [0, 2 * (MANY - 1)]);
		const [dump] = readText(article({ body: 'نص.\n'.repeat(MANY) }));
		assert.ok(dump !== undefined);
		const { lines, bodyLine } = dump;
		const accepted = Array.from({ length: MANY }, (_, index): Problem => ({ range: lines.range(bodyLine + index) }) as Problem);
		const kept = new KeptLines(dump, accepted);
		for (let line = bodyLine; line < bodyLine + MANY; line++) { assert.ok(!kept.survive(remove({ start: lines.start(line), end: lines.start(line) + 1 }))); }
	});
});
