import { choose, inBody, replaceOne, type Injection } from './injection.ts';
import { textOf, type Parts } from './good.ts';

/** The place of a lost blank, marked with the words on both sides. */
const join = (pattern: RegExp) => (line: string, dice: Parameters<typeof replaceOne>[0]): string | undefined => replaceOne(dice, line, pattern, found => `⟦${found.replace(' ', '')}⟧`);

/** Paragraphs of several sentences, which the samples have few of. */
const sentences: Readonly<Record<string, readonly string[]>> = {
	ar: ['انتهى العرض مساء الخميس. وغادر الجمهور القاعة. وعاد الهدوء إلى الشارع.', 'أعلنت اللجنة النتائج أمس. وتسلم الفائزون جوائزهم. وشكر المدير المتطوعين.'],
	fa: ['نمایش شامگاه پنجشنبه پایان یافت. تماشاگران سالن را ترک کردند. آرامش به خیابان بازگشت.'],
	ur: ['تقریب جمعرات کی شام ختم ہوئی۔ حاضرین ہال سے باہر گئے۔ سڑک پر سکون لوٹ آیا۔'],
	fr: ['La fête est finie depuis hier. Les visiteurs quittent la place. Tout redevient calme.'],
	he: ['ההצגה הסתיימה בערב. הקהל עזב את האולם. השקט חזר לרחוב.'],
};

export const gluedInjections: readonly Injection[] = [
	{ rule: 'glued-words', title: 'the blank behind ة is lost', languages: ['ar'], isMended: false, damage: (parts, dice) => inBody(parts, dice, (line, roll) => (/[.:]$/u.test(line) ? join(/(?<![^ ])[\u0621-\u064a]{2,}ة [\u0621-\u064a]{2,}/gu)(line, roll) : undefined)) },
	{ rule: 'glued-words', title: 'the blank behind a tanwin is lost', languages: ['ar'], isMended: false, damage: (parts, dice) => textOf({ ...parts, body: [...parts.body, join(/(?<![^ ])[\u0621-\u064a\u064b]+(?:اً|ًا) [\u0621-\u064a]{2,}/gu)('عاد الوفد مساءً مسروراً بما رآه وسمعه، وقدّم شكرًا جزيلاً لكل من حضر مؤكداً دعمه أبدًا وحاملاً هدايا.', dice) ?? ''] }) },
	{ rule: 'glued-sentences', title: 'the blank behind a full stop is lost', languages: ['ar', 'fa', 'he', 'ur', 'fr'], isMended: false, damage: (parts, dice) => textOf({ ...parts, body: [...parts.body, join(/[\p{Ll}\u05d0-\u06d3]{3,}[.۔] [\p{Lu}\u05d0-\u06d3][\p{Ll}\u05d0-\u06d3]{2,}/gu)(`${choose(dice, sentences[parts.language] ?? [])}`, dice) ?? ''] }) },
	{ rule: 'missing-space-after-punctuation', title: 'the blank behind a comma is lost', languages: ['ar', 'fa', 'ur'], isMended: true, damage: (parts, dice) => inBody(parts, dice, join(/[،؛] [\u0621-\u06d3]/gu)) },
	{ rule: 'mirrored-guillemets', title: 'a word in guillemets turned round', languages: ['ar', 'fa', 'ur'], isMended: false, damage: (parts, dice) => inBody(parts, dice, line => (/[«»]/u.test(line) ? undefined : replaceOne(dice, line, /(?<= )[\u0621-\u06d3]{3,}(?= )/gu, word => `${choose(dice, ['', 'و', 'لـ'])}⟦${choose(dice, [`»${word}«`, `»${word}»`])}⟧`))) },
	{
		rule: 'repeated-paragraph', title: 'a paragraph twice', isMended: true,
		damage: (parts, dice) => {
			// The lead and the line that it repeats have a meaning of their own when they stand twice.
			const lines = parts.body.map((line, index) => ({ line, index })).filter(({ line, index }) => line.length >= 60 && index >= 3);
			if (lines.length === 0) { return undefined; }
			const { line, index } = choose(dice, lines);
			return textOf({ ...parts, body: parts.body.toSpliced(index, 0, line).with(index + 1, `⟦${line}⟧`) });
		},
	},
	{ rule: 'overlong-line', title: 'a line of thousands of words', isMended: false, damage: parts => textOf({ ...parts, body: [...parts.body, `⟦${`${parts.title} `.repeat(Math.ceil(5001 / parts.title.length)).trim()}⟧`] }) },
	{ rule: 'single-paragraph-body', title: 'all paragraphs in one', isMended: false, damage: parts => { const all = parts.body.slice(3).join(' '); return all === '' ? undefined : textOf({ ...parts, body: [`⟦${`${all} `.repeat(Math.ceil(1500 / all.length)).trim().slice(0, 4500)}⟧`] }); } },
	{
		rule: 'glued-headlines', title: 'a line of headlines behind the lead', languages: ['ar', 'en', 'fr'], isMended: false,
		damage: (parts, dice) => {
			const paragraph = parts.body.find(line => line.length >= 60) ?? '';
			if (paragraph === '') { return undefined; }
			const joint = parts.language !== 'ar' ? ['Le vieux phare rouvre', 'vendredi', 'Nouvelle', ' gare en ville'] as const : choose(dice, [['افتتاح المكتبة', 'العامة', 'متى', ' تفتح الحديقة'], ['متى يعود', 'القطار؟', 'الجسر', ' القديم يفتح'], ['اكتمل الطريق عام', '2025', 'السوق', ' الجديدة تفتح']] as const);
			return textOf({ ...parts, body: [`${paragraph.slice(0, 40)}...`, `${joint[0]} ⟦${joint[1]}${joint[2]}⟧${joint[3]}`, paragraph] });
		},
	},
	{
		rule: 'truncated-lead', title: 'the start of a paragraph in front of it, cut short', isMended: false,
		damage: (parts, dice) => {
			// Headlines glued in a line of their own are none where they become a paragraph.
			const lines = parts.body.slice(2).filter(line => line.length >= 60);
			if (lines.length === 0) { return undefined; }
			const line = choose(dice, lines);
			return textOf({ ...parts, body: [`⟦${line.slice(0, 45).trimEnd()}...⟧`, line] });
		},
	},
	{ rule: 'unbalanced-brackets', title: 'a bracket that is never closed', isMended: false, damage: (parts, dice) => inBody(parts, dice, (line, roll) => (paragraphsOf(parts).includes(line) ? replaceOne(roll, line, /(?<= )\p{L}{3,}(?= )(?![^()]*\))/gu, word => `⟦(⟧${word}`) : undefined)) },
	{ rule: 'unbalanced-quotes', title: 'a quotation that never ends', isMended: false, damage: (parts, dice) => inBody(parts, dice, (line, roll) => (paragraphsOf(parts).includes(line) && !/[“”„]/u.test(parts.body.join('')) ? replaceOne(roll, line, /(?<= )\p{L}{3,}(?= )/gu, word => `⟦“⟧${word}`) : undefined)) },
];

/** Lines that are neither lead nor related headlines, nor repeated by a lead. */
const paragraphsOf = ({ body }: Parts): readonly string[] => (body.length > 1 ? body.slice(3) : body);
