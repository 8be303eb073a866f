import type { Article } from '../../format/article.ts';
import { Kind, Pair, arabicKinds, isKind, kindTable, kindsOf } from '../../text/kinds.ts';
import { replace } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { firstOf } from '../../text/runs.ts';
import { defineRule, textRoles, type Fix } from '../rule.ts';

const persian = kindsOf(Kind.PersianYehKeheh);
const arabic = kindsOf(Kind.ArabicYehKaf);
const word = arabicKinds | kindsOf(Kind.Mark, Kind.Tatweel, Kind.Joiner);
/** Letters that Arabic words lack: a word with one is Persian, Urdu or Kurdish, quoted. */
const notArabic = /[پچژگٹڈڑںہھےەڤۆێ\u200c]/u;
/** What Persian and Urdu words lack: the word is Arabic, quoted. */
const notPersian = /[ةإ\u064b-\u0650\u0652]/u;
const toArabic: Readonly<Record<string, string>> = { 'ی': 'ي', 'ک': 'ك' };
const toPersian: Readonly<Record<string, string>> = { 'ي': 'ی', 'ك': 'ک' };

export const foreignLetter = defineRule({
	id: 'foreign-letter',
	group: 'letters',
	severity: 'information',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'A word is written with the yeh or kaf of another language: ی ک in Arabic, ي ك in Persian and Urdu.',
	why: 'It looks the same, or nearly, and is another word to search, counts and dictionaries.',
	details: [
		'In Arabic articles Persian ی and ک are reported, but not in words with a letter that Arabic lacks (پ چ ژ گ …), which are quoted, nor in quotations and brackets with such a word. In Persian and Urdu articles Arabic ي and ك are reported only where both forms occur in one article and the Arabic ones are the fewer, and not in words and quotations that are spelt as Arabic (ة, إ, vowel marks): many archives write Persian with Arabic letters throughout.',
		'At the end of an Arabic word ی may stand for ي or ى, and both are offered. The fix is unsafe: a name may be quoted in its own spelling.',
	].join('\n\n'),
	languages: ['ar', 'fa', 'ur'],
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار إلى المدينة في ⟦یوم⟧ الخميس، ونقل ⟦الرکاب⟧ كلهم.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار إلى المدينة في يوم الخميس، ونقل الركاب كلهم وبينهم بهنام پناهی.\n',
	}],
	on: 'article',
	check(article, report, _options, context) {
		const both = persian | arabic;
		const { lines } = article;
		let kinds = 0;
		for (let line = 0; line < lines.count; line++) { kinds |= line === 0 && article.header !== undefined ? 0 : lines.kinds(line); }
		if ((kinds & both) !== both) { return; }
		const isArabic = (context.language ?? article.language) === 'ar';
		if (!isArabic && !isMinority(article)) { return; }
		const foreign = isArabic ? persian : arabic;
		for (let line = 0; line < lines.count; line++) {
			if ((lines.kinds(line) & foreign) === 0 || (lines.pairs(line) & Pair.Invisible) !== 0 || !textRoles.includes(article.role(line))) { continue; }
			const text = article.lineText(line);
			for (let at = firstOf(text, foreign, 0); at < text.length; at = firstOf(text, foreign, at)) {
				const run = wordAround(text, at);
				at = run.end;
				const written = text.slice(run.start, run.end);
				const other = isArabic ? notArabic : notPersian;
				if (other.test(written) || other.test(quotationAround(text, run))) { continue; }
				const range = { start: lines.start(line) + run.start, end: lines.start(line) + run.end };
				const choices = isArabic ? arabicSpellings(written) : [spelled(written, toPersian)];
				report({
					range,
					message: `${quoted(written)} has ${isArabic ? 'a Persian ی or ک' : 'an Arabic ي or ك'}: search does not find ${quoted(choices[0] ?? '')}.`,
					fixes: choices.map((each): Fix => ({ title: `Write ${quoted(each)}`, safety: 'unsafe', edits: [replace(range, each)] })) as [Fix, ...Fix[]],
				});
			}
		}
	},
});

function wordAround(text: string, at: number): Range {
	let start = at;
	while (start > 0 && isKind(text.charCodeAt(start - 1), word)) { start--; }
	return { start, end: firstOf(text, ~word, at) };
}

const edges = new Set(Array.from('«»“”"()﴾﴿', edge => edge.charCodeAt(0)));
/** A longer quotation is not looked at, UTF-16 units. */
const REACH = 200;

/** What stands between two quotation marks or brackets around a word; empty where there are none. */
function quotationAround(text: string, { start, end }: Range): string {
	let from = start;
	while (from > 0 && start - from < REACH && !edges.has(text.charCodeAt(from - 1))) { from--; }
	if (!edges.has(text.charCodeAt(from - 1))) { return ''; }
	let to = end;
	while (to < text.length && to - end < REACH && !edges.has(text.charCodeAt(to))) { to++; }
	return edges.has(text.charCodeAt(to)) ? text.slice(from, to) : '';
}

const spelled = (written: string, letters: Readonly<Record<string, string>>): string => written.replace(/[یکيك]/gu, letter => letters[letter] ?? letter);

/** Words that end in ى. */
const particle = /^[وف]?(?:عل|إل|ال|حت|مت|لد)ی$/u;

function arabicSpellings(written: string): string[] {
	const yeh = spelled(written, toArabic);
	if (!written.endsWith('ی')) { return [yeh]; }
	const maqsura = `${yeh.slice(0, -1)}ى`;
	return particle.test(written) ? [maqsura, yeh] : [yeh, maqsura];
}

/** Whether the Arabic forms are the fewer. */
function isMinority(article: Article): boolean {
	const { units, lines } = article;
	const end = article.length;
	let balance = 0;
	for (let at = lines.start(article.bodyLine); at < end; at++) {
		const kind = 1 << (kindTable[units[at] as number] as number);
		if ((kind & persian) !== 0) { balance++; } else if ((kind & arabic) !== 0) { balance--; }
	}
	return balance > 0;
}
