import type { Article } from '../format/article.ts';
import { parseAddress } from '../format/address.ts';
import { shift, type Range } from '../text/range.ts';

/** Token types, in the order of the legend; standard ones, so that every theme colours them. */
export const tokenTypes = ['keyword', 'number', 'string', 'namespace', 'type', 'comment', 'decorator'] as const;
export const tokenModifiers = ['declaration', 'readonly'] as const;

export type TokenType = (typeof tokenTypes)[number];

/** A token; it never leaves its line. */
export interface Token {
	/** Offsets in the article. */
	readonly range: Range;
	readonly type: TokenType;
	readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/** Tokens of header, titles, lead and related headlines, by position; paragraphs have none. */
export function tokensOf(article: Article): Token[] {
	const tokens: Token[] = [];
	const add = (range: Range, type: TokenType, ...modifiers: Token['modifiers']): void => {
		if (range.start < range.end) { tokens.push({ range, type, modifiers }); }
	};
	const { header, lines } = article;
	if (header === undefined) { return tokens; }
	const { keyword, date, address } = header;
	add(keyword, 'keyword');
	if (date !== undefined) { add(date, 'number'); }
	if (address !== undefined) { addressTokens(article, address, add); }
	for (let line = article.titleLine; line >= 0 && line < article.bodyLine; line++) {
		if (lines.isBlank(line)) { continue; }
		if (line === article.titleLine) { add(lines.range(line), 'type', 'declaration'); } else { add(lines.range(line), 'type', 'readonly'); }
	}
	const { lead, related } = article.body;
	if (lead !== undefined) { add(lines.range(lead.line), 'comment'); }
	if (related !== undefined) { add(lines.range(related.line), 'decorator'); }
	return tokens.sort((a, b) => a.range.start - b.range.start);
}

/** The host stands out of the address. */
function addressTokens(article: Article, range: Range, add: (range: Range, type: TokenType) => void): void {
	const host = shift(parseAddress(article.slice(range)).host, range.start);
	if (host.start === host.end) { add(range, 'string'); return; }
	add({ start: range.start, end: host.start }, 'string');
	add(host, 'namespace');
	add({ start: host.end, end: range.end }, 'string');
}

const data = new WeakMap<Article, Int32Array>();

/** Tokens as the protocol encodes them, but with lines counted from the article's first: line, character, length, type, modifiers. */
export function encodedTokens(article: Article): Int32Array {
	let encoded = data.get(article);
	if (encoded === undefined) {
		encoded = encode(article);
		data.set(article, encoded);
	}
	return encoded;
}

function encode(article: Article): Int32Array {
	const { lines } = article;
	return Int32Array.from(tokensOf(article).flatMap(({ range, type, modifiers }) => {
		const line = lines.at(range.start);
		const bits = modifiers.reduce((set, modifier) => set | (1 << tokenModifiers.indexOf(modifier)), 0);
		return [line, range.start - lines.start(line), range.end - range.start, tokenTypes.indexOf(type), bits];
	}));
}
