import { hostOf } from '../../format/address.ts';
import type { Article } from '../../format/article.ts';
import { likely } from '../../format/values.ts';
import type { Header } from '../../format/header.ts';
import type { Day } from '../../format/day.ts';
import { isBlank } from '../../text/kinds.ts';
import { minimalEdit } from '../../text/edit.ts';
import { codePointName, quoted } from '../../text/quote.ts';
import { shift, type Range } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

export const damagedHeader = defineRule({
	id: 'damaged-header',
	group: 'structure',
	severity: 'error',
	since: '0.1.0',
	fix: 'always',
	safety: 'both',
	summary: 'A header line can be recognised, but is not “ date YYYY-MM-DD ADDRESS” with these blanks in this order.',
	why: 'Readers of the format split the dump at lines that begin with “ date ” and take the fields by their place: a damaged header joins two articles or mixes up date and address.',
	details: 'Reported are: the leading blank missing or doubled; tabs, no-break blanks and invisible characters between the fields; another spelling of the keyword; date and address swapped; blanks at the end. The values themselves are the business of other rules. The fix is safe where the date can be read in one way only and the address is absolute. A byte order mark in front is left alone.',
	examples: [
		{
			bad: '⟦date⟧ 2025-03-04 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
		},
		{
			bad: ' date ⟦https://example.com/a 2025-03-04⟧\nعنوان\nعنوان\nنص الخبر هنا.\n',
			good: ' date 2025-03-04 https://example.com/a\nعنوان\nعنوان\nنص الخبر هنا.\n',
		},
	],
	on: 'article',
	check(article, report, _options, { today }) {
		const { header } = article;
		if (header === undefined || header.isCanonical) { return; }
		const line = article.lineText(0);
		const base = line.startsWith('\ufeff') ? 1 : 0;
		const { date, address } = article.values;
		const mended = ` date${date === '' ? '' : ` ${date}`}${address === '' ? '' : ` ${address}`}`;
		const edit = minimalEdit(line.slice(base), mended);
		if (edit === undefined) { return; }
		const range = shift(edit.range, base);
		report({
			range: placeOf(range, header),
			message: `The header is damaged: ${damages(line, base, header).join(', ')}.`,
			fixes: [{ title: 'Write the header in its standard form', safety: isUnambiguous(article, today) ? 'safe' : 'unsafe', edits: [{ range, text: edit.text }] }],
		});
	},
});

function isUnambiguous(article: Article, today: Day): boolean {
	const { readings, address } = article.values;
	const [reading, another] = likely(readings, today);
	return reading !== undefined && another === undefined && reading.calendar === 'gregory' && /^https?:\/\//iu.test(address) && hostOf(address) !== undefined && !hasBlank(address);
}

function hasBlank(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		if (isBlank(text.charCodeAt(at))) { return true; }
	}
	return false;
}

/** An insertion shows at the keyword or between its neighbours: an empty range cannot be seen. */
function placeOf(range: Range, { keyword, range: line }: Header): Range {
	if (range.start < range.end) { return range; }
	return range.start <= keyword.start ? keyword : { start: range.start - 1, end: Math.min(line.end, range.end + 1) };
}

function damages(line: string, base: number, { keyword, date, address }: Header): string[] {
	const found: string[] = [];
	const lead = line.slice(base, keyword.start);
	if (lead === '') { found.push('the blank in front is missing'); } else if (lead !== ' ') { found.push(`${gap(lead)} in front`); }
	const word = line.slice(keyword.start, keyword.end);
	if (word !== 'date') { found.push(`the keyword is ${quoted(word)} instead of “date”`); }
	const isSwapped = date !== undefined && address !== undefined && address.start < date.start;
	if (isSwapped) { found.push('date and address are swapped'); }
	const [first, second] = isSwapped ? [address, date] : date === undefined ? [address, undefined] : [date, address];
	const separator = line.slice(keyword.end, first?.start ?? line.length);
	if (separator !== ' ') { found.push(/[:：]/u.test(separator) ? 'a colon behind the keyword' : `${gap(separator)} behind the keyword`); }
	if (first !== undefined && second !== undefined && line.slice(first.end, second.start) !== ' ') { found.push(`${gap(line.slice(first.end, second.start))} between the fields`); }
	const tail = line.slice((second ?? first)?.end ?? line.length);
	if (tail !== '') { found.push(`${gap(tail)} at the end`); }
	return found;
}

/** What stands in the place of one blank. */
function gap(text: string): string {
	if (text === '') { return 'no blank'; }
	if (/^ +$/u.test(text)) { return text.length === 1 ? 'a blank' : `${text.length} blanks`; }
	const unit = [...text].find(character => character !== ' ') ?? ' ';
	return unit === '\t' ? 'a tab' : `a character that is no blank (${codePointName(unit.codePointAt(0) ?? 0)})`;
}
