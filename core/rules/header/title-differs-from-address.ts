import { parseAddress, slugWords } from '../../format/address.ts';
import { fold } from '../../text/fold.ts';
import { quoted } from '../../text/quote.ts';
import { shift } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

export const titleDiffersFromAddress = defineRule({
	id: 'title-differs-from-address',
	group: 'header',
	severity: 'off',
	since: '0.1.0',
	fix: 'never',
	summary: 'The words of the address and those of the title have too little in common.',
	why: 'Address and text may come from two articles: the scraper took the title of one page and the address of another.',
	details: 'Off by default: many outlets change titles after publication, or write addresses in another language. Compared are words of three letters and more, without marks and spelling variants, and only where address and title are in the same script.',
	options: {
		minimumShare: { type: 'number', default: 0.2, minimum: 0, maximum: 1, description: 'Share of the words of the address that the title must have.' },
		minimumWords: { type: 'number', default: 4, minimum: 1, maximum: 50, description: 'Addresses with fewer words are not compared.' },
	},
	examples: [{
		bad: ' date 2025-03-04 https://example.com⟦/افتتاح-مكتبة-عامة-جديدة⟧\nفوز المنتخب في المباراة الأخيرة\nفوز المنتخب في المباراة الأخيرة\nنص الخبر هنا.\n',
		good: ' date 2025-03-04 https://example.com/افتتاح-مكتبة-عامة-جديدة\nافتتاح مكتبة عامة في الحي\nافتتاح مكتبة عامة في الحي\nنص الخبر هنا.\n',
	}],
	on: 'field',
	fields: ['address'],
	check({ article, text, start }, report, { minimumShare, minimumWords }) {
		const { title, titleLine, lines } = article;
		const script = scriptOf(title);
		const words = slugWords(text).map(fold).filter(word => word.length >= 3 && scriptOf(word) === script);
		if (script === undefined || words.length < minimumWords) { return; }
		const inTitle = fold(title);
		const shared = words.filter(word => inTitle.includes(word)).length;
		if (shared >= words.length * minimumShare) { return; }
		report({
			range: shift(parseAddress(text).path, start),
			message: `${shared} of ${words.length} words of the address stand in the title ${quoted(title)}.`,
			related: [{ range: lines.range(titleLine), message: 'The title.' }],
		});
	},
});

const scripts = [/\p{Script=Arabic}/gu, /\p{Script=Hebrew}/gu, /\p{Script=Latin}/gu, /\p{Script=Cyrillic}/gu];

/** Index of the script that most letters of a text are of; undefined where it has none of these. */
function scriptOf(text: string): number | undefined {
	const counts = scripts.map(script => text.match(script)?.length ?? 0);
	const most = Math.max(...counts);
	return most === 0 ? undefined : counts.indexOf(most);
}
