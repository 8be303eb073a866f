import { placeName } from '../place-name.ts';
import { defineRule } from '../rule.ts';

export const duplicateArticle = defineRule({
	id: 'duplicate-article',
	group: 'corpus',
	severity: 'warning',
	since: '0.1.0',
	fix: 'never',
	summary: 'Another article of the corpus has the same text.',
	why: 'What stands twice counts twice, in frequencies and in training, and may lie in both halves of a test set.',
	details: 'Looked for over all files of one `warraq check --corpus`; the later article in the order of the files is reported. Compared are the words of the paragraphs, 20 at least, without vowel marks, punctuation and what many articles of the host repeat; address, date and title may differ, as those of agency reports do from outlet to outlet.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.org/b\n⟦وصل القطار⟧\nوصل القطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.org/b\nافتتاح الحديقة\nافتتاح الحديقة\nأعلنت البلدية أن الحديقة الكبرى تفتح أبوابها للزوار في نهاية الأسبوع بعد أعمال استمرت عامين كاملين وشملت زراعة آلاف الأشجار والممرات الجديدة.\n',
	}],
	on: 'corpus',
	check(article, report, _options, { corpus }) {
		const same = corpus?.earlier(article).sameText;
		const line = Math.max(0, article.titleLine);
		if (same !== undefined) { report({ range: article.lines.range(line), message: `This article stands in ${placeName(same)} already, word for word.` }); }
	},
});
