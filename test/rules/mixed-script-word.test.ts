import assert from 'node:assert/strict';
import { mixedScriptWord as rule } from '#core/rules/letters/mixed-script-word.ts';
import { article, expectProblems } from '../support/fixture.ts';

suite('mixed-script-word', () => {
	for (const body of ['Cyrillic: ⟦р\\u0430ypal⟧', 'one letter: ⟦Vis\\u0430⟧', 'Latin in Cyrillic: ⟦мocква⟧', 'Greek in Latin: ⟦\\u0391pple⟧', 'in Arabic: دفع عبر ⟦р\\u0430ypal⟧ ثم']) {
		test(`sees ${body}`, () => { expectProblems(rule, article({ body })); });
	}
	for (const body of ['paypal и Москва', 'новая SMSка от Googleа', '5 µm и 10 kΩ', 'الـBBC وiPhoneهاتف', 'COVID-19', 'x и y', 'Вашингтон Post']) {
		test(`leaves ${body} alone`, () => { expectProblems(rule, article({ body })); });
	}
	test('names the letters', () => {
		const [only] = expectProblems(rule, article({ body: '⟦р\\u0430ypal⟧ here' }));
		assert.equal(only?.problem.message, '“\u2068р\u0430ypal\u2069” has 2 letters of Cyrillic script (р \u0430) that only look like the others.');
	});
});
