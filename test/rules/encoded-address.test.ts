import { encodedAddress as rule } from '#core/rules/header/encoded-address.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const of = (path: string): string => article({ header: ` date 2025-03-04 https://example.com/${path}` });

suite('encoded-address', () => {
	test('writes letters', () => expectFix(rule, of('⟦%D9%83%D8%AA%D8%A8⟧/12'), of('كتب/12')));
	test('writes small hexadecimal digits and guillemets too', () => expectFix(rule, of('⟦%c2%ab%d9%83%c2%bb⟧'), of('«ك»')));
	test('keeps delimiters, blanks and broken sequences', () => expectFix(rule, of('⟦%D9%83%2F%20%D8%AA⟧%D8'), of('ك%2F%20ت%D8')));
	test('keeps the joiner of a Persian slug', () => expectFix(rule, of('⟦%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF⟧'), of('می\\u200cشود')));
	for (const path of ['كتب', 'a%20b', '%2F%3F', '%E2%80%8F', '%C2%A0', '%FF%FE', '100%', 'a']) {
		test(`leaves alone: ${path}`, () => { expectProblems(rule, of(path)); });
	}
	test('is off by default', () => {
		if (rule.severity !== 'off') { throw new Error('it is on'); }
	});
});
