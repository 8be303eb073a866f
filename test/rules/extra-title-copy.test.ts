import { extraTitleCopy as rule } from '#core/rules/structure/extra-title-copy.ts';
import { article, expectFix, expectProblems } from '../support/fixture.ts';

const title = 'افتتاح المكتبة العامة';

suite('extra-title-copy', () => {
	test('deletes a third copy', () => expectFix(rule, article({ title, body: `⟦${title}⟧\nنص الخبر هنا.` }), article({ title, body: 'نص الخبر هنا.' })));
	test('deletes a fourth one too', () => expectFix(rule, article({ title, body: `⟦${title}⟧\n⟦ ${title}⟧\nنص.` }), article({ title, body: 'نص.' })));
	test('knows a copy that looks the same', () => expectFix(rule, article({ title, body: `⟦ افتتاح  المكتبة\\u00a0العامة\\u200f⟧\nنص.` }), article({ title, body: 'نص.' })));
	test('deletes the last line of a dump', () => expectFix(rule, article({ title, body: `⟦${title}⟧` }).slice(0, -1), article({ title, body: 'x' }).replace('x\n', '')));
	test('leaves a paragraph that begins with the title alone', () => { expectProblems(rule, article({ title, body: `${title}: نص الخبر هنا.` })); });
	test('leaves the title further down alone', () => { expectProblems(rule, article({ title, body: `نص.\n${title}` })); });
	test('leaves the copy behind an empty one alone', () => { expectProblems(rule, article({ title, copy: '', body: `${title}\nنص.` })); });
});
