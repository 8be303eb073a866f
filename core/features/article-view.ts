import type { Direction } from '../text/direction.ts';
import { directionOfLanguage } from '../text/language.ts';
import { isSpaceless } from '../text/kinds.ts';
import { hiddenRuns } from './hidden.ts';
import { labelLanguage, labelsOf, type Labels } from './preview-labels.ts';
import type { PreviewArticle, PreviewLine } from './preview.ts';
import type { Segment } from './segments.ts';

/** Elements an article is shown with. A closed list: no text of a dump can become another one. */
export type Tag = 'article' | 'section' | 'header' | 'aside' | 'div' | 'h2' | 'h3' | 'p' | 'span' | 'bdi' | 'time' | 'a' | 'details' | 'summary';

/**
 * An element as plain data, the one description that page and saved file are both made from. Strings are text, whatever
 * they hold; attribute names come from the code alone.
 */
export interface View {
	readonly tag: Tag;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (View | string)[];
}

/** Lines shown as one piece; an article of thousands of lines is laid out piece by piece. */
export const PART = 48;

/** Pieces of an article with so many lines; also of those not fetched yet. */
export const partsOf = (lineCount: number): number => Math.max(1, Math.ceil(lineCount / PART));

/** The piece in which a line of an article, from 0, is shown. */
export const partOfLine = (line: number): number => Math.floor(line / PART);

export interface ViewOptions {
	/** Which piece, from 0; undefined gives the whole article. */
	readonly part?: number;
	/** Whether invisible characters are shown as chips. */
	readonly isXray: boolean;
	/** Articles in the dump, for “12 of 340”. */
	readonly total: number;
}

/** Every element that shows text of the source has `data-start`, the offset of that text in the article. */
export function articleView(article: PreviewArticle, options: ViewOptions): View {
	const { part } = options;
	const labels = labelsOf(article.language);
	const lines = part === undefined ? article.lines : article.lines.filter(({ line }) => partOfLine(line) === part);
	const titleId = `title-${article.index}`;
	const common = { class: part === undefined || part === 0 ? 'article' : 'article continued', dir: article.direction, lang: article.language, 'data-index': String(article.index) };
	const body = bodyOf(lines, labels, options);
	if (part !== undefined && part > 0) {
		return view('section', { ...common, 'aria-label': `${article.lines.find(({ role }) => role === 'title')?.text ?? ''} (${labels.continued})` }, body);
	}
	const position = { 'aria-labelledby': titleId, 'aria-posinset': String(article.index + 1), 'aria-setsize': String(options.total) };
	return view('article', { ...common, ...position }, [headOf(article, labels, titleId, options), ...body]);
}

function view(tag: Tag, attributes: Readonly<Record<string, string>>, children: readonly (View | string)[]): View {
	return { tag, attributes, children };
}

function headOf(article: PreviewArticle, labels: Labels, titleId: string, options: ViewOptions): View {
	const title = article.lines.find(({ role }) => role === 'title');
	const copy = article.lines.find(({ role }) => role === 'title-copy');
	const shown = [title, copy].find(line => line !== undefined && isVisible(line.text));
	const missing = { id: titleId, class: 'title missing', dir: article.direction, ...ui(article), ...(title === undefined ? {} : anchor(title.start, title.text.length)) };
	const heading = row(shown === undefined
		? view('h2', missing, [article.header === null ? labels.noHeader : labels.noTitle])
		: view('h2', { id: titleId, class: 'title', ...textAttributes(shown) }, content(shown, options)));
	const children: View[] = [view('div', { class: 'row facts-row' }, [view('div', { class: 'facts' }, factsOf(article, labels))]), heading];
	if (article.header !== null && article.copies !== 'equal' && title !== undefined) { children.push(copiesOf(article, copy === shown ? title : copy, labels, options)); }
	if (article.header !== null) { children.push(row(addressOf(article, labels))); }
	return view('header', { class: 'head' }, children);
}

const isVisible = (text: string): boolean => {
	for (let at = 0; at < text.length; at++) {
		if (!isSpaceless(text.charCodeAt(at))) { return true; }
	}
	return false;
};

/** Labels we have no translation of are English inside the article. */
function ui(article: PreviewArticle): Record<string, string> {
	const language = labelLanguage(article.language);
	return language === article.language ? {} : { lang: language, dir: directionOfLanguage(language) };
}

function copiesOf(article: PreviewArticle, copy: PreviewLine | undefined, labels: Labels, options: ViewOptions): View {
	if (article.copies === 'one' || copy === undefined || !isVisible(copy.text)) { return view('p', { class: 'copies', ...ui(article) }, [labels.noCopy]); }
	return view('details', { class: 'copies', 'data-reveal': String(copy.start) }, [
		view('summary', ui(article), [labels.copiesDiffer]),
		row(view('p', { class: 'copy', ...textAttributes(copy) }, content(copy, options))),
	]);
}

function factsOf(article: PreviewArticle, labels: Labels): View[] {
	const { header } = article;
	const facts: View[] = [view('bdi', { class: 'number', dir: 'ltr' }, [String(article.index + 1)])];
	if (header === null) { return [...facts, fact('words', article, labels.words(article.words))].map(wrapped); }
	if (header.outlet !== '') { facts.push(view('bdi', { class: 'outlet', dir: /[A-Za-z]/u.test(header.outlet) ? 'ltr' : article.direction }, [header.outlet])); }
	if (header.date === null) { facts.push(view('span', { class: 'date missing', ...ui(article) }, [labels.noDate])); } else {
		const { range, raw, day, full, other } = header.date;
		const attributes = { class: 'date', dir: day === '' ? 'ltr' : article.direction, ...anchor(range.start, range.end - range.start), title: raw };
		facts.push(day === '' ? view('bdi', { ...attributes, class: 'date missing' }, [raw]) : view('time', { ...attributes, datetime: day }, [full]));
		if (other !== null) { facts.push(view('bdi', { class: 'other-date', dir: article.direction }, [other.text])); }
	}
	facts.push(fact('words', article, labels.words(article.words)));
	if (article.minutes > 0) { facts.push(fact('minutes', article, labels.reading(article.minutes))); }
	return facts.map(wrapped);
}

/** Between two facts stands a dot, on the side where the article's direction has it. */
const wrapped = (child: View): View => view('span', { class: 'fact' }, [child]);

const fact = (name: string, article: PreviewArticle, text: string): View => view('bdi', { class: name, dir: article.direction, ...ui(article) }, [text]);

function addressOf(article: PreviewArticle, labels: Labels): View {
	const address = article.header?.address ?? null;
	if (address === null) { return view('p', { class: 'address missing', ...ui(article) }, [labels.noAddress]); }
	const attributes = { ...anchor(address.range.start, address.range.end - address.range.start), class: 'address-text', title: address.raw };
	return view('p', { class: 'address', dir: 'ltr', lang: 'und' }, [address.href === ''
		? view('bdi', { ...attributes, dir: 'ltr' }, addressPieces(address.readable))
		: view('a', { ...attributes, dir: 'ltr', href: address.href, rel: 'noreferrer noopener' }, addressPieces(address.readable))]);
}

const delimiter = /([/?&#=]+)/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const tailUnit = /[A-Za-z0-9.]/u;

/**
 * An address reads from left to right from delimiter to delimiter; what stands between two of them in Arabic or Hebrew
 * letters reads the other way, with a number or an ending behind it as one piece.
 */
function addressPieces(address: string): (View | string)[] {
	if (!rightToLeft.test(address)) { return [address]; }
	return address.split(delimiter).filter(piece => piece !== '').map(piece => {
		if (!rightToLeft.test(piece)) { return piece; }
		let end = piece.length;
		while (end > 0 && tailUnit.test(piece.charAt(end - 1))) { end--; }
		return view('bdi', { dir: 'rtl' }, end === piece.length ? [piece] : [piece.slice(0, end), view('bdi', { dir: 'ltr' }, [piece.slice(end)])]);
	});
}

function bodyOf(lines: readonly PreviewLine[], labels: Labels, options: ViewOptions): View[] {
	return lines.filter(({ role }) => role !== 'title' && role !== 'title-copy').map(line => {
		const children = content(line, options);
		const attributes = textAttributes(line);
		switch (line.role) {
			case 'related-headlines': return view('aside', { class: 'related', 'aria-label': labels.related, dir: line.direction }, [view('h3', { class: 'label' }, [labels.related]), row(view('p', attributes, children))]);
			case 'lead': return row(view('p', { class: 'lead', 'aria-roledescription': labels.lead, ...attributes }, children));
			case 'extra-title': return row(view('p', { class: 'copy', ...attributes }, children));
			case 'blank': return row(view('p', { class: 'blank', ...attributes }, children));
			default: return row(view('p', { class: 'paragraph', ...attributes }, children));
		}
	});
}

/** Room beside a block for the mark of its problems. */
const row = (block: View): View => view('div', { class: 'row' }, [block]);

const anchor = (start: number, length: number): Record<string, string> => ({ 'data-start': String(start), 'data-length': String(length), 'data-whole': '' });

const textAttributes = (line: PreviewLine): Record<string, string> => ({
	dir: line.direction, lang: line.language, 'data-start': String(line.start), 'data-length': String(line.text.length), 'data-line': String(line.line),
});

/** The text of a line, foreign stretches isolated: together the strings are exactly `line.text`. */
function content(line: PreviewLine, options: ViewOptions): (View | string)[] {
	const children: (View | string)[] = [];
	let last = 0;
	for (const { start, end, kind, direction } of line.segments) {
		for (const piece of pieces(line.text.slice(last, start), options)) { children.push(piece); }
		const part = line.text.slice(start, end);
		const inside = pieces(part, options);
		children.push(view('bdi', { dir: direction, class: segmentClass(kind, direction) }, kind === 'address' && inside.length === 1 ? addressPieces(part) : inside));
		last = end;
	}
	for (const piece of pieces(line.text.slice(last), options)) { children.push(piece); }
	return children;
}

const segmentClass = (kind: Segment['kind'], direction: Direction): string => (kind === 'words' ? `words ${direction}` : kind === 'address' ? 'url' : kind);

/** A chip's name is an attribute that the style sheet draws: the character itself stays the only text. */
function pieces(text: string, { isXray }: ViewOptions): (View | string)[] {
	if (text === '') { return []; }
	const runs = isXray ? hiddenRuns(text) : [];
	if (runs.length === 0) { return [text]; }
	const children: (View | string)[] = [];
	let last = 0;
	for (const { start, end, name, title } of runs) {
		if (start > last) { children.push(text.slice(last, start)); }
		children.push(view('span', { class: 'hidden-character', 'data-name': name, title, role: 'img', 'aria-label': name }, [text.slice(start, end)]));
		last = end;
	}
	if (last < text.length) { children.push(text.slice(last)); }
	return children;
}
