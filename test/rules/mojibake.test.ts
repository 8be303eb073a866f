import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mojibake as rule } from '#core/rules/damage/mojibake.ts';
import { codePages, type CodePageName } from '#core/text/code-pages.ts';
import { findMojibake } from '#core/text/mojibake.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';
import { misread } from '../support/injection/damage.ts';
import { goodArticles } from '../support/injection/good.ts';

const foreign = goodArticles.filter(({ language }) => language !== 'en').flatMap(({ body }) => body).flatMap(line => line.split('. ')).filter(line => /[^\u0000-\u007f]{2}/u.test(line));
/** MacArabic has a second blank, so that text of other scripts cannot be told from it exactly. */
const textsFor = (page: CodePageName): readonly string[] => foreign.filter(line => (page === 'MacArabic' ? /[\u0600-\u06ff]/u : /[\u0590-\u06ff]/u).test(line));
const pages = ['windows-1252', 'windows-1256', 'MacArabic'] as const;

function original(line: string): string | undefined {
	let text = line;
	for (const found of findMojibake(line).reverse()) {
		if (found.original === undefined) { return undefined; }
		text = text.slice(0, found.start) + found.original + text.slice(found.end);
	}
	return text;
}

suite('mojibake', () => {
	test('the tables are those of the decoders', () => {
		for (const page of ['windows-1252', 'windows-1256'] as const) {
			const decoder = new TextDecoder(page);
			// Node reads 80 to 9F of windows-1252 as ISO-8859-1 does.
			for (let byte = page === 'windows-1252' ? 0xa0 : 0x80; byte <= 0xff; byte++) { assert.equal(codePages[page].unitOf(byte), decoder.decode(Uint8Array.of(byte)).charCodeAt(0)); }
		}
	});
	for (const page of pages) {
		test(`read as ${page} it is read back, whatever the language`, () => {
			fc.assert(fc.property(fc.constantFrom(...textsFor(page)), line => { assert.equal(original(misread(line, page)), line); }));
		});
		test(`read as ${page}, and the result as windows-1252, it is read back`, () => {
			fc.assert(fc.property(fc.constantFrom(...textsFor(page)), line => { assert.equal(original(misread(misread(line, page), 'windows-1252')), line); }));
		});
	}
	test('a single word in a good sentence is found, and nothing else', () => {
		expectFix(rule, article({ body: `قال الوزير إن ⟦${misread('العمل', 'windows-1252')}⟧ مستمر.` }), article({ body: 'قال الوزير إن العمل مستمر.' }));
		expectFix(rule, article({ body: `قال الوزير إن ⟦${misread('العمل', 'windows-1256')}⟧ مستمر.` }), article({ body: 'قال الوزير إن العمل مستمر.' }));
		expectFix(rule, article({ body: `Il a dit : ⟦${misread('« déjà', 'windows-1252')}⟧ vu.` }), article({ body: 'Il a dit : « déjà vu.' }));
		expectFix(rule, article({ body: `It⟦${misread('’', 'windows-1252')}⟧s here.`.replace('It⟦', '⟦It').replace('⟧s', 's⟧') }), article({ body: 'It’s here.' }));
	});
	test('a title and its copy are mended alike', () => {
		const title = 'وصول القطار الأول';
		const wrong = misread(title, 'windows-1252');
		expectFix(rule, article({ title: `⟦${wrong}⟧`, copy: `⟦${wrong}⟧` }), article({ title, copy: title }));
	});
	test('what has lost a byte is reported without a fix', () => {
		const placed = expectProblems(rule, article({ body: `قال ⟦${misread('الع', 'windows-1252')}Ù⟧ أمس.` }));
		assert.deepEqual(placed[0]?.problem.fixes, []);
	});
	test('good text is left alone', () => {
		for (const body of ['LE CAFÉ’S “NOËL”', 'خط، حفظ» وعرض® ثم ط§ وحدها', 'ÂGE TENDRE, Ä“ und Öl', 'À «Paris» ou « déjà »', 'ع.ع. وع: ثم ظ\' آخر', 'Ñ‚ Ö–', 'هرگاه بخش\\u200cهای افزون\\u200cتر، کمتر،کارآمدی بزرگ']) {
			expectProblems(rule, article({ body }));
		}
	});
});
