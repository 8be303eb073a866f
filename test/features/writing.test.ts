import assert from 'node:assert/strict';
import { completionsAt, completionsInEmptyDump, type CompletionFacts } from '#core/features/completion.ts';
import { fixesInRange, fixesOfArticle, hasFix } from '#core/features/fixes.ts';
import { lensTitle } from '#core/features/lenses.ts';
import { fitOf, foldTitle, queryWords } from '#core/features/symbols.ts';
import { DumpDocument } from '#core/document/document.ts';
import { fixText } from '#core/fix.ts';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { applyEdits } from '#core/text/edit.ts';
import { TODAY, article } from '../support/fixture.ts';

const facts: CompletionFacts = { today: TODAY, outlets: () => [{ host: 'almanbar.example', name: 'المنبر' }, { host: 'news.example.com', name: '2 articles' }] };

/** Labels offered at ‸, and the text after the first of them is taken. */
function completed(marked: string): readonly [readonly string[], string] {
	const at = marked.indexOf('‸');
	const text = marked.replace('‸', '');
	const [first] = readText(text);
	const offers = first === undefined ? completionsInEmptyDump(facts) : completionsAt(first, at, facts);
	const [offer] = offers;
	return [offers.map(({ label }) => label), offer === undefined ? text : applyEdits(text, [{ range: offer.range, text: offer.text }]) ?? assert.fail()];
}

suite('completion', () => {
	test('writes the header of a new article', () => {
		for (const typed of ['', ' ', ' da', 'date']) { assert.deepEqual(completed(`${typed}‸`), [[' date …'], ' date 2026-06-01 https://'], typed); }
		assert.deepEqual(completed('datum‸')[0], []);
		assert.deepEqual(completed(`${article()}نص ‸`)[0], []);
	});
	test('offers the day of the address, and today', () => {
		assert.deepEqual(completed(' date ‸https://news.example.com/2025/03/04/a'), [['2025-03-04', '2026-06-01'], ' date 2025-03-04 https://news.example.com/2025/03/04/a']);
		assert.deepEqual(completed(' date 2025-‸ https://news.example.com/a')[1], ' date 2026-06-01 https://news.example.com/a');
	});
	test('offers outlets until the address has a path', () => {
		assert.deepEqual(completed(' date 2025-03-04 ‸')[0], ['https://almanbar.example/', 'https://news.example.com/']);
		assert.deepEqual(completed(' date 2025-03-04 https://ne‸')[1], ' date 2025-03-04 https://news.example.com/');
		assert.deepEqual(completed(' date 2025-03-04 https://news.example.com/a‸')[0], []);
	});
	test('writes the copy of a title, in any language, while its beginning stands there', () => {
		for (const title of ['عنوان الخبر', 'כותרת', 'عنوان\u200cها', 'سرخی', 'Title']) {
			assert.equal(completed(` date 2025-03-04 https://a.example/b\n${title}\n${title.slice(0, 2)}‸`)[1], ` date 2025-03-04 https://a.example/b\n${title}\n${title}`);
		}
		assert.deepEqual(completed(' date 2025-03-04 https://a.example/b\nعنوان\nنص‸')[0], []);
		assert.deepEqual(completed(' date 2025-03-04 https://a.example/b\nعنوان\nعنوان‸')[0], []);
	});
});

suite('fixes of a dump', () => {
	const linter = new Linter(defaultSettings(TODAY));
	const text = article({ body: 'نص.\n\nنص\u200b ثان.' }) + article() + article({ body: 'نص.\n\nنص.' });
	const dump = DumpDocument.read(text);
	test('article by article are those of the whole', () => {
		const edits = dump.articles.flatMap((_, index) => fixesOfArticle(dump, index, linter, {}).edits);
		assert.deepEqual(edits, fixText(text, linter).edits);
	});
	test('pass over articles that have none', () => {
		assert.deepEqual(dump.articles.map(each => hasFix(linter.check(each), {})), [true, false, true]);
		assert.equal(hasFix(linter.check(dump.articles[0] ?? assert.fail()), { rules: new Set(['missing-title']) }), false);
	});
	test('in a range are whole or left out', () => {
		const [first] = dump.articles;
		const problems = linter.check(first ?? assert.fail());
		const line = first?.lines.start(5) ?? 0;
		assert.equal(fixesInRange(problems, { start: line, end: line + 20 }, {}).length, 1);
		assert.equal(fixesInRange(problems, { start: line, end: line + 2 }, {}).length, 0, 'the character behind is not in it');
		assert.equal(fixesInRange(problems, { start: 0, end: 999 }, {}).length, 2);
	});
});

suite('lenses', () => {
	test('say words, reading time and problems', () => {
		const [one] = readText(article({ body: 'نص.\n\nنص.' }));
		assert.ok(one !== undefined);
		const settings = defaultSettings(TODAY);
		const problems = new Linter(settings).check(one);
		assert.deepEqual([lensTitle('words', one, problems, settings), lensTitle('problems', one, problems, settings), lensTitle('problems', one, [], settings)], ['2 words · 1 min', '1 warning', 'no problems']);
	});
});

suite('search for titles', () => {
	const entry = (title: string): Parameters<typeof fitOf>[0] => ({ title, folded: foldTitle(title), date: '2025-03-04', host: 'news.example.com', line: 1, length: title.length });
	test('needs neither hamza nor marks nor case', () => {
		assert.ok(fitOf(entry('إفتتاحُ المكتبة'), queryWords('افتتاح مكتبه')) !== undefined);
		assert.ok(fitOf(entry('New Library'), queryWords('library new')) !== undefined);
		assert.equal(fitOf(entry('New Library'), queryWords('old library')), undefined);
	});
	test('puts beginnings of words first, and takes date and outlet', () => {
		assert.ok((fitOf(entry('كتاب'), queryWords('كتاب')) ?? 0) > (fitOf(entry('الكتاب'), queryWords('كتاب')) ?? 0));
		assert.ok(fitOf(entry('x'), queryWords('2025-03 news.ex')) !== undefined);
		assert.equal(fitOf(entry('x'), []), 0);
	});
});
