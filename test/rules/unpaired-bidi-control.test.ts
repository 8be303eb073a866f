import assert from 'node:assert/strict';
import { unpairedBidiControl as rule } from '#core/rules/invisible/unpaired-bidi-control.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const body = (text: string): string => article({ body: text });
const silent = (text: string): void => { expectProblems(rule, body(text)); };

suite('unpaired-bidi-control', () => {
	test('reports an embedding or isolate without its end', () =>
		expectFix(rule, body('أ ⟦\\u202a⟧ب\nت ⟦\\u202b⟧ث\nج ⟦\\u2066⟧ح\nخ ⟦\\u2067⟧د\nذ ⟦\\u2068⟧ر'), body('أ ب\nت ث\nج ح\nخ د\nذ ر')));
	test('reports an end without a start', () => expectFix(rule, body('أ ⟦\\u202c⟧ب\nت ⟦\\u2069⟧ث'), body('أ ب\nت ث')));
	test('keeps pairs, nested ones too', () => { silent('أ \\u202bب \\u2066ت \\u202aث\\u202c\\u2069 ج\\u202c ح'); });
	test('ends every pair at the end of its line', () => { expectProblems(rule, body('أ ⟦\\u202b⟧ب\nت ⟦\\u202c⟧ث')); });
	test('closes with a PDI the embeddings left open inside its isolate', () => { expectProblems(rule, body('أ \\u2067ب ⟦\\u202b⟧ت\\u2069 ث')); });
	test('tells how far a control reaches', () => {
		for (const [text, reach] of [
			['أ ⟦\\u202b⟧ب ت', 'all that follows'], ['أ ⟦\\u2067⟧ب ت', 'all that follows'], ['أ \\u2067ب ⟦\\u202b⟧ت\\u2069 ث', 'the text up to the end of the isolate around it'],
			['\\u2067 ⟦\\u202b⟧ \\u2067ت\\u2069 ث\\u2069 ج', 'the text up to the end of the isolate around it'], ['أ ⟦\\u202b⟧ب\\u2029ت', 'the text up to the next separator'],
		] as const) {
			const [only] = expectProblems(rule, body(text));
			assert.match(only?.problem.message ?? '', new RegExp(`: it reorders ${reach}, delete it\\.$`, 'u'));
		}
	});
	test('does not let a PDF reach out of an isolate', () => { expectProblems(rule, body('أ \\u202bب \\u2067ت ⟦\\u202c⟧ث\\u2069 ج\\u202c')); });
	test('lets a PDF end the override that it belongs to', () => { silent('أ \\u202eب\\u202c ت'); });
	test('leaves an override without end to bidi-override', () => { silent('أ \\u202eب'); });
	test('reports a row of strays once', () => expectFix(rule, body('أ⟦\\u202c\\u202c\\u2069⟧ ب⟦\\u202b\\u2067⟧'), body('أ ب')));
	test('reports only what is not paired in a row', () => { expectProblems(rule, body('أ ⟦\\u202b⟧\\u202bب\\u202c⟦\\u2069⟧')); });
	test('keeps a line of invisible characters to blank-line, and the header to its own rules', () => {
		expectProblems(rule, article({ header: ' date 2025-03-04 https://example.com/a\\u202c', body: 'أ\n\\u200f\\u202b \nب' }));
	});
	test('fixes both titles', () => expectFix(rule, article({ title: '⟦\\u202b⟧"سبق" تفتح أبوابها' }), article({ title: '"سبق" تفتح أبوابها' })));
});
