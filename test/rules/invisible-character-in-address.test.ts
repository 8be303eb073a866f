import assert from 'node:assert/strict';
import { invisibleCharacterInAddress as rule } from '#core/rules/header/invisible-character-in-address.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const of = (address: string): string => article({ header: ` date 2025-03-04 https://example.com/${address}` });

suite('invisible-character-in-address', () => {
	test('deletes bidi controls, zero-width characters and soft hyphens', () => {
		for (const code of ['200e', '200f', '061c', '202b', '202e', '2067', '200b', '2060', 'feff', '00ad', '2028', '0085']) {
			expectFix(rule, of(`a⟦\\u${code}⟧b`), of('ab'));
		}
	});
	test('deletes a run at once', () => expectFix(rule, of('a⟦\\u200f\\u200b\\u202c⟧b/c⟦\\u200e⟧'), of('ab/c')));
	test('deletes at the end', () => expectFix(rule, of('a⟦\\u200f⟧'), of('a')));
	test('names the character', () => { assert.match(expectProblems(rule, of('a⟦\\u200f⟧b'))[0]?.problem.message ?? '', /U\+200F\.$/u); });
	test('deletes a joiner that joins nothing', () => expectFix(rule, of('a⟦\\u200c⟧b-⟦\\u200d⟧c-⟦\\u200c⟧-d'), of('ab-c--d')));
	for (const address of ['می\\u200cشود', 'دغدغه\\u200c-عمومی', 'خانه\\u200cها/۱۲\\u200cام', '👨\\u200d👩\\u200d👧', '%E2%80%8F', 'كتب/«أ»']) {
		test(`leaves alone: ${address}`, () => { expectProblems(rule, of(address)); });
	}
	test('looks at the address only', () => { expectProblems(rule, article({ header: ' date \\u200f2025-03-04 https://example.com/a', title: 'عنوان\\u200f', body: 'نص\\u200f' })); });
});
