import assert from 'node:assert/strict';
import { truncatedLead as rule } from '#core/rules/glued/truncated-lead.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

const paragraph = 'قال المدير: "وصل القطار الأول، صباح اليوم، إلى المحطة" الجديدة وسط المدينة.';

suite('truncated-lead', () => {
	test('deletes a lead that a paragraph repeats', () => { expectUnsafeFix(rule, article({ body: `⟦${paragraph.slice(0, 45)}...⟧\n${paragraph}` }), article({ body: paragraph })); });
	test('sees it where the lead has other punctuation', () => { expectProblems(rule, article({ body: `⟦قال المدير وصل القطار الأول صباح اليوم...⟧\nعناوين أخرى\n${paragraph}` })); });
	test('sees a lead that is left whole', () => { expectProblems(rule, article({ body: `⟦وصل القطار الأول صباح اليوم⟧\nعناوين أخرى\nوصل القطار الأول صباح اليوم` })); });
	test('sees it without an ellipsis, cut inside a word, with other blanks and marks', () => {
		expectProblems(rule, article({ body: `⟦قال المُدير:  وصلَ القطار الأوّل، صباح الي⟧\nعناوين أخرى.\n${paragraph}` }));
		expectProblems(rule, article({ body: `⟦وصل القطار الأول صباح اليوم إلى المحطة⟧\n${paragraph}` }));
	});
	test('tells paragraph, character and length', () => {
		const [placed] = expectProblems(rule, article({ body: `⟦وصل القطار الأول، صباح اليوم...⟧\n${paragraph}` }));
		assert.match(placed?.problem.message ?? '', /repeats 28 characters of line 5 of the article, from its character 14 on\.$/u);
		const [proof] = placed?.problem.related ?? [];
		assert.equal(article({ body: `وصل القطار الأول، صباح اليوم...\n${paragraph}` }).slice(proof?.range.start, proof?.range.end), 'وصل القطار الأول، صباح اليوم');
	});
	test('leaves a paragraph that stands twice to its own rule', () => { expectProblems(rule, article({ body: `${paragraph}\n${paragraph}\nخاتمة.` })); });
	test('leaves a lead without proof alone', () => { expectProblems(rule, article({ body: `وصل القطار الأخير مساء أمس إلى محطته...\n${paragraph}` })); });
	test('leaves a few words alone', () => { expectProblems(rule, article({ body: `قال المدير...\n${paragraph}` })); });
});
