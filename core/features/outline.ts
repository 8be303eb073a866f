import type { Article, Role } from '../format/article.ts';
import type { Range } from '../text/range.ts';
import { escapeInvisible } from '../text/quote.ts';
import { hostOfArticle } from './measure.ts';
import { isBlank, isInvisible } from '../text/kinds.ts';

export type OutlineKind = 'article' | 'date' | 'address' | Exclude<Role, 'header' | 'blank'>;

/** An entry of the outline; ranges are offsets in the article, `selection` lies inside `range`. */
export interface OutlineNode {
	readonly kind: OutlineKind;
	/** Never empty. */
	readonly name: string;
	readonly detail: string;
	readonly range: Range;
	readonly selection: Range;
	readonly children: readonly OutlineNode[];
}

/** Units of a line that its name shows. */
const LONGEST = 80;
const outlines = new WeakMap<Article, OutlineNode>();

/** The outline of an article, made once: its header fields, titles, lead, related headlines and paragraphs. */
export function outlineOf(article: Article): OutlineNode {
	let outline = outlines.get(article);
	if (outline === undefined) {
		outline = { ...headOf(article), children: [...fieldsOf(article), ...linesOf(article)] };
		outlines.set(article, outline);
	}
	return outline;
}

const heads = new WeakMap<Article, OutlineNode>();

/** The article's own entry, without children: for dumps whose full outline nobody could use. */
export function headOf(article: Article): OutlineNode {
	let head = heads.get(article);
	if (head === undefined) {
		head = makeHead(article);
		heads.set(article, head);
	}
	return head;
}

function makeHead(article: Article): OutlineNode {
	const { titleLine, lines } = article;
	const isTitled = titleLine >= 0 && !lines.isBlank(titleLine);
	return {
		kind: 'article',
		name: article.header === undefined ? 'Text without a header' : isTitled ? nameOf(article.title) : 'Article without a title',
		detail: [article.date ?? '', hostOfArticle(article)].filter(part => part !== '').map(escapeInvisible).join(' · '),
		range: withoutLastLineEnd(article),
		selection: isTitled ? lines.range(titleLine) : lines.range(0),
		children: [],
	};
}

const withoutLastLineEnd = ({ lines }: Article): Range => ({ start: 0, end: lines.end(Math.max(0, lines.count - 1)) });

function fieldsOf(article: Article): OutlineNode[] {
	const { date, address } = article.header ?? {};
	return ([['date', date], ['address', address]] as const).flatMap(([kind, range]) => (range === undefined || range.start === range.end ? [] : [leaf(kind, article.slice(range), kind, range)]));
}

const details: Readonly<Record<Exclude<Role, 'header' | 'blank'>, string>> = {
	title: 'title', 'title-copy': 'title, second copy', 'extra-title': 'title, further copy', lead: 'lead', 'related-headlines': 'related headlines', paragraph: '',
};

function linesOf(article: Article): OutlineNode[] {
	const nodes: OutlineNode[] = [];
	for (let line = article.header === undefined ? 0 : 1; line < article.lines.count; line++) {
		const role = article.role(line);
		if (role === 'header' || role === 'blank' || article.lines.isBlank(line)) { continue; }
		nodes.push(leaf(role, article.lineText(line), details[role], article.lines.range(line)));
	}
	return nodes;
}

const leaf = (kind: OutlineKind, text: string, detail: string, range: Range): OutlineNode => ({ kind, name: nameOf(text), detail, range, selection: range, children: [] });

/** The start of a line, cut at a word where one is near; blanks single, invisible characters gone. */
export function nameOf(line: string): string {
	let name = '';
	for (let at = 0; at < line.length && name.length < LONGEST; at++) {
		const unit = line.charCodeAt(at);
		if (isInvisible(unit) && unit !== 0x200c && unit !== 0x200d) { continue; }
		if (!isBlank(unit)) { name += line[at] ?? ''; } else if (name !== '' && !name.endsWith(' ')) { name += ' '; }
	}
	if (name.length < LONGEST) { return escapeInvisible(name.endsWith(' ') ? name.slice(0, -1) : name) || '…'; }
	const blank = name.lastIndexOf(' ');
	if (blank > LONGEST / 2) { return `${escapeInvisible(name.slice(0, blank))}…`; }
	return `${escapeInvisible((name.charCodeAt(LONGEST - 1) & 0xfc00) === 0xd800 ? name.slice(0, LONGEST - 1) : name)}…`;
}
