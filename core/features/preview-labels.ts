import { NUMBERS } from '../format/calendar.ts';
import type { Language } from '../text/language.ts';

/** Words the preview itself writes into an article, in the article's language: they are read in the flow of its text. */
export interface Labels {
	readonly related: string;
	readonly lead: string;
	readonly copiesDiffer: string;
	readonly noCopy: string;
	readonly noTitle: string;
	readonly noDate: string;
	readonly noAddress: string;
	readonly noHeader: string;
	readonly continued: string;
	readonly words: (count: number) => string;
	readonly reading: (minutes: number) => string;
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
type Entry = Omit<Labels, 'words' | 'reading'> & { readonly words: Forms; readonly reading: string };

const entries: Readonly<Record<string, Entry>> = {
	ar: {
		related: 'عناوين ذات صلة', lead: 'مقدمة', copiesDiffer: 'نسختا العنوان مختلفتان', noCopy: 'العنوان مكتوب مرة واحدة', noTitle: 'بلا عنوان', noDate: 'بلا تاريخ',
		noAddress: 'بلا رابط', noHeader: 'نص بلا ترويسة', continued: 'تتمة', reading: 'القراءة:',
		words: { zero: 'بلا كلمات', one: 'كلمة واحدة', two: 'كلمتان', few: '# كلمات', many: '# كلمة', other: '# كلمة' },
	},
	fa: {
		related: 'عنوان\u200cهای مرتبط', lead: 'چکیده', copiesDiffer: 'دو نسخهٔ عنوان یکسان نیستند', noCopy: 'عنوان یک بار نوشته شده', noTitle: 'بدون عنوان', noDate: 'بدون تاریخ',
		noAddress: 'بدون نشانی', noHeader: 'متن بدون سرآیند', continued: 'ادامه', reading: 'زمان خواندن:',
		words: { other: '# واژه' },
	},
	ur: {
		related: 'متعلقہ سرخیاں', lead: 'خلاصہ', copiesDiffer: 'سرخی کی دونوں نقلیں مختلف ہیں', noCopy: 'سرخی ایک بار لکھی گئی ہے', noTitle: 'بلا عنوان', noDate: 'بلا تاریخ',
		noAddress: 'بلا پتہ', noHeader: 'بغیر سرنامے کے متن', continued: 'جاری', reading: 'پڑھنے کا وقت:',
		words: { one: 'ایک لفظ', other: '# الفاظ' },
	},
	he: {
		related: 'כותרות קשורות', lead: 'תקציר', copiesDiffer: 'שני עותקי הכותרת שונים', noCopy: 'הכותרת כתובה פעם אחת', noTitle: 'ללא כותרת', noDate: 'ללא תאריך',
		noAddress: 'ללא כתובת', noHeader: 'טקסט ללא שורת פתיחה', continued: 'המשך', reading: 'זמן קריאה:',
		words: { one: 'מילה אחת', two: 'שתי מילים', other: '# מילים' },
	},
	en: {
		related: 'Related headlines', lead: 'Summary', copiesDiffer: 'The copies of the title differ', noCopy: 'The title stands once', noTitle: 'No title', noDate: 'No date',
		noAddress: 'No address', noHeader: 'Text without a header', continued: 'continued', reading: 'Reading time:',
		words: { one: 'one word', other: '# words' },
	},
	fr: {
		related: 'À lire aussi', lead: 'Résumé', copiesDiffer: 'Les deux copies du titre diffèrent', noCopy: 'Le titre n’est écrit qu’une fois', noTitle: 'Sans titre', noDate: 'Sans date',
		noAddress: 'Sans adresse', noHeader: 'Texte sans en-tête', continued: 'suite', reading: 'Lecture\u00a0:',
		words: { one: '# mot', other: '# mots' },
	},
	ru: {
		related: 'Материалы по теме', lead: 'Кратко', copiesDiffer: 'Копии заголовка различаются', noCopy: 'Заголовок записан один раз', noTitle: 'Без заголовка', noDate: 'Без даты',
		noAddress: 'Без адреса', noHeader: 'Текст без заголовочной строки', continued: 'продолжение', reading: 'Время чтения:',
		words: { one: '# слово', few: '# слова', many: '# слов', other: '# слова' },
	},
};

const made = new Map<Language, Labels>();

/** The labels of a language; English where we have none, and then {@link labelLanguage} says so. */
export function labelsOf(language: Language): Labels {
	let labels = made.get(language);
	if (labels === undefined) {
		labels = labelsFrom(labelLanguage(language));
		made.set(language, labels);
	}
	return labels;
}

export const labelLanguage = (language: Language): Language => (entries[language] === undefined ? 'en' : language);

function labelsFrom(language: Language): Labels {
	const entry = entries[language] as Entry;
	const locale = `${language}-u-nu-${NUMBERS[language] ?? 'latn'}`;
	const rules = new Intl.PluralRules(language);
	const number = new Intl.NumberFormat(locale);
	const minute = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
	return {
		...entry,
		words: count => (entry.words[rules.select(count)] ?? entry.words.other).replace('#', number.format(count)),
		reading: minutes => `${entry.reading} ${minute.format(minutes)}`,
	};
}
