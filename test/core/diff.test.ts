import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hunksOf, renderHunk } from '#core/report/diff.ts';
import { applyEdits, type Edit } from '#core/text/edit.ts';

const diff = (text: string, edits: readonly Edit[], line = 1): string => hunksOf(text, edits, line, line).flatMap(renderHunk).join('\n');
const edit = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });

suite('diff', () => {
	test('shows a changed line between unchanged ones', () => {
		assert.equal(diff('a\nb\nc\nd\ne\nf\n', [edit(6, 7, 'D')], 11), '@@ -12,5 +12,5 @@\n b\n c\n-d\n+D\n e\n f');
	});
	test('shows a deleted line, and an empty file side', () => {
		assert.equal(diff('a\nb\nc\n', [edit(2, 4, '')]), '@@ -1,3 +1,2 @@\n a\n-b\n c');
		assert.equal(diff('a\n', [edit(0, 2, '')]), '@@ -1,1 +0,0 @@\n-a');
	});
	test('names invisible characters', () => {
		assert.equal(diff('خبر\u200e\n', [edit(3, 4, '')]), '@@ -1,1 +1,1 @@\n-خبر[U+200E]\n+خبر');
	});
	test('shows a change of the line end alone', () => {
		assert.equal(diff('a\r\n', [edit(1, 2, '')]), '@@ -1,1 +1,1 @@\n-a[U+000D]\n+a');
	});
	test('shows of a long line what has changed, whole words around it', () => {
		const words = Array.from({ length: 100 }, (_, at) => `كلمة${at}`).join(' ');
		const at = words.indexOf('كلمة50');
		const [, minus = '', plus = ''] = diff(`${words}\n`, [edit(at, at + 6, 'غيرها')]).split('\n');
		assert.match(minus, /^-…كلمة\d+ .*كلمة50 .* كلمة\d+…$/u);
		assert.match(plus, /^\+…كلمة\d+ .*غيرها .* كلمة\d+…$/u);
		assert.ok(minus.length < 160);
	});
	test('applied to short lines, gives the text after', () => {
		const lines = fc.array(fc.constantFrom('a', 'b', 'c', '')).map(each => each.map(line => `${line}\n`).join(''));
		fc.assert(fc.property(lines, fc.array(fc.tuple(fc.nat(12), fc.nat(3), fc.constantFrom('', 'x', 'y\n'))), (text, wanted) => {
			const edits: Edit[] = [];
			let last = 0;
			for (const [gap, size, added] of wanted) {
				const start = last + gap;
				if (start > text.length) { break; }
				const end = Math.min(text.length, start + size);
				edits.push(edit(start, end, added));
				last = end + 1;
			}
			const after = applyEdits(text, edits) ?? '';
			if (after !== '' && !after.endsWith('\n')) { return; }
			assert.equal(patched(text, edits), after);
		}), { numRuns: 500 });
	});
});

/** The text that the hunks give. */
function patched(text: string, edits: readonly Edit[]): string {
	const old = text.split('\n').slice(0, -1);
	const result: string[] = [];
	let at = 0;
	for (const { oldStart, oldCount, newCount, lines } of hunksOf(text, edits, 1, 1)) {
		const start = oldCount === 0 ? oldStart : oldStart - 1;
		result.push(...old.slice(at, start));
		assert.deepEqual(lines.filter(({ sign }) => sign !== '+').map(line => line.text), old.slice(start, start + oldCount));
		const added = lines.filter(({ sign }) => sign !== '-').map(line => line.text);
		assert.equal(added.length, newCount);
		result.push(...added);
		at = start + oldCount;
	}
	return [...result, ...old.slice(at)].map(line => `${line}\n`).join('');
}
