import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visibleForm } from '#core/format/alike.ts';
import type { Article } from '#core/format/article.ts';
import { readText } from '#core/format/read.ts';
import { article } from '../support/fixture.ts';

const only = (text: string): Article => {
	const [first, ...others] = readText(text);
	assert.ok(first !== undefined && others.length === 0);
	return first;
};

const roles = (text: string): string[] => {
	const read = only(text);
	return Array.from({ length: read.lines.count }, (_, line) => read.role(line));
};

const paragraph = 'افتتحت البلدية صباح اليوم مكتبة عامة تضم آلاف الكتب وقاعات للقراءة والدراسة.';
const related = 'حديقة جديدة على ضفاف النهرمهرجان الكتاب ينطلق غدا';

suite('article', () => {
	test('a canonical article', () => {
		assert.deepEqual(roles(article({ body: `${paragraph}\nفقرة أخرى.` })), ['header', 'title', 'title-copy', 'paragraph', 'paragraph']);
	});
	test('a lead cut with an ellipsis, and related headlines behind it', () => {
		const text = article({ body: `${paragraph.slice(0, 40)}...\n${related}\n${paragraph}` });
		assert.deepEqual(roles(text), ['header', 'title', 'title-copy', 'lead', 'related-headlines', 'paragraph']);
		assert.deepEqual(only(text).body.lead?.repeats, { line: 5, offset: 0, length: 40 });
		assert.equal(only(text).body.related?.evidence, 'between-lead-and-its-paragraph');
	});
	test('a lead in front of its paragraph, without related headlines', () => {
		const read = only(article({ body: `${paragraph.slice(0, 40)}…\n ${paragraph}\nفقرة أخرى.` }));
		assert.deepEqual(read.body, { lead: { line: 3, repeats: { line: 4, offset: 1, length: 40 } }, related: undefined });
	});
	test('a short first paragraph is its own lead, when it stands on both sides of the related headlines', () => {
		assert.deepEqual(roles(article({ body: `${paragraph}\n${related}\n ${paragraph}` })), ['header', 'title', 'title-copy', 'lead', 'related-headlines', 'paragraph']);
	});
	test('a lead without repetition makes no headlines of a sentence', () => {
		assert.deepEqual(roles(article({ body: `مقدمة قصيرة عن الخبر...\n${paragraph}\nفقرة أخرى.` })), ['header', 'title', 'title-copy', 'lead', 'paragraph', 'paragraph']);
		assert.deepEqual(roles(article({ body: `مقدمة قصيرة عن الخبر...\n${related}؟\n${paragraph}` })), ['header', 'title', 'title-copy', 'lead', 'related-headlines', 'paragraph']);
	});
	test('an empty title keeps its place', () => {
		assert.deepEqual(roles(article({ title: '', copy: '' })), ['header', 'title', 'title-copy', 'paragraph']);
		assert.deepEqual(roles(article({ title: '', copy: 'افتتاح المكتبة' })), ['header', 'title', 'title-copy', 'paragraph']);
		assert.deepEqual(roles(article({ copy: '' })), ['header', 'title', 'title-copy', 'paragraph']);
	});
	test('a third copy', () => {
		assert.deepEqual(roles(article({ title: 'افتتاح المكتبة', body: ` افتتاح المكتبة\n${paragraph}` })), ['header', 'title', 'title-copy', 'extra-title', 'paragraph']);
	});
	for (const [name, title, copy] of [
		['blanks', 'افتتاح مكتبة عامة', ' افتتاح  مكتبة\u00a0عامة'],
		['an entity', 'افتتاح &quot;المكتبة&quot; العامة', 'افتتاح "المكتبة" العامة'],
		['a letter', 'افتتاح المكتبة', 'افتتاح المكتبه'],
		['a letter of a short title', 'خبر', 'خظر'],
		['a lost word', 'افتتاح مكتبة عامة جديدة في المدينة', 'افتتاح مكتبة جديدة في المدينة'],
		['a lost end', 'افتتاح مكتبة عامة جديدة في وسط المدينة', 'افتتاح مكتبة عامة جديدة في وسط ا'],
	] as const) {
		test(`copies that differ in ${name} are copies`, () => { assert.equal(roles(article({ title, copy }))[2], 'title-copy'); });
	}
	for (const [name, title, line] of [
		['another text', 'افتتاح مكتبة عامة', 'أعلنت الوزارة اليوم نتائج الحملة.'],
		['a sentence of the same few words', 'كتاب كتاب كتاب قلم ورق', 'كتاب مدرسة طلاب قلم حديقة'],
		['a sentence that tells the title again', 'افتتاح مكتبة عامة جديدة في وسط المدينة', 'أعلن رئيس البلدية افتتاح مكتبة عامة جديدة في وسط المدينة القديمة.'],
		['a long paragraph that begins with the title', 'افتتاح المكتبة', `افتتاح المكتبة ${paragraph}`],
	] as const) {
		test(`${name} is no copy`, () => { assert.deepEqual(roles(article({ title, copy: line })), ['header', 'title', 'paragraph', 'paragraph']); });
	}
	test('a line like the title that stands again in the body is a lead', () => {
		const lead = 'افتتاح مكتبة عامة جديدة في وسط المدينة - جريدة المثال';
		assert.deepEqual(roles(article({ title: 'افتتاح مكتبة عامة جديدة في وسط المدينة', copy: lead, body: `${related}\n${lead}` })), ['header', 'title', 'lead', 'related-headlines', 'paragraph']);
	});
	test('values are read from the header', () => {
		const { values } = only(article({ header: ' date 2025-03-04 https://example.com/2025/03/05/a' }));
		assert.deepEqual(values.day, { year: 2025, month: 3, day: 4 });
		assert.deepEqual(values.publicationDays({ year: 2026, month: 6, day: 1 }).map(({ day }) => day), [{ year: 2025, month: 3, day: 5 }]);
		assert.equal(only(article({ header: ' date 1404-08-17 https://example.com/a' })).values.day, undefined, 'a Jalali year is no year of news');
		assert.equal(only('نص بلا ترويسة\n').values.address, '');
	});
	test('an article cut short', () => {
		assert.deepEqual(roles(' date 2025-03-04 https://example.com/a'), ['header']);
		assert.deepEqual(roles(' date 2025-03-04 https://example.com/a\nعنوان'), ['header', 'title']);
		assert.deepEqual(roles(' date 2025-03-04 https://example.com/a\nعنوان\nعنوان'), ['header', 'title', 'title-copy']);
	});
});

suite('visibleForm', () => {
	for (const [title, form] of [
		['افتتاح المكتبة', 'افتتاح المكتبة'], [' افتتاح \u00a0 المكتبة\u200f ', 'افتتاح المكتبة'], ['اف\u200bتتاح\tالمكتبة', 'افتتاح المكتبة'],
		['&quot;افتتاح&quot;&nbsp;', '"افتتاح"'], ['\u200f \u200f', ''], ['', ''], ['a \u200f b', 'a b'], ['a b\u200f', 'a b'],
	] as const) {
		test(JSON.stringify(title), () => { assert.equal(visibleForm(title), form); });
	}
	test('has no invisible character, no doubled blank, and does not change again', () => {
		fc.assert(fc.property(fc.array(fc.constantFrom(' ', ' ', '\u00a0', '\u200f', '\t', 'a', 'ب', '\u200c'), { maxLength: 14 }).map(list => list.join('')), title => {
			const form = visibleForm(title);
			assert.match(form, /^(?:[aب]+(?: [aب]+)*)?$/u);
			assert.equal(visibleForm(form), form);
			assert.equal(form.replaceAll(' ', ''), title.replace(/[^aب]/gu, ''));
		}), { numRuns: 1000 });
	});
});
