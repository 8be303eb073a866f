import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compose } from '#core/text/compose.ts';
import { applyEdits, byPosition, inverted, isInsidePair, minimalEdit, replace, type Edit } from '#core/text/edit.ts';
import { dumpText, lineText } from '../support/generators.ts';

/** Disjoint edits of a text of that length, in any order; some empty, some that meet. */
function editsOf(length: number): fc.Arbitrary<Edit[]> {
	return fc.tuple(fc.array(fc.nat({ max: length }), { maxLength: 8 }), fc.array(fc.oneof(fc.constant(''), fc.constantFrom('x', 'ab', '\n'), lineText), { minLength: 4, maxLength: 4 })).map(([offsets, texts]) => {
		const sorted = offsets.sort((a, b) => a - b);
		const edits: Edit[] = [];
		for (let at = 0; at + 1 < sorted.length; at += 2) { edits.push(replace({ start: sorted[at] ?? 0, end: sorted[at + 1] ?? 0 }, texts[at >> 1] ?? '')); }
		// Two insertions at one place have no order, so only one of them may stay.
		return edits.filter((edit, index) => index === 0 || edits[index - 1]?.range.start !== edit.range.start);
	});
}

suite('edits', () => {
	test('applied by position give the pieces between them and their texts', () => {
		assert.equal(applyEdits('abcdef', [replace({ start: 4, end: 5 }, 'E'), replace({ start: 0, end: 1 }, ''), replace({ start: 2, end: 2 }, '-')]), 'b-cdEf');
	});
	test('are refused when they overlap, leave the text or run backwards', () => {
		assert.equal(applyEdits('abc', [replace({ start: 0, end: 2 }, ''), replace({ start: 1, end: 3 }, '')]), undefined);
		assert.equal(applyEdits('abc', [replace({ start: 2, end: 4 }, '')]), undefined);
		assert.equal(applyEdits('abc', [replace({ start: 2, end: 1 }, '')]), undefined);
	});
});

suite('inverted edits', () => {
	test('give the text back', () => {
		fc.assert(fc.property(dumpText.chain(text => editsOf(text.length).map(edits => ({ text, edits: edits.sort(byPosition) }))), ({ text, edits }) => {
			assert.equal(applyEdits(applyEdits(text, edits) ?? '', inverted(text, edits)), text);
		}), { numRuns: 1000 });
	});
});

suite('compose', () => {
	const twoSteps = dumpText.chain(text => editsOf(text.length).chain(first => {
		const middle = applyEdits(text, first) ?? '';
		return editsOf(middle.length).map(second => ({ text, first, middle, second }));
	}));
	test('does in one step what two steps do', () => {
		fc.assert(fc.property(twoSteps, ({ text, first, middle, second }) => {
			assert.equal(applyEdits(text, compose(first, second, text.length)), applyEdits(middle, second));
		}), { numRuns: 1000 });
	});
	test('gives edits by position that do not meet', () => {
		fc.assert(fc.property(twoSteps, ({ text, first, second }) => {
			const edits = compose(first, second, text.length);
			assert.deepEqual(edits, [...edits].sort(byPosition));
			for (const [index, edit] of edits.entries()) { assert.ok(index === 0 || (edits[index - 1]?.range.end ?? 0) < edit.range.start); }
		}));
	});
	test('touches nothing that neither step touches', () => {
		const edits = compose([replace({ start: 2, end: 3 }, 'XY')], [replace({ start: 3, end: 4 }, ''), replace({ start: 8, end: 8 }, '!')], 10);
		assert.deepEqual(edits, [replace({ start: 2, end: 3 }, 'X'), replace({ start: 7, end: 7 }, '!')]);
	});
});

suite('minimalEdit', () => {
	/** Texts of little else than halves of pairs. */
	const halves = fc.array(fc.constantFrom('a', '\r', '\n', '\ud83d', '\udc68', '\udc69'), { maxLength: 8 }).map(parts => parts.join(''));
	const changed = fc.oneof(fc.record({ before: halves, after: halves }), dumpText.chain(before => fc.oneof(dumpText, editsOf(before.length).map(edits => applyEdits(before, edits) ?? '')).map(after => ({ before, after }))));
	test('turns one text into the other', () => {
		fc.assert(fc.property(changed, ({ before, after }) => {
			const edit = minimalEdit(before, after);
			assert.equal(edit === undefined ? before : applyEdits(before, [edit]), after);
			assert.equal(edit === undefined, before === after);
		}), { numRuns: 500 });
	});
	test('cuts no pair, neither in the old text nor in the new one', () => {
		fc.assert(fc.property(changed, ({ before, after }) => {
			const edit = minimalEdit(before, after);
			if (edit === undefined) { return; }
			const { start, end } = edit.range;
			for (const [text, at] of [[before, start], [before, end], [after, start], [after, start + edit.text.length]] as const) { assert.ok(!isInsidePair(text, at)); }
		}), { numRuns: 1000 });
	});
	test('leaves the half alone that two emoji, or two line ends, share', () => {
		assert.deepEqual(minimalEdit('a\u{1F468}b', 'a\u{1F469}b'), replace({ start: 1, end: 3 }, '\u{1F469}'));
		assert.deepEqual(minimalEdit('a\r\nb', 'a\nb'), replace({ start: 1, end: 3 }, '\n'));
		assert.deepEqual(minimalEdit('a\rb', 'a\r\nb'), replace({ start: 1, end: 2 }, '\r\n'));
	});
});
