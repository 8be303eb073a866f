import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mojibake as rule } from '#core/rules/damage/mojibake.ts';
import { codePages } from '#core/text/code-pages.ts';
import { findMojibake } from '#core/text/mojibake.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';
import { misread, misreadings } from '../support/injection/damage.ts';
import { goodTexts } from '../support/good-text.ts';

/** Sentences of nine languages. */
const texts = goodTexts.flatMap(({ name, title, paragraph, lines }) => (name === 'english' ? [] : [title, paragraph, ...lines.map(({ text }) => text)])).filter(line => /[\u0400-\u06ff].*[\u0400-\u06ff]/u.test(line));

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
	for (const page of misreadings) {
		for (const times of [1, 2]) {
			test(`read as ${page}, ${times === 1 ? 'once' : 'twice'}, it is read back, whatever the language`, () => {
				// What stands for nothing in a code page is what no news are written with.
				const lost = texts.filter(line => original(misread(line, page, times)) !== line);
				assert.ok(lost.length <= texts.length * 0.01, lost.join('\n'));
			});
		}
		test(`read as ${page}, and the result as windows-1252, it is read back`, () => {
			fc.assert(fc.property(fc.constantFrom(...texts.slice(0, 150)), line => { assert.equal(original(misread(misread(line, page), 'windows-1252')), line); }));
		});
	}
	test('what is put in reads as what stands there, exactly', () => {
		const part = fc.record({ text: fc.constantFrom(...texts).map(text => text.slice(0, 20)), isGood: fc.boolean() });
		fc.assert(fc.property(fc.array(part, { maxLength: 4 }), fc.constantFrom(...misreadings), fc.constantFrom(1, 2), (parts, wrongly, times) => {
			const line = parts.map(({ text, isGood }) => (isGood ? text : misread(text, wrongly, times))).join(' ');
			for (const { start, end, pages, original: text } of findMojibake(line)) {
				if (text === undefined) { continue; }
				const wrong = [...pages].reverse().reduce((read, page) => read.flatMap(each => (page === 'windows-1252' ? [misread(each, page), misread(each, 'ISO-8859-1')] : [misread(each, page)])), [text]);
				assert.ok(wrong.includes(line.slice(start, end)), `${text} for ${line.slice(start, end)}`);
			}
		}));
	});
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
	test('a sign that was U+FFFD already is reported without a fix', () => {
		const placed = expectProblems(rule, article({ body: 'قال الوزير ⟦ï¿½ï¿½⟧ أمس.' }));
		assert.deepEqual(placed[0]?.problem.fixes, []);
	});
	test('single letters beside a damaged word are left alone', () => {
		expectFix(rule, article({ body: `قال (س) ور. و[2]) إن ⟦${misread('العمل', 'MacArabic')}⟧ مستمر.` }), article({ body: 'قال (س) ور. و[2]) إن العمل مستمر.' }));
	});
	test('good text is left alone', () => {
		for (const body of ['LE CAFÉ’S “NOËL”', 'خط، حفظ» وعرض® ثم ط§ وحدها', 'ÂGE TENDRE, Ä“ und Öl', 'À «Paris» ou « déjà »', 'ع.ع. وع: ثم ظ\' آخر', 'Ñ‚ Ö–', '“AMANH\\u00c3\\u201d, «IRM\\u00c3\\u00bb, ‘MAÇ\\u00c3\\u2019, MANH\\u00c3\\u2026 e «est\\u00e1»\\u2026', 'HYVÄ\\u00a0PÄIVÄ’S', 'MAÇ\\u00c3’S, NOVA', 'سنة (س) و(ع) ثم ر. وس) و[2])', 'ÚŽASNÝ, “É”', 'هرگاه بخش\\u200cهای افزون\\u200cتر، کمتر،کارآمدی بزرگ']) {
			expectProblems(rule, article({ body }));
		}
	});
});
