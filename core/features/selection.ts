import type { DumpDocument } from '../document/document.ts';
import type { Article } from '../format/article.ts';
import { contains, shift, type Range } from '../text/range.ts';
import { wordAt } from '../text/words.ts';
import { titleCopies } from './twins.ts';

/** What *expand selection* selects, one after the other, from the word to the dump; offsets in the dump, each inside the next. */
export function selectionsAt(dump: DumpDocument, offset: number): Range[] {
	const index = dump.indexAt(offset);
	const article = dump.articles[index];
	const whole = { start: 0, end: dump.length };
	if (article === undefined) { return [whole]; }
	const start = dump.startOf(index);
	const ranges = [...selectionsIn(article, offset - start).map(range => shift(range, start)), whole];
	return ranges.filter((range, at) => {
		const before = ranges[at - 1];
		return range.start < range.end && (before === undefined || range.start < before.start || range.end > before.end);
	});
}

/** Word, field or line, the copies of the title or the body, article. */
function selectionsIn(article: Article, offset: number): Range[] {
	const { lines } = article;
	const line = lines.at(offset);
	const range = lines.range(line);
	const word = wordAt(article.slice(range), Math.min(offset, range.end) - range.start);
	const ranges = word === undefined ? [] : [shift(word, range.start)];
	const { date, address } = (line === 0 ? article.header : undefined) ?? {};
	for (const field of [date, address]) {
		if (field !== undefined && contains(field, offset)) { ranges.push(...segmentAt(article, field, offset), field); }
	}
	ranges.push(range);
	const titles = titleCopies(article);
	const [first, last] = [titles[0], titles.at(-1)];
	if (first !== undefined && last !== undefined && offset >= first.start && offset <= last.end) { ranges.push({ start: first.start, end: last.end }); }
	if (line >= article.bodyLine) { ranges.push({ start: lines.start(article.bodyLine), end: lines.end(lines.count - 1) }); }
	ranges.push({ start: 0, end: article.length });
	return ranges.filter((each, at) => at === 0 || encloses(each, ranges[at - 1] ?? each));
}

const encloses = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The part of an address between two delimiters that holds the offset. */
function segmentAt(article: Article, field: Range, offset: number): Range[] {
	const text = article.slice(field);
	let start = offset - field.start;
	let end = start;
	while (start > 0 && !isDelimiter(text[start - 1])) { start--; }
	while (end < text.length && !isDelimiter(text[end])) { end++; }
	return [{ start: field.start + start, end: field.start + end }];
}

const isDelimiter = (character: string | undefined): boolean => character !== undefined && '/?#&='.includes(character);
