import assert from 'node:assert/strict';
import { invalidAddress as rule } from '#core/rules/header/invalid-address.ts';
import { article, expectChoices, expectFix, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const of = (address: string): string => article({ header: ` date 2025-03-04 ${address}` });

suite('invalid-address', () => {
	test('writes two slashes in front of the host', () => {
		expectFix(rule, of('⟦https:/example.com/a⟧'), of('https://example.com/a'));
		expectFix(rule, of('⟦https:///example.com/a⟧'), of('https://example.com/a'));
	});
	test('puts a scheme in front, when asked', () => {
		expectUnsafeFix(rule, of('⟦www.example.com/a⟧'), of('https://www.example.com/a'));
		expectUnsafeFix(rule, of('⟦example.com/a⟧'), of('https://example.com/a'));
		expectUnsafeFix(rule, of('⟦//example.com/a⟧'), of('https://example.com/a'));
	});
	test('mends a scheme that is nearly right, when asked', () => {
		expectUnsafeFix(rule, of('⟦htp⟧://example.com/a'), of('http://example.com/a'));
		expectUnsafeFix(rule, of('⟦ttps⟧://example.com/a'), of('https://example.com/a'));
	});
	test('reports other schemes', () => { for (const scheme of ['ftp', 'file', 'javascript', 'mailto']) { expectChoices(rule, of(`⟦${scheme}⟧://example.com/a`), []); } });
	test('reports an address without a host', () => { for (const address of ['https://', 'http:///a', 'https://?a', 'https://#x']) { expectChoices(rule, of(`⟦${address}⟧`), []); } });
	test('reports a host that is none', () => {
		for (const host of ['.example.com', 'exa..mple.com', 'exam<ple.com', 'a"b.com']) { expectProblems(rule, of(`https://⟦${host}⟧/a`)); }
	});
	test('percent-encodes no-break blanks as a browser does', () => expectFix(rule, of('https://example.com/كتب⟦\\u00a0⟧جديدة\\u00a0هنا'), of('https://example.com/كتب%C2%A0جديدة%C2%A0هنا')));
	test('percent-encodes other blanks, when asked', () => {
		expectUnsafeFix(rule, of('https://example.com/كتب⟦  ⟧جديدة'), of('https://example.com/كتب%20%20جديدة'));
		expectUnsafeFix(rule, of('https://example.com/a⟦\\u2003⟧b'), of('https://example.com/a%E2%80%83b'));
	});
	test('reports controls and lost characters', () => {
		expectChoices(rule, of('https://example.com/a⟦\\u0001⟧b'), []);
		assert.match(expectProblems(rule, of('https://example.com/a⟦\\ufffd⟧b'))[0]?.problem.message ?? '', /U\+FFFD/u);
	});
	test('reports one fault of an address, the gravest', () => { expectProblems(rule, of('⟦www.example.com/a b\\ufffd⟧')); });
	for (const address of [
		'https://example.com', 'http://example.com/a', 'HTTPS://Example.COM/a', 'https://example.com:8080/a', 'https://me@example.com/a', 'https://example.com?x=1', 'https://localhost/a', 'https://127.0.0.1/a', 'http://[2001:db8::1]/a',
		'https://موقع.السعودية/خبر', 'https://example.com/«أخبار»-اليوم', 'https://example.com/%D9%83', 'https://example.com/a|b^c`{}"<>\\\\', 'https://example.com/می\\u200cشود', 'https://exa\\u200fmple.com/a', 'https://example.com./a', 'https://a_b.example.com/', 'https://example.com/📚',
		'https://web.archive.org/web/2015/http://example.com/a', 'https://xn--mgbh0fb.xn--kgbechtv/a',
	]) {
		test(`leaves alone: ${address}`, () => { expectProblems(rule, of(address)); });
	}
	test('leaves a missing address to its own rule', () => { expectProblems(rule, article({ header: ' date 2025-03-04' })); });
});
