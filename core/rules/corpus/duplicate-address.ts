import { placeName } from '../place-name.ts';
import { defineRule } from '../rule.ts';

export const duplicateAddress = defineRule({
	id: 'duplicate-address',
	group: 'corpus',
	severity: 'warning',
	since: '0.1.0',
	fix: 'never',
	summary: 'Another article of the corpus has the same address.',
	why: 'One page was fetched twice: its words count twice, and a correction of one copy does not reach the other.',
	details: 'Looked for over all files of one `warraq check --corpus`; the later article in the order of the files is reported. Addresses are compared as the page they name: percent-encoding is read, and scheme, `www.`, fragments, parameters of tracking, invisible characters and a slash at the end do not count. Where the text is the same too, `duplicate-article` says so instead.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 ⟦http://www.example.com/a/#top⟧\nافتتاح الحديقة\nافتتاح الحديقة\nأعلنت البلدية أن الحديقة الكبرى تفتح أبوابها للزوار في نهاية الأسبوع بعد أعمال استمرت عامين كاملين وشملت زراعة آلاف الأشجار والممرات الجديدة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة، وكان في استقباله مئات الركاب الذين حملوا الزهور ورددوا الأناشيد على الأرصفة طويلا.\n date 2025-03-05 https://example.com/b\nافتتاح الحديقة\nافتتاح الحديقة\nأعلنت البلدية أن الحديقة الكبرى تفتح أبوابها للزوار في نهاية الأسبوع بعد أعمال استمرت عامين كاملين وشملت زراعة آلاف الأشجار والممرات الجديدة.\n',
	}],
	on: 'corpus',
	check(article, report, _options, { corpus }) {
		const range = article.header?.address;
		if (range === undefined || corpus === undefined) { return; }
		const { sameAddress, sameText } = corpus.earlier(article);
		if (sameAddress === undefined || sameText !== undefined) { return; }
		report({ range, message: `This address stands in ${placeName(sameAddress)} already: keep one of the two articles.` });
	},
});
