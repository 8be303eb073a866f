import { insert } from '../../text/edit.ts';
import { isKind, isLetter, Kind, kindsOf } from '../../text/kinds.ts';
import { quoted } from '../../text/quote.ts';
import { defineRule, type CorpusFacts } from '../rule.ts';

export const gluedHeadlines = defineRule({
	id: 'glued-headlines',
	group: 'glued',
	severity: 'hint',
	since: '0.1.0',
	fix: 'always',
	safety: 'unsafe',
	summary: 'Headlines of related articles stand in one line without anything between them.',
	why: 'The last word of one and the first of the next became a word that no dictionary has, and no headline can be looked up.',
	details: [
		'Looked at is only the line of related headlines. The message says what tells the joint: first the titles of the corpus, where the articles of a whole corpus are looked at (`warraq check --corpus`); then signs that end a word or a sentence and have a letter right behind them: ة, ى or a tanwin, a question mark, an exclamation mark, an ellipsis, a closing quote or bracket, a number; or an opening quote right behind a word of four letters or more.',
		'Three joints of five show no sign at all: they are left alone unless the corpus has one of the two titles. The fix ends the line there; it is unsafe, because only a reader can tell.',
	].join('\n\n'),
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة...\nافتتاح المكتبة ⟦العامةمتى⟧ تفتح الحديقة ⟦أبوابها؟الجسر⟧ القديم يعود\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة...\nافتتاح المكتبة العامة\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
		isFixed: false,
	}],
	on: 'article',
	check(article, report, _options, { corpus }) {
		const { related } = article.body;
		if (related === undefined) { return; }
		const start = article.lines.start(related.line);
		const text = article.lineText(related.line);
		for (const { at, evidence } of cutsOf(text, corpus)) {
			const range = { start: start + around(text, at, -1), end: start + around(text, at, 1) };
			report({
				range,
				message: `Two headlines are glued in ${quoted(article.slice(range))}: ${evidence}.`,
				fixes: [{ title: 'End the line between the headlines', safety: 'unsafe', edits: [insert(start + at, '\n')] }],
			});
		}
	},
});

interface Cut {
	readonly at: number;
	readonly evidence: string;
}

/** Where one headline ends and the next begins, ascending; what the corpus knows comes before what signs tell. */
function cutsOf(text: string, corpus: CorpusFacts | undefined): Cut[] {
	const known = corpus === undefined ? [] : knownTitles(text, corpus);
	const cuts = new Map<number, string>();
	for (const { start, end } of known) {
		const evidence = `the corpus has the title ${quoted(text.slice(start, end))}`;
		if (isJoint(text, start)) { cuts.set(start, evidence); }
		if (isJoint(text, end) && !cuts.has(end)) { cuts.set(end, evidence); }
	}
	for (const { at, evidence } of signs(text)) {
		if (!cuts.has(at) && !known.some(({ start, end }) => start < at && at < end)) { cuts.set(at, evidence); }
	}
	return [...cuts].map(([at, evidence]) => ({ at, evidence })).sort((a, b) => a.at - b.at);
}

/** Something stands on both sides, and no blank. */
const isJoint = (text: string, at: number): boolean => at > 0 && at < text.length && text[at - 1] !== ' ' && text[at] !== ' ';

/** Titles of the corpus in a text, from its start on and without overlaps. */
function knownTitles(text: string, corpus: CorpusFacts): { readonly start: number; readonly end: number }[] {
	const found: { start: number; end: number }[] = [];
	for (let at = 0; at < text.length;) {
		const length = corpus.titleLengthAt(text, at);
		if (length > 0) { found.push({ start: at, end: at + length }); }
		at += Math.max(1, length);
	}
	return found;
}

/** What a headline may end with, with a letter right behind it; or a quotation that begins behind a letter. */
const sign = /(?<word>[ةى](?=[\u0620-\u064a\u0671-\u06d3]))|(?<tanwin>[\u064b-\u064d](?:ا(?=\p{L})|(?![اى])(?=\p{L})))|(?<digit>[0-9\u0660-\u0669\u06f0-\u06f9](?=[\u0620-\u064a\u0671-\u06d3]{3}))|(?<stop>(?<![ ـ])(?:[؟?!»”…)\]]|\.\.)(?=\p{L}))|(?<quote>["«“])/gu;
/** A prefix before a quotation has fewer. */
const LONG_WORD = 4;

function* signs(text: string): Generator<Cut> {
	let quotes = 0;
	for (const { index, 0: found, groups } of text.matchAll(sign)) {
		const at = index + found.length;
		const { word, tanwin, digit, stop } = groups ?? {};
		if (word !== undefined) { yield { at, evidence: `${word} ends a word` }; continue; }
		if (tanwin !== undefined) { yield { at, evidence: 'a tanwin ends a word' }; continue; }
		if (digit !== undefined) { yield { at, evidence: 'a letter stands right behind a number' }; continue; }
		if (stop !== undefined) { yield { at, evidence: `a letter stands right behind ${quoted(stop === '..' ? '...' : stop)}` }; continue; }
		const isBeforeLetter = isLetter(text.charCodeAt(at));
		// Gershayim stand between Hebrew letters.
		if (found === '"' && isHebrew(text, index - 1) && isHebrew(text, at)) { continue; }
		if (found === '"') { quotes++; }
		const isOpening = found !== '"' || quotes % 2 === 1;
		if (isOpening && isBeforeLetter && index - wordStart(text, index) >= LONG_WORD) { yield { at: index, evidence: 'a quotation begins right behind a word' }; }
		if (!isOpening && isBeforeLetter && text[index - 1] !== ' ') { yield { at, evidence: 'a letter stands right behind a quotation' }; }
	}
}

const isHebrew = (text: string, at: number): boolean => isKind(text.charCodeAt(at), kindsOf(Kind.Hebrew));

const inWord = kindsOf(Kind.Mark, Kind.Tatweel, Kind.AsciiDigit, Kind.ArabicDigit, Kind.PersianDigit);
const isWord = (unit: number): boolean => isLetter(unit) || isKind(unit, inWord);

/** Start of the word in front of an offset; at least one unit before it. */
function wordStart(text: string, at: number): number {
	let start = at;
	while (start > 0 && isWord(text.charCodeAt(start - 1))) { start--; }
	return start;
}

/** Units shown on each side of a cut. */
const SHOWN = 20;

/** The next blank to one side, or so far. */
function around(text: string, at: number, step: 1 | -1): number {
	let edge = at;
	while (Math.abs(edge - at) < SHOWN && (step < 0 ? edge > 0 : edge < text.length) && text[step < 0 ? edge - 1 : edge] !== ' ') { edge += step; }
	return edge;
}
