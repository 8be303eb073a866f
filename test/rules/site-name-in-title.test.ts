import assert from 'node:assert/strict';
import { Linter } from '#core/lint.ts';
import { siteNameInTitle as rule } from '#core/rules/title/site-name-in-title.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY, article, expectProblems, expectUnsafeFix, factsOf, problemsIn } from '../support/fixture.ts';

const suffix = ' - جريدة المثال';
const title = 'افتتاح المكتبة العامة';
const outlet = { host: 'news.example.com', name: undefined, language: undefined, boilerplate: [], titleSuffix: ['المثال', suffix] };

suite('site-name-in-title', () => {
	test('takes the longest suffix of the profile from both copies, when asked', () =>
		expectUnsafeFix(rule, article({ title: `${title}⟦${suffix}⟧`, copy: title + suffix }), article({ title }), { outlet }));
	test('takes it from the title alone where the copy has none', () =>
		expectUnsafeFix(rule, article({ title: `${title}⟦${suffix}⟧`, copy: title }), article({ title }), { outlet }));
	test('sees it in front of blanks and invisible characters', () => { expectProblems(rule, article({ title: `${title}⟦${suffix}⟧ \\u200f`, copy: title }), { outlet }); });
	test('uses suffixes that the corpus has often enough', () => {
		const settings = { ...defaultSettings(TODAY, [rule]) };
		const found = (count: number): string[] =>
			problemsIn(article({ title: title + suffix }), new Linter(settings, [rule], factsOf({ titleSuffixes: () => new Map([[suffix, count]]) }))).map(({ problem }) => problem.message);
		assert.deepEqual(found(4), []);
		assert.match(found(5)[0] ?? '', /in 5 titles of news\.example\.com/u);
	});
	test('leaves titles alone without profile and corpus', () => { expectProblems(rule, article({ title: title + suffix })); });
	test('leaves other titles alone', () => { expectProblems(rule, article({ title: `${title} - خبر` }), { outlet }); });
	test('leaves a title that is nothing but the name alone', () => { expectProblems(rule, article({ title: suffix.trim() }), { outlet: { ...outlet, titleSuffix: [suffix.trim()] } }); });
});
