import { placeName } from '../place-name.ts';
import { defineRule } from '../rule.ts';

export const nearDuplicateArticle = defineRule({
	id: 'near-duplicate-article',
	group: 'corpus',
	severity: 'information',
	since: '0.1.0',
	fix: 'never',
	summary: 'Another article of the corpus has nearly the same text.',
	why: 'Copies of an agency report with a word changed weigh as much as the report itself, and no comparison of whole texts finds them.',
	details: 'Looked for over all files of one `warraq check --corpus`; the later article in the order of the files is reported. Alike are articles that share 80 % of all their runs of five words (Jaccard similarity; Broder 1997), after vowel marks, punctuation and what many articles of the host repeat are set aside. One pair in 700 at just that similarity is missed.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.org/b\n⟦وصل القطار⟧\nوصل القطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا جدا.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.org/b\nافتتاح الحديقة\nافتتاح الحديقة\nأعلنت البلدية أن الحديقة الكبرى تفتح أبوابها للزوار في نهاية الأسبوع بعد أعمال استمرت عامين كاملين وشملت زراعة آلاف الأشجار والممرات الجديدة.\n',
	}],
	on: 'corpus',
	check(article, report, _options, { corpus }) {
		if (corpus === undefined) { return; }
		const { similar, sameText, sameAddress } = corpus.earlier(article);
		if (similar === undefined || sameText !== undefined || sameAddress !== undefined) { return; }
		const line = Math.max(0, article.titleLine);
		report({ range: article.lines.range(line), message: `This article shares ${Math.floor(similar.similarity * 100)} % of its runs of five words with the one in ${placeName(similar)}.` });
	},
});
