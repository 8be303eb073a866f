import type { Article } from '../../format/article.ts';
import { Kind, Pair, arabicKinds, digitKinds, invisibleKinds, isKind, isSpaceless, kindsOf } from '../../text/kinds.ts';
import { counted } from '../../text/quote.ts';
import { includesSorted } from '../../text/sorted.ts';
import { defineRule, textRoles, type FileFacts } from '../rule.ts';

const LOST = 0xfffd;
const lost = kindsOf(Kind.Replacement);
const QUESTION = 0x3f;
/** What a run of question marks stands in when it stands for lost characters. */
const neighbours = arabicKinds | digitKinds;
/** Fewer question marks than this are read as emphasis where nothing else tells. */
const LEAST = 3;
/** What is looked past to see what question marks stand beside, and how far. */
const unseen = invisibleKinds | kindsOf(Kind.Control);
const REACH = 32;
/** Three or more words in a row of nothing but question marks. */
const lostWords = /(?<![^ ])\?{2,}(?: \?{2,}){2,}(?![^ ])/gu;

/** Words that ask for another one behind them; after these a question mark stands for a lost number or name. */
const governing: ReadonlySet<string> = new Set('سال سالهاي سالهای هاي های دهه قرن تا از به با در و كه که حدود ماه برابر نزديك نزدیک عام عامي سنوات من في إلى الى حتى بين نحو حوالي بنسبة منذ خلال وفي ومن'.split(' '));

export const replacementCharacter = defineRule({
	id: 'replacement-character',
	group: 'damage',
	severity: 'warning',
	since: '0.1.0',
	fix: 'never',
	summary: 'Characters were lost: U+FFFD or a run of question marks stands in their place.',
	why: 'The text is wrong and cannot be restored from itself: numbers and words are missing.',
	details: `Reported are U+FFFD; runs of ${LEAST} or more \`?\` with an Arabic letter or digit on either side, or behind a word that no sentence ends with (سال، تا، حتى، في); and three or more words in a row that consist of \`?\`. Where an article has one of these, other runs of ${LEAST} or more that touch an Arabic letter or a digit are reported too. \`؟؟؟\` and \`???\` behind any other word or at the end of a line are emphasis and left alone. There is no fix: fetch the article again.`,
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\nتاريخ المدرسة\nتاريخ المدرسة\nبنيت المدرسة سنة⟦????⟧م على يد الأهالي⟦\\ufffd\\ufffd⟧.\n',
		good: ' date 2025-03-04 https://example.com/a\nتاريخ المدرسة\nتاريخ المدرسة\nهل بنيت المدرسة سنة 1920؟؟؟ متى إذن??? لا أحد يعرف.\n',
	}],
	on: 'line',
	gate: { kinds: lost, pairs: Pair.QuestionRun, roles: textRoles },
	check({ article, text, start, kinds, pairs }, report, _options, { file }) {
		const tell = (from: number, to: number, what: string): void => {
			report({ range: { start: start + from, end: start + to }, message: `${what} where ${to - from === 1 ? 'a character was' : 'characters were'} lost: compare with the source or fetch the article again.` });
		};
		if ((kinds & lost) !== 0) {
			for (const { from, to } of runsOf(text, LOST)) {
				// What is no UTF-8 is the concern of `invalid-utf8`.
				if (!isIllFormed(file, start + from)) { tell(from, to, `U+FFFD stands${to - from === 1 ? '' : ` ${to - from} times`}`); }
			}
		}
		if ((pairs & Pair.QuestionRun) === 0) { return; }
		const words = [...text.matchAll(lostWords)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
		for (const { from, to } of words) { tell(from, to, 'Nothing but question marks stands'); }
		let word = 0;
		for (const run of runsOf(text, QUESTION)) {
			while (word < words.length && (words[word]?.to ?? 0) <= run.from) { word++; }
			if ((words[word]?.from ?? Number.POSITIVE_INFINITY) <= run.from || run.to - run.from < LEAST) { continue; }
			if (isLoss(text, run) || (isBeside(text, run) && hasProof(article))) { tell(run.from, run.to, `${counted(run.to - run.from, 'question mark')} stand`); }
		}
	},
});

const isIllFormed = (file: FileFacts | undefined, offset: number): boolean => file?.illFormed !== undefined && includesSorted(file.illFormed.units, offset);

interface Run {
	readonly from: number;
	readonly to: number;
}

function runsOf(text: string, unit: number): Run[] {
	const runs: Run[] = [];
	const character = String.fromCharCode(unit);
	for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at)) {
		const from = at;
		while (text.charCodeAt(at) === unit) { at++; }
		runs.push({ from, to: at });
	}
	return runs;
}

/** True when an Arabic letter or digit stands there, other damage between left out. */
function isPart(text: string, from: number, step: 1 | -1): boolean {
	return isKind(text.charCodeAt(visibleAt(text, from, step)), neighbours);
}

function visibleAt(text: string, from: number, step: 1 | -1): number {
	let at = from;
	for (let seen = 0; seen < REACH && isKind(text.charCodeAt(at), unseen); seen++) { at += step; }
	return at;
}


/** True where question marks cannot be emphasis, whatever the rest of the article says. */
function isLoss(text: string, run: Run): boolean {
	if (!isPart(text, run.from - 1, -1)) { return false; }
	return isPart(text, run.to, 1) || (isBeside(text, run) && governing.has(wordBefore(text, visibleAt(text, run.from - 1, -1) + 1)));
}

function wordBefore(text: string, end: number): string {
	let start = end;
	while (end - start < 8 && isKind(text.charCodeAt(start - 1), arabicKinds)) { start--; }
	return text.slice(start, end);
}

/** Touches a letter or digit on one side, and is not the end of its line. */
const isBeside = (text: string, { from, to }: Run): boolean => (isPart(text, from - 1, -1) || isPart(text, to, 1)) && hasMore(text, to);

/** True when at least two characters that can be seen follow: more than a closing quote or a full stop. */
function hasMore(text: string, from: number): boolean {
	let count = 0;
	for (let at = from; at < text.length && count < 2; at++) {
		if (!isSpaceless(text.charCodeAt(at))) { count++; }
	}
	return count === 2;
}

const proofs = new WeakMap<Article, boolean>();

/** True when question marks stand for lost characters somewhere in the article beyond doubt. */
function hasProof(article: Article): boolean {
	const known = proofs.get(article);
	if (known !== undefined) { return known; }
	let found = false;
	for (let line = 0; line < article.lines.count && !found; line++) {
		if ((article.lines.pairs(line) & Pair.QuestionRun) === 0) { continue; }
		const text = article.lineText(line);
		found = runsOf(text, QUESTION).some(run => run.to - run.from >= LEAST && isLoss(text, run));
	}
	proofs.set(article, found);
	return found;
}
