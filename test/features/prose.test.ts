import assert from 'node:assert/strict';
import fc from 'fast-check';
import { code, escapeMarkdown, toMarkdown, toPlainText, value } from '#core/features/prose.ts';

suite('prose', () => {
	test('isolates what is written from right to left, and only that', () => {
		assert.equal(toMarkdown([{ label: 'Outlet', pieces: [value('المنبر'), ' (', value('a.example'), ')'] }]), '**Outlet:** \u2068المنبر\u2069 (a.example)');
		assert.equal(toPlainText([{ pieces: ['a'] }, { pieces: ['b'] }]), 'a\nb');
	});
	test('lets no value become markup, an address a link, or a control end its isolate', () => {
		assert.equal(toMarkdown([{ pieces: [value('[x](javascript:alert) <b> *a* `c` www.a.b https://a')] }]), '\\[x\\](javascript:alert) \\<b\\> \\*a\\* \\`c\\` www\\.a.b https\\://a');
		assert.equal(toMarkdown([{ pieces: [value('א\u2069\u202eב')] }]), '\u2068א\\[U+2069\\]\\[U+202E\\]ב\u2069');
	});
	test('fences code so that nothing in it ends it', () => {
		assert.equal(toMarkdown([{ pieces: [code('a``b')] }]), '```a``b```');
		assert.equal(toMarkdown([{ pieces: [code('`a')] }]), '`` `a ``');
	});
	test('never leaves an unescaped sign of markup', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
			assert.doesNotMatch(escapeMarkdown(text).replace(/\\[\s\S]/gu, ''), /[`*_[\]<>&~|#]|:\/\//u);
		}));
	});
	test('cuts what is too long, never inside a surrogate pair', () => {
		const long = toPlainText([{ pieces: [value('📚'.repeat(400) )] }]);
		assert.ok(long.length < 610 && long.endsWith('📚…'));
		assert.ok(toPlainText([{ pieces: [value(`x${'📚'.repeat(400)}`)] }]).endsWith('📚…'));
	});
});
