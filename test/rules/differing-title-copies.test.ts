import assert from 'node:assert/strict';
import { differingTitleCopies as rule } from '#core/rules/structure/differing-title-copies.ts';
import { article, expectChoices, expectFix, expectProblems } from '../support/fixture.ts';

const title = 'افتتاح المكتبة العامة';

suite('differing-title-copies', () => {
	test('keeps the copy with single blanks', () => {
		expectFix(rule, article({ title, copy: 'افتتاح المكتبة ⟦ العامة⟧' }), article({ title }));
		expectFix(rule, article({ title: 'افتتاح المكتبة  العامة', copy: 'افتتاح المكتبة ⟦العامة⟧' }), article({ title }));
	});
	test('keeps the copy without invisible characters', () => {
		expectFix(rule, article({ title, copy: `⟦${title.split(' ')[0]}\\u200f⟧ المكتبة العامة` }), article({ title }));
		expectFix(rule, article({ title: `${title}\\u200b`, copy: 'افتتاح المكتبة ⟦العامة⟧' }), article({ title }));
	});
	test('keeps the copy without entities', () =>
		expectFix(rule, article({ title: 'افتتاح &quot;المكتبة&quot; العامة', copy: 'افتتاح ⟦"المكتبة"⟧ العامة' }), article({ title: 'افتتاح "المكتبة" العامة' })));
	test('keeps the joiners that Persian needs', () => {
		const persian = 'کتابخانه\u200cای تازه در شهر گشوده می\u200cشود';
		expectFix(rule, article({ title: persian, copy: '⟦کتابخانهای⟧ تازه در شهر گشوده می\u200cشود', body: 'شهرداری گفت چهار گروه پژوهشی در این کتابخانه کار می\u200cکنند.' }),
			article({ title: persian, body: 'شهرداری گفت چهار گروه پژوهشی در این کتابخانه کار می\u200cکنند.' }));
	});
	test('keeps the joiners of the second copy too', () =>
		expectChoices(rule, article({ title: 'کتابخانهای تازه در شهر گشوده می\u200cشود', copy: '⟦کتابخانه\u200cای⟧ تازه در شهر گشوده می\u200cشود', body: 'شهرداری گفت چهار گروه پژوهشی در این کتابخانه کار می\u200cکنند.' }), [
			['safe', 'Keep the clean copy of the title, the second', article({ title: 'کتابخانه\u200cای تازه در شهر گشوده می\u200cشود', body: 'شهرداری گفت چهار گروه پژوهشی در این کتابخانه کار می\u200cکنند.' })],
		]));
	test('takes the joiner from an Arabic title', () =>
		expectFix(rule, article({ title: 'افتتاح المك\\u200cتبة العامة', copy: 'افتتاح ⟦المكتبة⟧ العامة' }), article({ title })));
	test('offers both copies where letters differ', () =>
		expectChoices(rule, article({ title, copy: 'افتتاح ⟦المكتبات⟧ العامة' }), [
			['unsafe', 'Use the first copy', article({ title })],
			['unsafe', 'Use the second copy', article({ title: 'افتتاح المكتبات العامة' })],
		]));
	test('offers both copies where a word is missing', () =>
		expectChoices(rule, article({ title: 'افتتاح المكتبة العامة الجديدة غدا', copy: 'افتتاح المكتبة ⟦الجديدة⟧ غدا' }), [
			['unsafe', 'Use the first copy', article({ title: 'افتتاح المكتبة العامة الجديدة غدا' })],
			['unsafe', 'Use the second copy', article({ title: 'افتتاح المكتبة الجديدة غدا' })],
		]));
	test('shows the first difference and points at the title', () => {
		const [placed] = expectProblems(rule, article({ title, copy: 'افتتاح ⟦المكتبات⟧ العامة' }));
		assert.match(placed?.problem.message ?? '', /“\u2068المكتبة\u2069” above, “\u2068المكتبات\u2069” here/u);
		const [related] = placed?.problem.related ?? [];
		assert.equal(article({ title }).slice(related?.range.start, related?.range.end), 'المكتبة');
	});
	test('says so where a reader sees no difference', () => {
		const [placed] = expectProblems(rule, article({ title, copy: 'افتتاح ⟦المكتبة\\u200f⟧ العامة' }));
		assert.match(placed?.problem.message ?? '', /differ in blanks, invisible characters or entities: .*\[U\+200F\]/u);
	});
	test('cuts no surrogate pair', () => { expectProblems(rule, article({ title: 'افتتاح المكتبة 📚', copy: 'افتتاح المكتبة ⟦📖⟧' })); });
	for (const [name, text] of [['equal copies', article()], ['an empty title', article({ title: '' })], ['an empty copy', article({ copy: '' })], ['a missing copy', article({ copy: 'نص الخبر هنا.' })]] as const) {
		test(`leaves ${name} alone`, () => { expectProblems(rule, text); });
	}
});
