import type { Range } from '../text/range.ts';
import { commonUnits } from '../text/runs.ts';
import type { Article } from './article.ts';
import { endsInEllipsis, endsSentence, indentOf, stemOf, stemRange } from './endings.ts';
import { findRepeated } from './repetition.ts';

/** The first body line: cut with an ellipsis, or short enough to be left whole and then repeated two lines below. */
export interface Lead {
	readonly line: number;
	/** Where its text stands again: the paragraph's line, the offset in that line, and how many units are repeated. */
	readonly repeats: { readonly line: number; readonly offset: number; readonly length: number } | undefined;
}

/** A line that reads as several headlines glued together. */
export interface Related {
	readonly line: number;
	readonly evidence: 'between-lead-and-its-paragraph' | 'no-final-punctuation';
}

/** What the lines of a body are, as far as they are not plain paragraphs. Inferences: nothing is deleted on them alone. */
export interface BodyRoles {
	readonly lead: Lead | undefined;
	readonly related: Related | undefined;
}

/** How far below the lead its paragraph is looked for; further down a repetition proves little. */
const REACH = 8;

/** UTF-16 units of a lead; a shorter one proves no repetition. */
const SHORTEST = 20;

/**
 * Where the words of a body line, the lead or one that may be one, stand again below it, also with other punctuation and
 * blanks; dearer than what the role of a lead carries, which knows only a text that is repeated as it is.
 */
export function repetitionOf(article: Article, line: number): Lead['repeats'] {
	const { lead } = article.body;
	if (lead?.line === line && lead.repeats !== undefined) { return lead.repeats; }
	const text = stemOf(article, line);
	for (let below = line + 1; below < Math.min(article.lines.count, line + REACH); below++) {
		const found = findRepeated(article.lineText(below), text, SHORTEST);
		if (found !== undefined) { return { line: below, ...found }; }
	}
	return undefined;
}

export function inferRoles(article: Article): BodyRoles {
	const first = firstVisible(article, article.bodyLine);
	if (article.header === undefined || first < 0) { return { lead: undefined, related: undefined }; }
	if (!endsInEllipsis(article, first)) { return wholeLead(article, first); }
	if (firstVisible(article, first + 1) < 0) { return { lead: undefined, related: undefined }; }
	const lead: Lead = { line: first, repeats: findRepetition(article, first) };
	return { lead, related: relatedAfter(article, lead) };
}

/** A first paragraph shorter than a lead is its own lead: it stands above and below the related headlines. */
function wholeLead(article: Article, first: number): BodyRoles {
	const none = { lead: undefined, related: undefined };
	const related = firstVisible(article, first + 1);
	const paragraph = related < 0 ? -1 : firstVisible(article, related + 1);
	if (paragraph < 0) { return none; }
	const stem = stemRange(article, first);
	const length = stem.end - stem.start;
	const below = indentOf(article, paragraph);
	if (length < SHORTEST || commonUnits(article.units, below, stem.start, length) < length || placeIn(article, related, stem) >= 0) { return none; }
	return {
		lead: { line: first, repeats: { line: paragraph, offset: below - article.lines.start(paragraph), length } },
		related: { line: related, evidence: 'between-lead-and-its-paragraph' },
	};
}

/** First line from `from` on that shows something, −1 where there is none. */
export function firstVisible(article: Article, from: number): number {
	for (let line = from; line < article.lines.count; line++) {
		if (!article.lines.isBlank(line)) { return line; }
	}
	return -1;
}

/** Units that are compared before the whole is. */
const GLANCE = 8;

function findRepetition(article: Article, lead: number): Lead['repeats'] {
	const stem = stemRange(article, lead);
	const length = stem.end - stem.start;
	if (length < SHORTEST) { return undefined; }
	for (let line = lead + 1; line < Math.min(article.lines.count, lead + REACH); line++) {
		const offset = placeIn(article, line, stem);
		if (offset >= 0) { return { line, offset, length }; }
	}
	return undefined;
}

/** Offset in a line where a part of the article stands again; −1 where it does not. Nearly always one comparison tells. */
function placeIn(article: Article, line: number, part: Range): number {
	const { units, lines } = article;
	const start = lines.start(line);
	const length = part.end - part.start;
	const last = lines.end(line) - length;
	const at = nextGlance(units, start, last, part.start);
	if (at > last) { return -1; }
	return commonUnits(units, at, part.start, length) === length ? at - start : article.lineText(line).indexOf(article.slice(part));
}

/** The first offset from `from` to `last` where the first units of a part of the article stand again; one behind where they do not. */
function nextGlance(units: Uint16Array, from: number, last: number, part: number): number {
	const first = units[part];
	const second = units[part + 1];
	for (let at = from; at <= last; at++) {
		if (units[at] === first && units[at + 1] === second && commonUnits(units, at, part, GLANCE) === GLANCE) { return at; }
	}
	return last + 1;
}

function relatedAfter(article: Article, lead: Lead): Related | undefined {
	const line = firstVisible(article, lead.line + 1);
	const paragraph = firstVisible(article, line + 1);
	if (paragraph < 0 || lead.repeats?.line === line) { return undefined; }
	if (lead.repeats?.line === paragraph) { return { line, evidence: 'between-lead-and-its-paragraph' }; }
	return endsSentence(article, line) ? undefined : { line, evidence: 'no-final-punctuation' };
}
