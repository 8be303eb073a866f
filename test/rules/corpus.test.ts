import assert from 'node:assert/strict';
import { duplicateAddress } from '#core/rules/corpus/duplicate-address.ts';
import { duplicateArticle } from '#core/rules/corpus/duplicate-article.ts';
import { nearDuplicateArticle } from '#core/rules/corpus/near-duplicate-article.ts';
import { reusedTitle } from '#core/rules/corpus/reused-title.ts';
import { Linter } from '#core/lint.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY, article, problemsIn } from '../support/fixture.ts';

const rules = [duplicateAddress, duplicateArticle, nearDuplicateArticle, reusedTitle];
const linter = new Linter(defaultSettings(TODAY, rules), rules);
const found = (...articles: string[]): string[] => problemsIn(articles.join(''), linter).map(({ problem, range }) => `${problem.rule.id} ${range.start}: ${problem.message}`);
const header = (name: string, host = 'news.example.com'): string => ` date 2025-03-04 https://${host}/${name}`;
const words = (from: number, count: number): string => Array.from({ length: count }, (_, number) => `كلمة${from + number}`).join(' ');
const first = article({ header: header('a'), title: 'عنوان الخبر الأول', body: words(0, 60) });
const at = first.length;

suite('articles that repeat earlier ones', () => {
	test('in their address, as the page it names', () => {
		assert.deepEqual(found(first, article({ header: header('a/?fbclid=1'), title: 'عنوان آخر', body: words(500, 60) })), [`duplicate-address ${at + 17}: This address stands in a.txt, line 1 already: keep one of the two articles.`]);
	});
	test('word for word, in another outlet and with other marks', () => {
		assert.deepEqual(found(first, article({ header: header('x', 'other.example'), title: 'عنوان آخر', body: words(0, 60).replaceAll(' ', '، ') })), [`duplicate-article ${at + header('x', 'other.example').length + 1}: This article stands in a.txt, line 1 already, word for word.`]);
	});
	test('in address and text at once, told once', () => {
		assert.deepEqual(found(first, first).map(each => each.split(' ')[0]), ['duplicate-article']);
	});
	test('nearly', () => {
		const [only, ...rest] = found(first, article({ header: header('b'), title: 'عنوان آخر', body: `${words(0, 60)} وزيادة` }));
		assert.deepEqual(rest, []);
		assert.match(only ?? '', /near-duplicate-article .* shares 98 % of its runs of five words with the one in a\.txt, line 1\./u);
	});
	test('in their title alone', () => {
		assert.match(found(first, article({ header: header('b'), title: 'عنوان الخبر الأول', body: words(500, 60) })).join('\n'), /^reused-title .*“\u2068عنوان الخبر الأول\u2069” is also the title in a\.txt, line 1, of another text\.$/u);
	});
	test('are not those of another outlet with the same title, nor short texts', () => {
		assert.deepEqual(found(first, article({ header: header('b', 'other.example'), title: 'عنوان الخبر الأول', body: words(500, 60) })), []);
		assert.deepEqual(found(article({ header: header('a'), title: 'خبر أول', body: 'يتبع لاحقا.' }), article({ header: header('b'), title: 'خبر ثان', body: 'يتبع لاحقا.' })), []);
	});
	test('are not known where there is no corpus', () => {
		assert.deepEqual(problemsIn(first + first, linter, false), []);
	});
	test('are counted without what the outlet repeats', () => {
		const body = (from: number): string => `${words(from, 25)}\n${words(9000, 30)}`;
		const corpus = Array.from({ length: 6 }, (_, number) => article({ header: header(`p${number}`), title: `عنوان رقم ${number}`, body: body(number * 100) }));
		assert.deepEqual(found(...corpus), []);
	});
});
