import assert from 'node:assert/strict';
import { Kind, isKind, kindsOf } from '#core/text/kinds.ts';
import { presentationForm as rule } from '#core/rules/letters/presentation-form.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

suite('presentation-form', () => {
	test('writes shapes as letters, ligatures included', () => { expectFix(rule, article({ body: 'قال ⟦ﻻ⟧ ثم ⟦ﺍﻟﻘﻄﺎﺭ⟧ و⟦ﷴ⟧.' }), article({ body: 'قال لا ثم القطار ومحمد.' })); });
	test('writes Hebrew shapes as letters and points', () => { expectFix(rule, article({ title: 'בית ⟦\\ufb2a⟧לום', copy: 'בית ⟦\\ufb2a⟧לום', body: 'נוסח.' }), article({ title: 'בית \\u05e9\\u05c1לום', copy: 'בית \\u05e9\\u05c1לום', body: 'נוסח.' })); });
	test('a word with letters and marks between its shapes is one problem', () => { expectFix(rule, article({ body: 'و⟦ﺼَﻞ⟧ القطار.' }), article({ body: 'وصَل القطار.' })); });
	test('writes every shape as what it stands for', () => {
		const all = Array.from({ length: 0xff00 - 0xfb1d }, (_, at) => String.fromCharCode(0xfb1d + at)).filter(shape => isKind(shape.charCodeAt(0), kindsOf(Kind.PresentationForm)));
		assert.ok(all.length > 600);
		assert.deepEqual(all.filter(shape => shape.normalize('NFKC') === shape), []);
	});
	test('leaves signs alone that are written so on purpose', () => { expectProblems(rule, article({ body: 'ﷲ وﷺ وﷻ و﷽ ﴿آية﴾ و﷼.' })); });
});
