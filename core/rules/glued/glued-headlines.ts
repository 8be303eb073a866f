import type { Article } from '../../format/article.ts';
import { insert } from '../../text/edit.ts';
import { quoted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type CorpusFacts } from '../rule.ts';
import { jointsOf, type Joint } from './_joints.ts';

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
		'Looked at is only the line of related headlines. The message says what tells the joint: first the titles of the corpus, where the articles of a whole corpus are looked at (`warraq check --corpus`); then signs that end a word or a sentence and have a letter right behind them: ة, ى or a tanwin, a question mark, an exclamation mark, an ellipsis, a closing quote or bracket, a number; an opening quote right behind a word of four letters or more; or a capital right behind small letters of Latin or Cyrillic.',
		'Three joints of five show no sign at all: they are left alone unless the corpus has one of the two titles. The fix ends the line there; it is unsafe, because only a reader can tell.',
	].join('\n\n'),
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة...\nافتتاح المكتبة ⟦العامةمتى⟧ تفتح الحديقة ⟦أبوابها؟الجسر⟧ القديم يعود\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
		good: ' date 2025-03-04 https://example.com/a\nوصول أول قطار\nوصول أول قطار\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة...\nافتتاح المكتبة العامة\nوصل القطار الأول صباح اليوم إلى المحطة الجديدة وسط المدينة.\n',
		isFixed: false,
	}],
	on: 'article',
	asksCorpus: true,
	check(article, report, _options, { corpus }) {
		const { related } = article.body;
		if (related === undefined) { return; }
		const line = article.lines.range(related.line);
		for (const { at, evidence } of cutsOf(article, line, corpus)) {
			const range = { start: around(article.units, line, at, -1), end: around(article.units, line, at, 1) };
			report({
				range,
				message: `Two headlines are glued in ${quoted(article.slice(range))}: ${evidence}.`,
				fixes: [{ title: 'End the line between the headlines', safety: 'unsafe', edits: [insert(at, '\n')] }],
			});
		}
	},
});

/** Where one headline ends and the next begins, ascending; what the corpus knows comes before what signs tell. */
function cutsOf(article: Article, line: Range, corpus: CorpusFacts | undefined): readonly Joint[] {
	const joints = jointsOf(article.units, line);
	const text = corpus === undefined ? '' : article.slice(line);
	const known = corpus === undefined ? [] : knownTitles(text, corpus);
	if (known.length === 0) { return joints; }
	const cuts = new Map<number, string>();
	for (const { start, end } of known) {
		const evidence = `the corpus has the title ${quoted(text.slice(start, end))}`;
		if (isJoint(text, start)) { cuts.set(line.start + start, evidence); }
		if (isJoint(text, end) && !cuts.has(line.start + end)) { cuts.set(line.start + end, evidence); }
	}
	for (const { at, evidence } of joints) {
		if (!cuts.has(at) && !known.some(({ start, end }) => line.start + start < at && at < line.start + end)) { cuts.set(at, evidence); }
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

const BLANK = 0x20;
/** Units shown on each side of a cut. */
const SHOWN = 20;

/** The next blank to one side, or so far. */
function around(units: Uint16Array, { start, end }: Range, at: number, step: 1 | -1): number {
	let edge = at;
	while (Math.abs(edge - at) < SHOWN && (step < 0 ? edge > start : edge < end) && units[step < 0 ? edge - 1 : edge] !== BLANK) { edge += step; }
	return edge;
}
