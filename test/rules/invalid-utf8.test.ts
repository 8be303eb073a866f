import assert from 'node:assert/strict';
import { likelyEncodings } from '#core/text/encodings.ts';
import { invalidUtf8 as rule } from '#core/rules/file/invalid-utf8.ts';
import { article, expectProblems } from '../support/fixture.ts';
import { readFileSync } from 'node:fs';

/** Encodes by turning a decoder round; characters that the encoding lacks are left out. */
function encoded(text: string, encoding: string): Uint8Array {
	const decoder = new TextDecoder(encoding);
	const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
	return Uint8Array.from([...text].flatMap(character => bytes.get(character) ?? []));
}

const arabic = readFileSync('samples/arabic.txt', 'utf8');
const hebrew = readFileSync('samples/hebrew.txt', 'utf8');
const russian = 'Городская библиотека открыла новый зал рукописей, и в первый же день его посетили сотни читателей из разных районов.';

suite('invalid-utf8', () => {
	test('reports an article once, at its first byte', () => {
		const [placed] = expectProblems(rule, article({ title: 'وصول ⟦\\xd8⟧قطار', copy: 'وصول \\xd8قطار', body: 'نص \\xd8\\xff آخر.' }));
		assert.match(placed?.problem.message ?? '', /^Byte \d+ of the file \(D8\) is not UTF-8, the first of 4 such places in the article: restore it from the source\.$/u);
	});
	test('does not take U+FFFD that the file really holds for one', () => { expectProblems(rule, article({ body: 'نص \ufffd آخر.' })); });
	test('names the encoding that the bytes are likely in', () => {
		assert.equal(likelyEncodings(encoded(arabic, 'windows-1256'))[0], 'windows-1256 (Arabic)');
		assert.equal(likelyEncodings(encoded(arabic, 'iso-8859-6'))[0], 'ISO-8859-6 (Arabic)');
		assert.equal(likelyEncodings(encoded(hebrew, 'windows-1255'))[0], 'windows-1255 (Hebrew)');
		assert.equal(likelyEncodings(encoded(russian, 'windows-1251'))[0], 'windows-1251 (Cyrillic)');
	});
	test('names none for a character cut in two', () => { assert.deepEqual(likelyEncodings(Uint8Array.of(0xd8, 0xd9)), []); });
	test('names none for bytes of no language', () => { assert.deepEqual(likelyEncodings(Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at)), []); });
});
