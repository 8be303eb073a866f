import { firstVisible } from '../../format/roles.ts';
import { defineRule } from '../rule.ts';

export const missingBody = defineRule({
	id: 'missing-body',
	group: 'structure',
	severity: 'error',
	since: '0.1.0',
	fix: 'never',
	summary: 'An article has a title but no text.',
	why: 'An article without text adds a title to the counts and nothing to the corpus; most often the scraper missed the text.',
	details: 'Write the text below the titles, fetch the page again, or delete the article.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة\n⟦افتتاح المكتبة⟧\n',
		good: ' date 2025-03-04 https://example.com/a\nافتتاح المكتبة\nافتتاح المكتبة\nافتتحت البلدية اليوم مكتبة عامة.\n',
	}],
	on: 'article',
	check(article, report) {
		const { header, lines, titleLine, copyLine, bodyLine } = article;
		if (header === undefined || titleLine < 0 || firstVisible(article, bodyLine) >= 0) { return; }
		const last = [copyLine, titleLine].find(line => line > 0 && !lines.isBlank(line));
		report({ range: last === undefined ? header.keyword : lines.range(last), message: 'The article ends behind its title: the text is missing.' });
	},
});
