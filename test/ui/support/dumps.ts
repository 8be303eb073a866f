/** Line 1: a date in another form; 3: a title copy with a right-to-left mark; 5: a line without text; 6: an entity. Every fix is safe. */
export const DEFECTS = [
	' date 2025/11/08 https://news.example.com/2025/11/08/library',
	'افتتاح مكتبة عامة جديدة في وسط المدينة',
	'افتتاح مكتبة عامة جديدة في وسط المدينة\u200f',
	'افتتحت البلدية صباح اليوم مكتبة عامة تضم 12 ألف كتاب، بينها مخطوطات نادرة تعود إلى القرن الثامن عشر.',
	'',
	'وقالت المديرة: &quot;المكتبة مفتوحة للجميع حتى الساعة 9 مساء&quot;.',
	'',
].join('\n');

/** {@link DEFECTS} after all safe fixes. */
export const MENDED = [
	' date 2025-11-08 https://news.example.com/2025/11/08/library',
	'افتتاح مكتبة عامة جديدة في وسط المدينة',
	'افتتاح مكتبة عامة جديدة في وسط المدينة',
	'افتتحت البلدية صباح اليوم مكتبة عامة تضم 12 ألف كتاب، بينها مخطوطات نادرة تعود إلى القرن الثامن عشر.',
	'وقالت المديرة: "المكتبة مفتوحة للجميع حتى الساعة 9 مساء".',
	'',
].join('\n');

/** Two articles without a problem, in Arabic and Hebrew. */
export const CLEAN = [
	' date 2025-03-04 https://news.example.com/2025/03/04/market',
	'السوق القديم يستعيد رواده بعد الترميم',
	'السوق القديم يستعيد رواده بعد الترميم',
	'عاد الزوار إلى السوق القديم بعد عامين من أعمال الترميم التي شملت 140 متجرا.',
	'ويقول الباعة إن الحركة أفضل مما كانت عليه قبل الإغلاق.',
	' date 2025-03-05 https://news.example.com/2025/03/05/train',
	'קו הרכבת החדש לצפון ייפתח באביב',
	'קו הרכבת החדש לצפון ייפתח באביב',
	'הקו החדש יקצר את הנסיעה לצפון בכ־20 דקות, כך נמסר הבוקר.',
	'שלוש תחנות חדשות נבנו לאורך הדרך, ובהן חניה ל־600 כלי רכב.',
	'',
].join('\n');

/** A dump of as many articles as asked for, each with eight paragraphs; without a problem. */
export function longDump(articles: number): string {
	return Array.from({ length: articles }, (_, index) => {
		const title = `الخبر رقم ${index + 1} من نشرة الصباح`;
		const paragraphs = Array.from({ length: 8 }, (_unused, paragraph) => `هذه الفقرة رقم ${paragraph + 1} من الخبر ${index + 1}، وهي طويلة بعض الشيء حتى تمتد على أكثر من سطر واحد في المعاينة وفي المحرر معا.`);
		return `${[` date 2025-03-04 https://news.example.com/2025/03/04/${index + 1}`, title, title, ...paragraphs].join('\n')}\n`;
	}).join('');
}
