import type { Article } from '../../format/article.ts';
import { isBlank, isDigit, isLetter } from '../../text/kinds.ts';
import { shift, type Range } from '../../text/range.ts';
import type { LearnedBoilerplate, Outlet } from '../rule.ts';

/** Text of an article that belongs to its site; offsets in the article. */
export interface FoundBoilerplate {
	readonly line: number;
	readonly range: Range;
	/** Undefined where the profile of the outlet names it. */
	readonly learned: LearnedBoilerplate | undefined;
}

/** What of an article's body the profile of its outlet, or the corpus, says is the site's; by position, without overlaps. */
export function boilerplateIn(article: Article, outlet: Outlet | undefined, learned: readonly LearnedBoilerplate[]): FoundBoilerplate[] {
	const patterns = outlet?.boilerplate ?? [];
	if (patterns.length === 0 && learned.length === 0) { return []; }
	const { lines } = article;
	const found: FoundBoilerplate[] = [];
	const first = visibleLine(article, article.bodyLine, 1);
	const last = visibleLine(article, lines.count - 1, -1);
	const isSites = (line: number): boolean => {
		const text = article.slice(trimmed(article, line));
		return learned.some(each => each.place === 'line' && each.text === text) || patterns.some(pattern => { const at = placeOf(text, pattern); return at?.start === 0 && at.end === text.length; });
	};
	// Text of the site that has a line of its own stands outside of what the article begins and ends with.
	let ownFirst = first;
	while (ownFirst >= 0 && ownFirst < last && isSites(ownFirst)) { ownFirst = visibleLine(article, ownFirst + 1, 1); }
	let ownLast = last;
	while (ownLast > first && isSites(ownLast)) { ownLast = visibleLine(article, ownLast - 1, -1); }
	const startsBelow = article.body.lead?.repeats?.line;
	for (let line = first; line >= 0 && line <= last; line++) {
		if (lines.isBlank(line)) { continue; }
		const range = trimmed(article, line);
		const text = article.slice(range);
		const own: FoundBoilerplate[] = [];
		const add = (at: Range | undefined, source?: LearnedBoilerplate): void => { if (at !== undefined) { own.push({ line, range: shift(at, range.start), learned: source }); } };
		for (const pattern of patterns) { add(placeOf(text, pattern)); }
		for (const each of learned) {
			if (each.place === 'line' ? text === each.text : each.place === 'start' ? (line <= ownFirst || line === startsBelow) && text.startsWith(each.text) : line >= ownLast && text.endsWith(each.text)) {
				add(each.place === 'end' ? { start: text.length - each.text.length, end: text.length } : { start: 0, end: each.text.length }, each);
			} else if (each.place === 'end' && line >= ownLast && each.text.includes('*')) {
				const at = placeOf(text, each.text);
				if (at?.end === text.length) { add(at, each); }
			}
		}
		for (const each of apart(own)) { found.push(each); }
	}
	return found;
}

function visibleLine({ lines, bodyLine }: Article, from: number, step: 1 | -1): number {
	for (let line = from; line >= bodyLine && line < lines.count; line += step) { if (!lines.isBlank(line)) { return line; } }
	return -1;
}

function trimmed(article: Article, line: number): Range {
	let { start, end } = article.lines.range(line);
	const text = article.lineText(line);
	let from = 0;
	while (from < text.length && isBlank(text.charCodeAt(from))) { from++; }
	let to = text.length;
	while (to > from && isBlank(text.charCodeAt(to - 1))) { to--; }
	end = start + to;
	start += from;
	return { start, end };
}

/** The longest of those that overlap. */
function apart(found: readonly FoundBoilerplate[]): FoundBoilerplate[] {
	const kept: FoundBoilerplate[] = [];
	for (const each of [...found].sort((a, b) => (b.range.end - b.range.start) - (a.range.end - a.range.start))) {
		if (kept.every(({ range }) => each.range.end <= range.start || each.range.start >= range.end)) { kept.push(each); }
	}
	return kept.sort((a, b) => a.range.start - b.range.start);
}

/** Fewer units than this are looked for as a whole line only: inside a paragraph they prove nothing. */
const SHORTEST = 6;

/**
 * Where a pattern of a profile, in which `*` stands for any text, is the whole of a paragraph, or its end, or its start;
 * there it begins and ends between words. Blanks at its ends mean nothing.
 */
export function placeOf(text: string, pattern: string): Range | undefined {
	const parts = pattern.trim().split('*');
	const first = parts[0] ?? '';
	const last = parts.at(-1) ?? '';
	const middle = parts.slice(1, -1);
	const holds = (start: number, end: number): boolean => {
		let at = start + first.length;
		for (const part of middle) {
			const found = text.indexOf(part, at);
			if (found < 0) { return false; }
			at = found + part.length;
		}
		return parts.length === 1 ? end - start === first.length : at <= end - last.length;
	};
	if (first === '' && last === '' && middle.every(part => part === '')) { return undefined; }
	const { length } = text;
	if (text.startsWith(first) && text.endsWith(last) && holds(0, length)) { return { start: 0, end: length }; }
	if (first.length >= SHORTEST && text.endsWith(last)) {
		const start = text.lastIndexOf(first, length - last.length - (parts.length === 1 ? 0 : first.length));
		if (start > 0 && !isInWord(text, start) && holds(start, length)) { return { start, end: length }; }
	}
	if (last.length >= SHORTEST && text.startsWith(first)) {
		const at = text.indexOf(last, parts.length === 1 ? 0 : first.length);
		const end = at + last.length;
		if (at >= 0 && !isInWord(text, end) && holds(0, end)) { return { start: 0, end }; }
	}
	return undefined;
}

const isInWord = (text: string, at: number): boolean => isWord(text, at - 1) && isWord(text, at);
const isWord = (text: string, at: number): boolean => isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at));
