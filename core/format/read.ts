import { LineBuffer, Lines, scanLines, type Scan } from '../text/lines.ts';
import { stringSource, unitsOf, type TextSource } from '../text/source.ts';
import { Article } from './article.ts';
import { mayBeHeader, readHeader, type Header } from './header.ts';

const buffer = new LineBuffer();

/**
 * Reads UTF-16 units as articles, each cut at a header line; total, linear, loses nothing: the articles' texts in order
 * are the input. Text before the first header is an article of its own without a header.
 * @param source gives the text of an article that begins at `start` with `length` units
 */
export function readArticles(units: Uint16Array, source: (start: number, length: number) => TextSource): Article[] {
	scanLines(units, 0, units.length, buffer);
	const scan = buffer.scan();
	const articles: Article[] = [];
	let first = 0;
	let header: Header | undefined;
	for (let line = 0; line < buffer.count; line++) {
		const start = buffer.start(line);
		const end = buffer.end(line);
		if (!mayBeHeader(units, start, end)) { continue; }
		const found = readHeader(source(start, end - start).slice(0, end - start));
		if (found === undefined) { continue; }
		if (line > 0) { articles.push(articleOf(scan, first, line, header, source, start)); }
		first = line;
		header = found;
	}
	if (buffer.count > 0) { articles.push(articleOf(scan, first, buffer.count, header, source, units.length)); }
	return articles;
}

function articleOf(scan: Scan, first: number, last: number, header: Header | undefined, source: (start: number, length: number) => TextSource, end: number): Article {
	const start = buffer.start(first);
	return new Article(source(start, end - start), new Lines(scan, first, last, start, end - start), header);
}

/**
 * Reads a text as articles.
 * @param copy makes the string an article keeps; give one that copies where articles outlive the text, because a slice
 * keeps its whole parent in memory
 */
export function readText(text: string, copy: (part: string) => string = part => part): Article[] {
	return readArticles(unitsOf(text), (start, length) => stringSource(copy(text.slice(start, start + length))));
}
