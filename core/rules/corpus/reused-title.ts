import { placeName } from '../place-name.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule } from '../rule.ts';

export const reusedTitle = defineRule({
	id: 'reused-title',
	group: 'corpus',
	severity: 'hint',
	since: '0.1.0',
	fix: 'never',
	summary: 'Another article of the same outlet has the same title and another text.',
	why: 'Who looks articles up by their titles takes one for the other; often it is an older state of the same report.',
	details: 'Looked for over all files of one `warraq check --corpus`; the later article in the order of the files is reported. Titles are compared as a reader sees them: entities decoded, without invisible characters. Standing heads of columns are among the findings; where address or text are the same too, the other rules of the group say so.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.com/b\n⟦وصول أول قطار⟧\nوصول أول قطار\nأعلنت البلدية أن الحديقة الكبرى تفتح أبوابها للزوار في نهاية الأسبوع بعد أعمال استمرت عامين كاملين وشملت زراعة آلاف الأشجار والممرات الجديدة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.org/b\nوصول أول قطار\nوصول أول قطار\nأعلنت البلدية أن الحديقة الكبرى تفتح أبوابها للزوار في نهاية الأسبوع بعد أعمال استمرت عامين كاملين وشملت زراعة آلاف الأشجار والممرات الجديدة.\n',
	}],
	on: 'corpus',
	check(article, report, _options, { corpus }) {
		if (corpus === undefined || article.titleLine < 0) { return; }
		const { sameTitle, sameText, sameAddress, similar } = corpus.earlier(article);
		if (sameTitle === undefined || sameText !== undefined || sameAddress !== undefined || similar !== undefined) { return; }
		report({ range: article.lines.range(article.titleLine), message: `${quoted(article.title)} is also the title in ${placeName(sameTitle)}, of another text.` });
	},
});
