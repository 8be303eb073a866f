import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { articleView, PART, partsOf, type View } from '#core/features/article-view.ts';
import { hiddenRuns } from '#core/features/hidden.ts';
import { labelsOf } from '#core/features/preview-labels.ts';
import { lineDirection, previewOf, type PreviewArticle } from '#core/features/preview.ts';
import { followable, readableAddress } from '#core/features/readable-address.ts';
import { readingMinutes } from '#core/features/reading.ts';
import { wordsIn } from '#core/text/words.ts';
import { htmlOf, pageArticle, pageEnd, pageStart } from '#core/features/view-html.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { previewArticle } from '#contract/preview-article.ts';
import { TODAY } from '../support/fixture.ts';

const settings = defaultSettings(TODAY);
const linter = new Linter(settings);
const header = ' date 2025-11-08 https://www.almanbar.example/a/%D8%B4%D8%A8%D9%83%D8%A9\n';

function shown(text: string): PreviewArticle {
	const [article] = readText(text);
	assert.ok(article !== undefined);
	return { ...previewOf(article, linter.check(article), settings), index: 0, start: 0, firstLine: 0 };
}

/** Text of a view, as its source offsets count it. */
const textOf = (view: View): string => view.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('');
const all = (view: View): View[] => [view, ...view.children.flatMap(child => (typeof child === 'string' ? [] : all(child)))];

suite('preview of an article', () => {
	test('says the date by both calendars of the language', () => {
		const date = shown(`${header}عنوان الخبر\nعنوان الخبر\nنص الخبر.\n`).header?.date;
		assert.equal(date?.day, '2025-11-08');
		assert.match(date.full, /السبت.*8 نوفمبر 2025/u);
		assert.match(date.other?.text ?? '', /17 جمادى الأولى 1447/u);
		assert.match(shown(`${header}گزارش\nگزارش\nپرونده\u200cهای پژوهشی گچ و ژاله.\n`).header?.date?.other?.text ?? '', /۱۷ آبان ۱۴۰۴/u);
		assert.match(shown(`${header}ידיעה\nידיעה\nטקסט.\n`).header?.date?.other?.text ?? '', /חשוון/u);
	});
	test('keeps what is no date as it is written', () => {
		const date = shown(' date 2025/02/30 https://a.example/b\nعنوان\nعنوان\nنص.\n').header?.date;
		assert.deepEqual([date?.raw, date?.day, date?.full, date?.other], ['2025/02/30', '', '', null]);
	});
	test('makes an address readable and followable only by http', () => {
		assert.equal(shown(`${header}عنوان\nعنوان\nنص.\n`).header?.address?.readable, 'https://www.almanbar.example/a/شبكة');
		assert.equal(readableAddress('https://a.example/%20%2F%E2%80%AE%FF'), 'https://a.example/%20%2F%E2%80%AE%FF');
		for (const address of ['javascript:alert(1)', 'JAVASCRIPT://x%0aalert(1)', 'data:text/html,x', 'file:///etc', 'command:workbench.action', 'http:// x']) { assert.equal(followable(address), '', address); }
		assert.equal(followable('HTTPS://a.example'), 'HTTPS://a.example');
	});
	test('tells whether the title copies differ', () => {
		assert.equal(shown(`${header}عنوان أول\nعنوان أول\nنص.\n`).copies, 'equal');
		assert.equal(shown(`${header}عنوان أول\nعنوان  أول\nنص.\n`).copies, 'differing');
		assert.equal(shown(`${header}عنوان أول هنا\nنص طويل لا يشبهه في شيء.\n`).copies, 'one');
	});
	test('gives each line the direction its readers expect', () => {
		assert.equal(lineDirection('NATO: قمة جديدة', 'rtl'), 'rtl');
		assert.equal(lineDirection('Source: Reuters', 'rtl'), 'ltr');
		assert.equal(lineDirection('للمزيد: https://www.almanbar.example/help/contact?language=ar', 'rtl'), 'rtl');
		assert.equal(lineDirection('12:30', 'rtl'), 'rtl');
		assert.equal(lineDirection('The word كتاب means book', 'ltr'), 'ltr');
		assert.equal(lineDirection('كلمة book تعني كتابا بالعربية', 'ltr'), 'rtl');
	});
	test('counts words once a body and minutes by language', () => {
		assert.equal(wordsIn('می\u200cرود، - «خانه» 12'), 3);
		assert.equal(shown(`${header}عنوان\nعنوان\nكلمتان هنا.\nوثالثة\n`).words, 3);
		assert.equal(readingMinutes(139, 'ar'), 2);
		assert.equal(readingMinutes(0, 'ar'), 0);
	});
	test('speaks the plural of the language', () => {
		assert.deepEqual([1, 2, 3, 11, 100].map(labelsOf('ar').words), ['كلمة واحدة', 'كلمتان', '3 كلمات', '11 كلمة', '100 كلمة']);
		assert.equal(labelsOf('fa').words(12), '۱۲ واژه');
		assert.equal(labelsOf('xx').words(2), '2 words');
	});
	test('survives JSON and its own contract', () => {
		const article = shown(`${header}عنوان\nعنوان\nنص\u200f\u200f الخبر…\n\nكلمة\n`);
		const parsed = previewArticle.safeParse(JSON.parse(JSON.stringify(article)));
		assert.ok(parsed.success);
		assert.deepEqual(parsed.data, article);
	});
	test('any text gives a model and a view', () => {
		const piece = fc.constantFrom(' date 2025-11-08 https://a.example/b\n', 'عنوان\n', 'x', '\n', '\r\n', '\u202e', '<script>', '&amp;', '…', '\ud800', '12-3', '\u0000', 'date', ' ');
		fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
			for (const article of readText(pieces.join(''))) {
				const model = { ...previewOf(article, linter.check(article), settings), index: 0, start: 0, firstLine: 0 };
				assert.ok(previewArticle.safeParse(JSON.parse(JSON.stringify(model))).success);
				htmlOf(articleView(model, { isXray: true, total: 1 }));
			}
		}), { numRuns: 60 });
	});
});

suite('view of an article', () => {
	test('its text is the source, letter for letter', () => {
		const source = `${header}عنوان iPhone 15 يوم 2025-11-08\nعنوان iPhone 15 يوم 2025-11-08\nنص\u200f مع \u202e محارف\u00a0 و https://a.example/نص/1 عربي.\n`;
		const article = shown(source);
		for (const isXray of [false, true]) {
			for (const view of all(articleView(article, { isXray, total: 1 }))) {
				const { 'data-start': start, 'data-length': length, 'data-whole': whole } = view.attributes;
				if (start !== undefined && whole === undefined) { assert.equal(textOf(view), source.slice(Number(start), Number(start) + Number(length))); }
			}
		}
	});
	test('shows the title once, and the copy only where it differs', () => {
		const titles = (text: string): number => all(articleView(shown(text), { isXray: false, total: 1 })).filter(view => view.attributes['data-line'] === '2').length;
		assert.equal(titles(`${header}عنوان أول\nعنوان أول\nنص.\n`), 0);
		assert.equal(titles(`${header}عنوان أول\nعنوان  أول\nنص.\n`), 1);
	});
	test('every block has its direction and language written out', () => {
		const article = shown(`${header}عنوان\nعنوان\nنص.\nSource: Reuters and others\n`);
		for (const { attributes } of all(articleView(article, { isXray: false, total: 1 })).filter(({ attributes }) => attributes['data-line'] !== undefined)) {
			assert.ok(attributes['dir'] === 'rtl' || attributes['dir'] === 'ltr');
			assert.ok((attributes['lang'] ?? '') !== '');
		}
		assert.doesNotMatch(htmlOf(articleView(article, { isXray: false, total: 1 })), /dir="auto"/u);
	});
	test('pieces of a long article make the whole', () => {
		const article = shown(`${header}عنوان\nعنوان\n${Array.from({ length: 200 }, (_, at) => `فقرة ${at}.\n`).join('')}`);
		const whole = all(articleView(article, { isXray: false, total: 1 })).filter(({ attributes }) => attributes['data-line'] !== undefined).map(textOf);
		const pieces = Array.from({ length: partsOf(article.lineCount) }, (_, part) => all(articleView(article, { part, isXray: false, total: 1 })).filter(({ attributes }) => attributes['data-line'] !== undefined).map(textOf));
		assert.deepEqual(pieces.flat(), whole);
		assert.ok(pieces.every(piece => piece.length <= PART));
	});
	test('names invisible characters, ten thousand of them as one', () => {
		assert.deepEqual(hiddenRuns('a\u200fb\u00a0\u00a0c').map(({ name }) => name), ['RLM', 'NBSP ×2']);
		assert.equal(hiddenRuns('\u202e\u202a'.repeat(5000)).length, 1);
		assert.equal(hiddenRuns('\u202e'.repeat(10_000))[0]?.name, 'RLO ×10000');
	});
});

suite('saved page', () => {
	const frame = { title: '</title><script>', language: 'ar', direction: 'rtl', style: 'a::before { content: "</style>" }', isXray: false, total: 1 } as const;
	test('escapes what a dump holds and runs nothing', () => {
		const page = pageStart(frame) + pageArticle(shown(' date 2025-11-08 javascript:alert(1)//"onmouseover=x\n<img src=x onerror=alert(1)>\n<img src=x onerror=alert(1)>\n"\'<script>&amp;</script>\n'), frame) + pageEnd;
		assert.doesNotMatch(page, /<script|<img|href="javascript/iu);
		assert.match(page, /default-src &#39;none&#39;/u);
		assert.equal(page.match(/<\/style>/gu)?.length, 1);
	});
});
