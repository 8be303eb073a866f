import { scriptRemnant as rule } from '#core/rules/damage/script-remnant.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('script-remnant', () => {
	for (const code of [
		'var ads = [1, 2]; show(ads);',
		'(function(d, s) { d.getElementById(s); })(document, "a");',
		'$(document).ready(function() { $(".a").hide(); });',
		'document.write("<a href=x>y</a>");',
		'googletag.cmd.push(function() { googletag.display("div-1"); });',
		'{"@context": "https://schema.org", "@type": "NewsArticle"}',
		'.widget { color: red; margin: 0 auto; }',
		'<script async src="https://example.com/a.js">window.x = 1;</script>',
		'let ads = [1]; const b = 2;',
		'//<![CDATA[ fbq("track", "PageView"); //]]>',
	]) {
		test(`${code.slice(0, 30)} is found in an Arabic paragraph, and only that`, () => { expectUnsafeFix(rule, article({ body: `وصل القطار. ⟦${code}⟧ وغادر.` }), article({ body: 'وصل القطار.  وغادر.' })); });
		test(`${code.slice(0, 30)} is deleted as a line of its own`, () => { expectUnsafeFix(rule, article({ body: `وصل القطار.\n⟦${code}⟧\nوغادر.` }), article({ body: 'وصل القطار.\nوغادر.' })); });
	}
	test('ends where a sentence begins', () => { expectProblems(rule, article({ title: 'The ferry is back', copy: 'The ferry is back', body: '⟦var a = {b: 1};⟧ The ferry sails again from the old harbour every day at nine.' })); });
	test('leaves prose alone that speaks of such things', () => {
		expectProblems(rule, article({ body: 'قال إن الدالة f(x) = y، وإن window مفتوحة {هنا}، وأضاف: "let it be".' }));
		expectProblems(rule, article({ title: 'On words', copy: 'On words', body: 'The function (of a window) is to let light in; “var” is a river {sic}, C# is a note, and then let x = 3 be the number.' }));
	});
});
