import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BoilerplateLearner } from '#core/corpus/boilerplate.ts';
import { keyOf, pageOf } from '#core/corpus/keys.ts';
import { SimilarTexts } from '#core/corpus/similar.ts';
import { TitleSuffixes } from '#core/corpus/suffixes.ts';
import { KnownTitles } from '#core/corpus/titles.ts';
import { addWords, keyOfWords, shinglesOf, similarityOf } from '#core/corpus/words.ts';

const wordsOf = (text: string): number[] => { const words: number[] = []; addWords(text, words); return words; };
const day = (number: number): { year: number; month: number; day: number } => ({ year: 2025, month: 3, day: number });

suite('the page of an address', () => {
	for (const [a, b] of [
		['https://example.com/a', 'http://www.EXAMPLE.com/a/'], ['https://example.com/a?id=7&utm_source=x', 'https://example.com/a?id=7#top'],
		['https://example.com/%D8%AE%D8%A8%D8%B1', 'https://example.com/خبر\u200e'], ['https://example.com', 'https://example.com/'],
	] as const) { test(`${a} is ${b}`, () => { assert.equal(pageOf(a), pageOf(b)); }); }
	for (const [a, b] of [['https://example.com/a?id=7', 'https://example.com/a?id=8'], ['https://example.com/a', 'https://example.com/A'], ['https://a.example.com/', 'https://b.example.com/']] as const) {
		test(`${a} is not ${b}`, () => { assert.notEqual(pageOf(a), pageOf(b)); });
	}
	test('there is none without a host', () => { assert.equal(pageOf('example.com/a'), undefined); assert.equal(pageOf(''), undefined); });
});

suite('words of a text', () => {
	test('are the same with marks, stretching, other punctuation and what cannot be seen', () => {
		assert.deepEqual(wordsOf('«كَتَبَ» الطـــالب، News\u200c 24!'), wordsOf('كتب الطالب: news 24'));
		assert.notDeepEqual(wordsOf('كتب الطالب'), wordsOf('الطالب كتب'));
	});
	test('keys are kept apart by order and number', () => {
		assert.notEqual(keyOfWords(wordsOf('أ ب')), keyOfWords(wordsOf('ب أ')));
		assert.notEqual(keyOfWords(wordsOf('أ')), keyOfWords(wordsOf('أ أ')));
	});
	test('no two of 100,000 short texts share a key', () => {
		assert.equal(new Set(Array.from({ length: 100_000 }, (_, number) => keyOf(`خبر ${number}`))).size, 100_000);
	});
	test('shingles are distinct and ascend; similarity is that of their sets', () => {
		fc.assert(fc.property(fc.array(fc.nat(30), { maxLength: 80 }), fc.array(fc.nat(30), { maxLength: 80 }), (left, right) => {
			const [a, b] = [shinglesOf(left), shinglesOf(right)];
			const sets = [left, right].map(words => new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')))) as [Set<string>, Set<string>];
			assert.deepEqual([a.length, b.length], sets.map(set => set.size));
			assert.ok(a.every((value, at) => at === 0 || value > (a[at - 1] as number)));
			const common = [...sets[0]].filter(each => sets[1].has(each)).length;
			const all = sets[0].size + sets[1].size - common;
			assert.equal(similarityOf(a, b), all === 0 ? 0 : common / all);
		}));
	});
});

suite('similar texts', () => {
	const text = (seed: number, length: number): number[] => Array.from({ length }, (_, at) => Math.imul(seed * 1000 + at, 0x9e3779b9) >>> 0);
	test('are found where a word or two differ, with their similarity', () => {
		fc.assert(fc.property(fc.integer({ min: 25, max: 400 }), fc.nat(), (length, place) => {
			const similar = new SimilarTexts();
			for (let seed = 1; seed < 20; seed++) { assert.equal(similar.add(shinglesOf(text(seed, length)), 0.8), undefined); }
			const copy = text(7, length);
			const end = place % 2 === 0 ? 0 : length - 1;
			copy[end] = 1;
			const expected = similarityOf(shinglesOf(copy), shinglesOf(text(7, length)));
			assert.deepEqual(similar.add(shinglesOf(copy), 0.8), { id: 6, similarity: expected });
		}), { numRuns: 60 });
	});
	test('at a similarity of 0.8 are missed seldom', () => {
		const similar = new SimilarTexts();
		let found = 0;
		for (let seed = 1; seed <= 300; seed++) {
			const original = text(seed, 500);
			similar.add(shinglesOf(original), 0.8);
			// Of 500 words the last 55 are others: 441 of 551 shingles are common.
			if (similar.add(shinglesOf([...original.slice(0, 445), ...text(seed + 5000, 55)]), 0.8) !== undefined) { found++; }
		}
		assert.ok(found >= 295, `${found} of 300`);
	});
	test('are no texts without shingles', () => {
		const similar = new SimilarTexts();
		similar.add(shinglesOf([]), 0.8);
		assert.equal(similar.add(shinglesOf([1, 2]), 0.8), undefined);
	});
});

suite('learned boilerplate', () => {
	const bodies = (count: number, of: (number: number) => string[]): BoilerplateLearner => {
		const learner = new BoilerplateLearner();
		for (let number = 0; number < count; number++) { learner.add('a.example', { title: titleOf(number), body: of(number), day: day(number % 28 + 1), place: { file: 'a.txt', line: number } }); }
		return learner;
	};
	const titleOf = (number: number): string => `عنوان الخبر رقم ${number}`;
	const body = (number: number): string => `هذا هو النص رقم ${number} ولا يشبه ما قبله`;
	test('is a line of many articles, with their number and days', () => {
		const learned = bodies(6, number => [body(number), 'تابعونا على المنصة', 'تابعونا على المنصة', `سطر ${number}`]).of('a.example');
		assert.deepEqual(learned, [{ text: 'تابعونا على المنصة', place: 'line', count: 6, first: day(1), last: day(6), examples: [0, 1, 2].map(line => ({ file: 'a.txt', line })) }]);
	});
	test('is the start of bodies up to a mark', () => {
		const learned = bodies(6, number => [`المدينة، وكالة أنباء المثال (و.أ.م) -- ${body(number)}`]).of('a.example');
		assert.deepEqual(learned.map(({ text, place, count }) => ({ text, place, count })), [{ text: 'المدينة، وكالة أنباء المثال (و.أ.م) --', place: 'start', count: 6 }]);
	});
	test('is the end of bodies behind a mark', () => {
		const learned = bodies(6, number => [`${body(number)}${number % 2 === 0 ? 'ا' : 'ب'}. ظهرت المقالة أولا في موقع المثال`]).of('a.example');
		assert.deepEqual(learned.map(({ text, place }) => [text, place]), [['ظهرت المقالة أولا في موقع المثال', 'end']]);
	});
	test('is a short end or start that one article of twenty has', () => {
		const learned = bodies(6, number => [`سبق - ${body(number)}`, `${body(number)}. المصدر: الجزيرة`]).of('a.example');
		assert.deepEqual(learned.map(({ text, place }) => [text, place]), [['المصدر: الجزيرة', 'end']]);
		assert.deepEqual(bodies(150, number => [`${body(number)}. ${number < 6 ? 'والله الموفق' : number}.`]).of('a.example'), []);
	});
	test('is an end around the title, whatever the title', () => {
		const learned = bodies(6, number => [`${body(number)} ${number} The post ${titleOf(number)} appeared first on المثال .`]).of('a.example');
		assert.deepEqual(learned.map(({ text, place, count }) => ({ text, place, count })), [{ text: 'The post * appeared first on المثال .', place: 'end', count: 6 }]);
	});
	test('is a start or end that names two networks, without a mark', () => {
		const learned = bodies(6, number => [`شارك من خلال تويتر فيسبوك اكتب رأيك ${number} ${body(number)}`, `${body(number)} ${number} تابعونا على تويتر و فيسبوك`]).of('a.example');
		assert.deepEqual(learned.map(({ text, place }) => [text, place]), [['شارك من خلال تويتر فيسبوك اكتب رأيك', 'start'], ['تابعونا على تويتر و فيسبوك', 'end']]);
	});
	test('is an end above, and a start below, lines that are repeated themselves', () => {
		const learned = bodies(6, number => ['خدمة الأخبار', `سبق المثال - ${body(number)}`, `${body(number)}. المصدر: الجزيرة`, 'جميع الحقوق محفوظة']).of('a.example');
		assert.deepEqual(learned.map(({ text, place, count, first, last }) => [text, place, count, first?.day, last?.day]), [
			['جميع الحقوق محفوظة', 'line', 6, 1, 6], ['المصدر: الجزيرة', 'end', 6, 1, 6], ['خدمة الأخبار', 'line', 6, 1, 6], ['سبق المثال -', 'start', 6, 1, 6],
		]);
	});
	test('is an end above several lines that are repeated themselves, from the first article on', () => {
		const learned = bodies(6, number => [`${body(number)}. المصدر: الجزيرة`, 'للاشتراك أرسل رسالة', 'إلى الرقم 88591', 'جميع الحقوق محفوظة']).of('a.example');
		assert.deepEqual(learned.filter(({ place }) => place === 'end').map(({ text, count }) => [text, count]), [['المصدر: الجزيرة', 6]]);
	});
	test('counts an end once for an article, wherever it stands', () => {
		const end = 'المصدر: الجزيرة';
		const learned = bodies(8, number => [`${body(number)}. ${end}`, ...number % 2 === 0 ? [] : ['جميع الحقوق محفوظة'], ...number % 4 === 3 ? [`نص ${number}. ${end}`] : []]).of('a.example');
		assert.deepEqual(learned.map(({ text, place, count }) => [text, place, count]), [['جميع الحقوق محفوظة', 'line', 4], [end, 'end', 8]]);
	});
	test('is no end above a line of one article', () => {
		assert.deepEqual(bodies(6, number => [`${body(number)}. المصدر: الجزيرة`, `سطر أخير رقم ${number}`]).of('a.example'), []);
	});
	test('is no start of a sentence that many begin with', () => {
		assert.deepEqual(bodies(9, number => [`تتداول حسابات وصفحات على مواقع التواصل ${body(number)}`]).of('a.example'), []);
	});
	test('is nothing that one article of fifty has, nor another host', () => {
		const learner = bodies(300, number => [body(number), number < 5 ? 'أداء القطاعات' : `فقرة ${number}`]);
		assert.deepEqual(learner.of('a.example'), []);
		assert.deepEqual(learner.of('b.example'), []);
	});
	test('is no line without a letter', () => { assert.deepEqual(bodies(6, number => [body(number), '***']).of('a.example'), []); });
});

suite('titles of a corpus', () => {
	test('share the name of the site', () => {
		const suffixes = new TitleSuffixes();
		for (let number = 0; number < 20; number++) { suffixes.add('a.example', `خبر ${number} | جريدة المثال`); }
		suffixes.add('a.example', 'مقال - محمد علي');
		suffixes.add('a.example', 'مقال آخر - محمد علي');
		assert.deepEqual([...suffixes.of('a.example')], [[' | جريدة المثال', 20]]);
		assert.equal(suffixes.of('b.example').size, 0);
	});
	test('are found in other texts, the longest first', () => {
		const titles = new KnownTitles();
		for (const title of ['افتتاح المكتبة', 'افتتاح المكتبة العامة', 'قصير']) { titles.add(title); }
		const text = 'خبرافتتاح المكتبة العامةقصير';
		assert.equal(titles.lengthAt(text, 3), 'افتتاح المكتبة العامة'.length);
		assert.equal(titles.lengthAt(text, 0), 0);
		assert.equal(titles.lengthAt(text, text.indexOf('قصير')), 0, 'too short to prove anything');
	});
});
