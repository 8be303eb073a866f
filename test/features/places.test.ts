import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DumpDocument } from '#core/document/document.ts';
import { foldsOf } from '#core/features/folding.ts';
import { highlightsAt } from '#core/features/highlight.ts';
import { linkTarget, linksOf } from '#core/features/links.ts';
import { outlineOf, type OutlineNode } from '#core/features/outline.ts';
import { selectionsAt } from '#core/features/selection.ts';
import { encodedTokens, tokensOf } from '#core/features/tokens.ts';
import { linkedTitles, renameTitle, titleAt, whyNoTitle } from '#core/features/twins.ts';
import { readText } from '#core/format/read.ts';
import type { Article } from '#core/format/article.ts';
import { applyEdits, isInsidePair } from '#core/text/edit.ts';
import type { Range } from '#core/text/range.ts';
import { dumpText } from '../support/generators.ts';
import { article, readFixture, show } from '../support/fixture.ts';

const only = (text: string): Article => readText(text)[0] ?? assert.fail('no article');
/** Asserts that the ranges are the marked ones. */
function expectRanges(marked: string, find: (only: Article, text: string) => readonly Range[]): void {
	const { text } = readFixture(marked);
	assert.equal(show(text, find(only(text), text)), show(readFixture(marked).text, readFixture(marked).ranges));
}

const samples = {
	Arabic: article(),
	Hebrew: article({ title: 'ספרייה חדשה', body: 'העירייה פתחה ספרייה.' }),
	Persian: article({ title: 'کتابخانه\u200cای تازه', body: 'شهرداری کتابخانه\u200cای گشود.' }),
	Urdu: article({ title: 'نئی لائبریری', body: 'بلدیہ نے لائبریری کھولی۔' }),
	English: article({ title: 'New library', body: 'The city opened a library.' }),
};

suite('outline', () => {
	for (const [language, text] of Object.entries(samples)) {
		test(`names an article in ${language} by its title`, () => {
			const { name, detail, children } = outlineOf(only(text));
			assert.equal(name, only(text).title);
			assert.equal(detail, '2025-03-04 · news.example.com');
			assert.deepEqual(children.map(({ kind }) => kind), ['date', 'address', 'title', 'title-copy', 'paragraph']);
		});
	}
	test('names what has no title or header', () => {
		assert.equal(outlineOf(only(' date 2025-03-04 https://a.example/b\n\n\nنص.\n')).name, 'Article without a title');
		assert.equal(outlineOf(only('نص.\n')).name, 'Text without a header');
	});
	test('cuts long lines at a word and shows what is invisible', () => {
		const children = outlineOf(only(article({ body: `${'كلمة '.repeat(40)}\nنص\u202eهنا` }))).children.slice(-2);
		assert.match(children[0]?.name ?? '', /^(?:كلمة ){13,15}كلمة…$/u);
		assert.equal(children[1]?.name, 'نصهنا');
	});
	test('tells lead and related headlines from paragraphs', () => {
		const lead = 'افتتحت البلدية صباح اليوم مكتبة عامة جديدة';
		assert.deepEqual(outlineOf(only(article({ body: `${lead}...\nأولثان\n${lead} تضم كتبا.` }))).children.slice(-3).map(({ kind }) => kind), ['lead', 'related-headlines', 'paragraph']);
	});
});

suite('folding', () => {
	test('folds article, titles and body; blank lines at the end stay', () => {
		assert.deepEqual(foldsOf(only(article({ body: 'أ.\nب.\n\n' }))), [{ first: 0, last: 4, kind: 'article' }, { first: 1, last: 2, kind: 'titles' }, { first: 3, last: 4, kind: 'body' }]);
	});
	test('folds nothing of one line', () => { assert.deepEqual(foldsOf(only(' date 2025-03-04 https://a.example/b')), []); });
});

suite('selection', () => {
	test('grows from a path segment over the address to the dump', () => {
		const text = article();
		const at = text.indexOf('library') + 2;
		assert.deepEqual(selectionsAt(DumpDocument.read(text), at).map(({ start, end }) => text.slice(start, end).split('\n')[0]), ['library', 'https://news.example.com/2025/03/04/library', ' date 2025-03-04 https://news.example.com/2025/03/04/library', ' date 2025-03-04 https://news.example.com/2025/03/04/library']);
	});
	test('takes a Persian word with its joiner as one', () => {
		const text = samples.Persian;
		const [word] = selectionsAt(DumpDocument.read(text), text.lastIndexOf('ای'));
		assert.equal(text.slice(word?.start, word?.end), 'کتابخانه\u200cای');
	});
});

suite('twin titles', () => {
	test('are both copies, wherever one stands in them', () => {
		expectRanges(article({ title: '⟦عنوان⟧' }), ({ lines }) => linkedTitles(only(article({ title: 'عنوان' })), lines.start(2) + 5));
	});
	test('are not linked while they differ, but renamed together', () => {
		const text = article({ title: 'افتتاح مكتبة عامة جديدة', copy: 'افتتاح مكتبة عامة جديد' });
		const dump = only(text);
		assert.deepEqual(linkedTitles(dump, dump.lines.start(1)), []);
		const title = titleAt(dump, dump.lines.start(2)) ?? assert.fail();
		assert.equal(applyEdits(text, renameTitle(title, 'جديد')), article({ title: 'جديد' }));
	});
	test('further copies are renamed too; a body line is no title', () => {
		const text = article({ title: 'عنوان', body: 'عنوان\nنص.' });
		assert.equal(titleAt(only(text), text.indexOf('عنوان'))?.copies.length, 3);
		assert.equal(titleAt(only(text), text.indexOf('نص.')), undefined);
	});
	test('a title shows something on one line', () => {
		assert.deepEqual(['x', ' ', '\u200f', 'a\r'].map(text => whyNoTitle(text) === undefined), [true, false, false, false]);
	});
});

suite('highlight', () => {
	test('finds the date of the header in the address, and not another day', () => {
		expectRanges(article({ header: ' date ⟦2025-03-04⟧ https://news.example.com/⟦2025/03/04⟧/library' }), (dump, text) => highlightsAt(dump, text.indexOf('2025/03') + 1));
		expectRanges(article({ header: ' date ⟦2025-03-04⟧ https://news.example.com/2025/03/05/library' }), (dump, text) => highlightsAt(dump, text.indexOf('2025-03') + 1));
	});
});

suite('links', () => {
	test('end where a reader ends an address', () => {
		expectRanges(article({ header: ' date 2025-03-04 ⟦https://a.example/«خبر»⟧', body: 'انظر ⟦https://b.example/x⟧، و«⟦https://c.example/y⟧» (⟦https://d.example/z_(w)⟧). http:// لا.' }), dump => linksOf(dump).map(({ range }) => range));
	});
	test('have targets that are URIs, encoded once', () => {
		assert.equal(linkTarget('https://a.example/خ%20%D8%AE?a=[1]'), 'https://a.example/%D8%AE%20%D8%AE?a=[1]');
		assert.equal(linkTarget('https://a.example/\ud800'), 'https://a.example/%EF%BF%BD');
	});
	test('are http and https alone', () => { assert.deepEqual(linksOf(only(article({ header: ' date 2025-03-04 javascript://alert/x', body: 'ftp://a.example/b file:///etc' }))), []); });
});

suite('tokens', () => {
	test('colour the header by its fields, titles and lead', () => {
		const lead = 'افتتحت البلدية صباح اليوم مكتبة عامة جديدة';
		const text = article({ body: `${lead}...\n${lead} تضم كتبا.` });
		assert.deepEqual(tokensOf(only(text)).map(({ type, range }) => [type, text.slice(range.start, range.end).slice(0, 9)]), [
			['keyword', 'date'], ['number', '2025-03-0'], ['string', 'https://'], ['namespace', 'news.exam'], ['string', '/2025/03/'], ['type', 'افتتاح مك'], ['type', 'افتتاح مك'], ['comment', 'افتتحت ال'],
		]);
		assert.deepEqual([...encodedTokens(only(text)).slice(0, 10)], [0, 1, 4, 0, 0, 0, 6, 10, 1, 0]);
	});
});

suite('features on any text', () => {
	const isIn = ({ start, end }: Range, text: string): boolean => start >= 0 && start <= end && end <= text.length && !isInsidePair(text, start) && !isInsidePair(text, end);
	const flat = (node: OutlineNode): OutlineNode[] => [node, ...node.children.flatMap(flat)];
	test('give ranges that lie in it, tokens on one line, folds in order', () => {
		fc.assert(fc.property(dumpText, fc.double({ min: 0, max: 1, noNaN: true }), (text, where) => {
			const dump = DumpDocument.read(text);
			const offset = Math.round(where * text.length);
			const ranges = selectionsAt(dump, offset);
			assert.ok(ranges.every((range, at) => at === 0 || (range.start <= (ranges[at - 1]?.start ?? 0) && range.end >= (ranges[at - 1]?.end ?? 0))), 'each inside the next');
			for (const each of dump.articles) {
				for (const { range, selection, name } of flat(outlineOf(each))) {
					assert.ok(isIn(range, each.text) && isIn(selection, each.text) && selection.start >= range.start && selection.end <= range.end && name !== '');
				}
				for (const { range } of linksOf(each)) { assert.ok(isIn(range, each.text)); }
				let last = 0;
				for (const { range } of tokensOf(each)) {
					assert.ok(isIn(range, each.text) && range.start >= last && each.lines.at(range.start) === each.lines.at(range.end));
					last = range.end;
				}
				for (const { first, last: end } of foldsOf(each)) { assert.ok(first < end && end < each.lines.count); }
				highlightsAt(each, Math.min(offset, each.length));
			}
		}), { numRuns: 300 });
	});
});
