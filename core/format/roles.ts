import { isBlank } from '../text/kinds.ts';
import type { Article } from './article.ts';
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

const ellipsis = /(?:\.{3}|…)[ \t\u00a0"'»”)]*$/u;
/** Headlines end in question marks, exclamation marks and quotation marks, hardly in a full stop. */
const sentenceEnd = /[.…۔:]["'»”)\]]*[ \u00a0]?$/u;
/** How far below the lead its paragraph is looked for; further down a repetition proves little. */
const REACH = 8;

/** UTF-16 units of a lead; a shorter one proves no repetition. */
const SHORTEST = 20;

/**
 * Where the words of a lead stand again below it, also with other punctuation and blanks; dearer than what its role
 * carries, which knows only a text that is repeated as it is.
 */
export function repetitionOf(article: Article, lead: Lead): Lead['repeats'] {
	if (lead.repeats !== undefined) { return lead.repeats; }
	const text = stem(article.lineText(lead.line));
	for (let line = lead.line + 1; line < Math.min(article.lines.count, lead.line + REACH); line++) {
		const found = findRepeated(article.lineText(line), text, SHORTEST);
		if (found !== undefined) { return { line, ...found }; }
	}
	return undefined;
}

export function inferRoles(article: Article): BodyRoles {
	const first = firstVisible(article, article.bodyLine);
	if (article.header === undefined || first < 0) { return { lead: undefined, related: undefined }; }
	const text = article.lineText(first);
	if (!ellipsis.test(text)) { return wholeLead(article, first, stem(text)); }
	if (firstVisible(article, first + 1) < 0) { return { lead: undefined, related: undefined }; }
	const lead: Lead = { line: first, repeats: findRepetition(article, first, stem(text)) };
	return { lead, related: relatedAfter(article, lead) };
}

/** A first paragraph shorter than a lead is its own lead: it stands above and below the related headlines. */
function wholeLead(article: Article, first: number, text: string): BodyRoles {
	const related = firstVisible(article, first + 1);
	const paragraph = related < 0 ? -1 : firstVisible(article, related + 1);
	const below = paragraph < 0 ? '' : article.lineText(paragraph);
	const offset = below.length - below.replace(/^[ \t\u00a0]+/u, '').length;
	if (text.length < 20 || !below.startsWith(text, offset) || article.lineText(related).includes(text)) { return { lead: undefined, related: undefined }; }
	return {
		lead: { line: first, repeats: { line: paragraph, offset, length: text.length } },
		related: { line: related, evidence: 'between-lead-and-its-paragraph' },
	};
}

function firstVisible(article: Article, from: number): number {
	for (let line = from; line < article.lines.count; line++) {
		if (!article.lines.isBlank(line)) { return line; }
	}
	return -1;
}

function stem(lead: string): string {
	let end = lead.length;
	while (end > 0 && (/[.…"'»”)]/u.test(lead[end - 1] ?? '') || isBlank(lead.charCodeAt(end - 1)))) { end--; }
	let start = 0;
	while (start < end && isBlank(lead.charCodeAt(start))) { start++; }
	return lead.slice(start, end);
}

function findRepetition(article: Article, lead: number, text: string): Lead['repeats'] {
	if (text.length < SHORTEST) { return undefined; }
	for (let line = lead + 1; line < Math.min(article.lines.count, lead + REACH); line++) {
		const offset = article.lineText(line).indexOf(text);
		if (offset >= 0) { return { line, offset, length: text.length }; }
	}
	return undefined;
}

function relatedAfter(article: Article, lead: Lead): Related | undefined {
	const line = firstVisible(article, lead.line + 1);
	const paragraph = firstVisible(article, line + 1);
	if (paragraph < 0 || lead.repeats?.line === line) { return undefined; }
	if (lead.repeats?.line === paragraph) { return { line, evidence: 'between-lead-and-its-paragraph' }; }
	return sentenceEnd.test(article.lineText(line)) ? undefined : { line, evidence: 'no-final-punctuation' };
}
