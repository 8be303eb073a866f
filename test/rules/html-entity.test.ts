import assert from 'node:assert/strict';
import { htmlEntity as rule } from '#core/rules/damage/html-entity.ts';
import { article, expectFix, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const body = (text: string): string => article({ body: text });
const french = 'Le maire de la ville a ouvert les portes de la salle avec une fête pour les enfants.';

suite('html-entity', () => {
	test('decodes named, decimal and hexadecimal references, each a problem of its own', () =>
		expectFix(rule, body('قال ⟦&laquo;⟧نعم⟦&raquo;⟧ ثم ⟦&#39;⟧لا⟦&#x27;⟧.'), body('قال «نعم» ثم \'لا\'.')));
	test('reports and fixes both copies of a title alike', () =>
		expectFix(rule, article({ title: '⟦&quot;⟧الثقافة⟦&quot;⟧ تنظم دورة' }), article({ title: '"الثقافة" تنظم دورة' })));
	test('decodes twice-coded text one step a pass', () => {
		const [placed] = expectProblems(rule, body('قال ⟦&amp;⟧quot;نعم'));
		assert.equal(placed?.problem.fixes[0]?.edits[0]?.text, '&');
		expectUnsafeFix(rule, body('قال ⟦&amp;⟧quot;نعم⟦&amp;⟧amp;quot;.'), body('قال "نعم".'));
	});
	test('leaves a code that the text speaks of to the reader', () =>
		expectFix(rule, body('لكتابة علامة الأصغر نكتب ⟦&amp;⟧lt; ثم نقول ⟦&quot;⟧انتهى⟦&quot;⟧.'), body('لكتابة علامة الأصغر نكتب &amp;lt; ثم نقول "انتهى".')));
	test('leaves the code of a tag to the reader, and mends what stands beside it', () => {
		expectFix(rule, body('الوسم ⟦&lt;⟧b⟦&gt;⟧ يعني ⟦&quot;⟧غامق⟦&quot;⟧ و⟦&lt;⟧script⟦&gt;⟧ برنامج.'), body('الوسم &lt;b&gt; يعني "غامق" و&lt;script&gt; برنامج.'));
		expectFix(rule, body('سطر <br⟦&nbsp;⟧/> و<b⟦&gt;⟧ ثم 3 ⟦&lt;⟧ 4 و⟦&lt;⟧غيره⟦&gt;⟧.'), body('سطر <br&nbsp;/> و<b&gt; ثم 3 < 4 و<غيره>.'));
		expectFix(rule, body('وسم ⟦&lt;⟧\\u200bb⟦&gt;⟧ و⟦&lt;⟧/script\\u202a⟦&gt;⟧ هنا.'), body('وسم &lt;\\u200bb&gt; و&lt;/script\\u202a&gt; هنا.'));
		expectFix(rule, body('رابط <a title="⟦&quot;⟧">نص</a>.'), body('رابط <a title=""">نص</a>.'));
		expectUnsafeFix(rule, body('الوسم ⟦&lt;⟧b⟦&gt;⟧ يعني.'), body('الوسم <b> يعني.'));
	});
	test('reads the numbers of Windows-1252 as browsers do', () => expectFix(rule, body('a ⟦&#150;⟧ b'), body('a – b')));
	test('keeps an ampersand of plain prose and names HTML does not know', () => { expectProblems(rule, body('AT&T & R&D; &foo; &copy &#xZZ; &;')); });
	test('keeps what cannot be text', () => { expectProblems(rule, body('&#0; &#1; &#xD800; &#xFFFE; &#x110000; &#65533;')); });
	test('reports codes of private use without a fix', () => {
		const placed = expectProblems(rule, body('صورة ⟦&#57344;⟧ أو ⟦&#xF0000;⟧، https://example.com/?a=&#57344; وغيره.'));
		assert.match(placed[0]?.problem.message ?? '', /^The code “&#57344;” stands for U\+E000 of private use, /u);
		for (const { problem } of placed) { assert.deepEqual(problem.fixes, []); }
	});
	test('keeps addresses in the header and in the body', () => {
		expectProblems(rule, article({ header: ' date 2025-03-04 https://example.com/a?b=1&amp;c=2', body: 'انظر https://example.com/?a=1&amp;b=2 أو www.example.com/?x=1&amp;y=2.' }));
		expectProblems(rule, body('example.com/?a=1&amp;b=2'));
	});
	test('ends an address where a coded quote ends it', () =>
		expectFix(rule, body('موقع ⟦&quot;⟧https://example.com/?a=1&amp;b⟦&quot;⟧ و⟦&lt;⟧غيره.'), body('موقع "https://example.com/?a=1&amp;b" و<غيره.')));

	suite('blanks', () => {
		test('become one plain blank', () => expectFix(rule, body('أ⟦&nbsp;⟧ب⟦&#160;⟧ت⟦&ensp;⟧ث⟦&#13;⟧ج'), body('أ ب ت ث ج')));
		test('become one blank in a row, too', () => expectFix(rule, body('أ⟦&nbsp;⟧⟦&nbsp;⟧⟦&nbsp;⟧ب'), body('أ ب')));
		test('become nothing beside a blank and at the edges of a line', () =>
			expectFix(rule, body('⟦&nbsp;⟧أ⟦&nbsp;⟧ ب ⟦&nbsp;⟧ت⟦&nbsp;⟧'), body('أ ب ت')));
		test('become no-break in front of French punctuation', () =>
			expectFix(rule, body(`${french} Pourquoi⟦&nbsp;⟧? Il a dit⟦&nbsp;⟧: «⟦&nbsp;⟧oui⟦&nbsp;⟧»⟦&nbsp;⟧enfin.`), body(`${french} Pourquoi\\u00a0? Il a dit\\u00a0: «\\u00a0oui\\u00a0» enfin.`)));
	});

	suite('invisible characters', () => {
		test('are deleted, bidi controls above all', () =>
			expectFix(rule, body('أ⟦&lrm;⟧ب⟦&#8238;⟧ت⟦&shy;⟧ث⟦&#8203;⟧ج⟦&zwnj;⟧ح'), body('أبتثجح')));
		test('become a joiner where Persian has one', () =>
			expectFix(rule, body('مردم این شهر می⟦&zwnj;⟧گویند که کتاب⟦&zwnj;⟧ ها را برای خود خریده⟦&#8204;⟧اند.'), body('مردم این شهر می\\u200cگویند که کتاب ها را برای خود خریده\\u200cاند.')));
		test('become one joiner where doubled', () =>
			expectFix(rule, body('مردم این شهر می⟦&zwnj;⟧⟦&zwnj;⟧گویند که کتاب را برای خود خریده\\u200c⟦&zwnj;⟧اند.'), body('مردم این شهر می\\u200cگویند که کتاب را برای خود خریده\\u200cاند.')));
		test('join emoji as before', () => expectFix(rule, body('عائلة \u{1F468}⟦&zwj;⟧\u{1F469}'), body('عائلة \u{1F468}\\u200d\u{1F469}')));
	});

	suite('a line of nothing else', () => {
		test('is deleted', () => expectFix(rule, body('الأولى.\n⟦&nbsp;⟧\nالثانية.\n⟦&nbsp;⟧⟦&nbsp;⟧'), body('الأولى.\nالثانية.')));
		test('has no fix when it is the whole body', () => {
			for (const { problem } of expectProblems(rule, body('⟦&nbsp;⟧\n⟦&rlm;⟧'))) { assert.deepEqual(problem.fixes, []); }
		});
		test('has no fix when it is a title', () => {
			for (const { problem } of expectProblems(rule, article({ title: '⟦&nbsp;⟧' }))) { assert.deepEqual(problem.fixes, []); }
		});
	});
});
