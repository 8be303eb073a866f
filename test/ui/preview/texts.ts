/** Dumps for looking at: written for the project. Invisible characters are escapes. */
export const mixed = ` date 2025-11-08 https://www.almanbar.example/tech/20251108/شبكة-الجيل-الخامس-في-الساحل-48213.html
شركة Orange تطلق شبكة 5G في مدن الساحل بسرعة تبلغ 1.2 GB
شركة Orange تطلق شبكة 5G في مدن الساحل بسرعة تبلغ 1.2 GB
أعلنت شركة Orange (فرع الشرق الأوسط) يوم 2025-11-08 عن إطلاق شبكتها بنسبة تغطية 85.5% في المرحلة الأولى، بتكلفة $1,250,000.
وقال المدير John F. Kennedy Jr. إن "هواتف iPhone 15 Pro و Galaxy S24 تدعم الخدمة"؛ وتابع: "سنصل إلى 100% قبل 31/12/2026!"
للاستفسار: https://www.almanbar.example/help?lang=ar&id=77 أو info@almanbar.example، والهاتف +966-50-123-4567.
فاز الفريق 2-1 في موسم 2024-2025، وبلغت الحرارة -5 درجات و٣٧٫٥ في ١٢-١١-٢٠٢٥ (بنسبة ٢٥٪).
قال الكاتب\u200f في\u00a0 كتابه: «السماء صافية\u200b اليوم»\u202e، ثم سكت.\u202c
Source: Reuters and the Associated Press, London.
هذا نص يحمل معه كلمة محرف\uFFFD وعلامة\u001a مفقودة.
 date 2025-11-09 https://news.example/en/2025/11/09/harbour
The harbour museum opens its Arabic wing
The harbour museum opens its Arabic wing
The director, Salma Haddad, quoted the line «البحر ذاكرة المدن القديمة» and spoke of 40 maps.
She thanked the readers (in Arabic: شكرا لكم جميعا، يا أصدقاء) and closed the evening.
`;

export const persian = ` date 2025-10-19 https://payam.example/1404/07/27/کتابخانه
گشایش بیست کتابخانه\u200cی روستایی در استان
گشایش بیست کتابخانه\u200cی روستایی در استان
به گزارش خبرگزاری، ۲۵٪ کتاب\u200cها تا ۱۴۰۴/۰۸/۱۷ می\u200cرسند؛ هزینه ۴۵٫۵ میلیارد ریال است (تلفن ۰۲۱-۸۸۷۷۶۶۵۵).
او گفت: «نرم\u200cافزار Windows 11 و Office نصب می\u200cشود.»
`;

const body = [
	'بدأت البلدية اليوم صيانة الحدائق العامة في الأحياء القديمة، وتستمر الأعمال شهرين.',
	'وقال المهندس المشرف إن الفريق يضم 24 عاملا يعملون من السابعة صباحا حتى الثالثة عصرا، وإن الأشجار الجديدة وصلت من مشتل الجامعة.',
	'ودعت البلدية السكان إلى المحافظة على المقاعد والممرات، وخصصت رقما للبلاغات يعمل على مدار الساعة.',
	'ومن المقرر أن تفتتح الحديقة الكبرى في نهاية الشهر بحضور طلاب المدارس القريبة، وأن تقام فيها سوق للكتب المستعملة كل يوم جمعة.',
];

/** A dump of so many articles, each of its own length. */
export function many(count: number): string {
	let text = '';
	for (let index = 0; index < count; index++) {
		const title = `الخبر رقم ${index + 1}: صيانة الحدائق العامة`;
		text += ` date 2025-11-${String((index % 28) + 1).padStart(2, '0')} https://almanbar.example/${index + 1}\n${title}\n${title}\n`;
		for (let at = 0; at < 2 + (index * 7) % 9; at++) { text += `${body[(index + at) % body.length] ?? ''}\n`; }
	}
	return text;
}
