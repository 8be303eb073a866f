import { readableAddress } from '../format/address.ts';
import type { Article } from '../format/article.ts';
import { Kind, isKind, kindsOf } from '../text/kinds.ts';
import { escapeInvisible } from '../text/quote.ts';
import { shift, type Range } from '../text/range.ts';

/** An address that can be opened; the range is in the article. */
export interface Link {
	readonly range: Range;
}

const links = new WeakMap<Article, readonly Link[]>();
const latin = kindsOf(Kind.Latin);
// An address in prose ends where a reader would end it: at a blank, a quote or bracket, an Arabic mark.
const inProse = /https?:\/\/[^\s<>"«»“”\u060c\u061b\u061f\u200e\u200f]+/giu;
const absolute = /^https?:\/\/[^\s/?#]/iu;

/** The addresses of an article, in header and body, found once. */
export function linksOf(article: Article): readonly Link[] {
	let found = links.get(article);
	if (found === undefined) {
		found = findLinks(article);
		links.set(article, found);
	}
	return found;
}

function findLinks(article: Article): Link[] {
	const found: Link[] = [];
	const address = article.header?.address;
	if (address !== undefined && absolute.test(article.slice(address))) { found.push({ range: address }); }
	const { lines } = article;
	for (let line = article.header === undefined ? 0 : 1; line < lines.count; line++) {
		if ((lines.kinds(line) & latin) === 0) { continue; }
		const text = article.lineText(line);
		if (!text.includes('://')) { continue; }
		for (const match of text.matchAll(inProse)) {
			const end = proseEnd(match[0]);
			if (absolute.test(match[0].slice(0, end))) { found.push({ range: shift({ start: match.index, end: match.index + end }, lines.start(line)) }); }
		}
	}
	return found;
}

const tail = kindsOf(Kind.Stop, Kind.QuestionMark, Kind.ArabicPunctuation, Kind.Quote);

/** Punctuation behind an address belongs to its sentence, but for a bracket that the address itself opened. */
function proseEnd(text: string): number {
	let open = 0;
	for (const sign of text) { open += sign === '(' ? 1 : sign === ')' ? -1 : 0; }
	let end = text.length;
	while (end > 0 && isKind(text.charCodeAt(end - 1), tail)) {
		const sign = text[end - 1];
		if (sign === ')' && open >= 0) { return end; }
		open += sign === ')' ? 1 : sign === '(' ? -1 : 0;
		end--;
	}
	return end;
}

/** A URI (RFC 3986) of an address that may hold raw letters (RFC 3987); what is encoded already stays so. */
export function linkTarget(address: string): string {
	return encodeURI(address.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%25(?=[0-9a-f]{2})/giu, '%').replace(/%5B/giu, '[').replace(/%5D/giu, ']');
}

/** What a link shows when it is pointed at: the readable form, in an isolate of its own direction. */
export const linkTooltip = (address: string): string => `\u2066${escapeInvisible(readableAddress(address))}\u2069`;
