import type { AppliedFix, ArticleFixResult, Pass } from '../fix.ts';
import { hunksOf, type Hunk } from '../report/diff.ts';
import { sizeOf } from '../text/letters.ts';
import { addAmount, amountOf, lettersLostBy, newAmount, offsetBefore, type Amount } from './change.ts';
import { FirstOf, Lots } from './sample.ts';

/** An article that fixes would change. */
export interface RehearsedArticle {
	/** As the user knows it; the articles of one file come one behind the other. */
	readonly file: string;
	/** From 0, in the file. */
	readonly index: number;
	/** Line in the file, from 1, before any change. */
	readonly line: number;
	/** Before any change. */
	readonly text: string;
	readonly fixed: ArticleFixResult;
}

export interface RehearsalOptions {
	/** How many fixes to draw, and how many of the largest to keep; 20 and 5 where left out. */
	readonly sample?: number;
	readonly largest?: number;
	/** Another seed draws other fixes. */
	readonly seed?: string;
}

/** What was read, changed or not. */
export interface ReadAmount {
	articles: number;
	/** Code points. */
	characters: number;
	/** Letters and digits. */
	letters: number;
}

/** What the fixes of one rule do, each in the text of its own pass. */
export interface RuleChange extends Readonly<Amount> {
	readonly rule: string;
	readonly fixes: number;
	readonly edits: number;
	readonly articles: number;
	readonly files: number;
	/** Letters and digits taken out and put in nowhere, see `lettersLostBy`. */
	readonly lettersLost: number;
}

/** One fix as a diff of the text that its pass began with. */
export interface FixDiff {
	readonly rule: string;
	readonly file: string;
	/** Where it changes something first, in the file, from 1, before any change. */
	readonly line: number;
	/** Characters taken out and put in. */
	readonly removed: number;
	readonly added: number;
	readonly lettersLost: number;
	/** Cut after {@link MOST_LINES} lines. */
	readonly hunks: readonly Hunk[];
	readonly hiddenLines: number;
}

/** What fixes would do to many articles. */
export interface RehearsalReport {
	readonly read: Readonly<ReadAmount>;
	/** Before and after compared: `removed`, `added` and `changed` are of the composed edits, whatever rules did in between. */
	readonly total: Omit<RuleChange, 'rule'>;
	/** By id. */
	readonly rules: readonly RuleChange[];
	readonly seed: string;
	/** A random sample of the fixes, and those that change most, both in the order of files and lines. */
	readonly sample: readonly FixDiff[];
	readonly largest: readonly FixDiff[];
}

/** Lines of a diff that are kept: the largest may be as long as an article. */
export const MOST_LINES = 24;

type Sum = { -readonly [K in keyof Omit<RuleChange, 'rule'>]: number } & { file?: string };

interface Place {
	readonly file: string;
	readonly article: number;
	readonly fix: number;
}

const byPlace = (a: Place, b: Place): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.article - b.article || a.fix - b.fix);

/** Adds up what fixes would do, in bounded memory; writes nothing. */
export class Rehearsal {
	readonly #seed: string;
	readonly #lots: Lots;
	readonly #sample: FirstOf<Place & { readonly lot: number }, Place & { readonly diff: FixDiff }>;
	readonly #largest: FirstOf<Place & { readonly size: number }, Place & { readonly diff: FixDiff }>;
	readonly #read: ReadAmount = { articles: 0, characters: 0, letters: 0 };
	readonly #rules = new Map<string, Sum>();
	readonly #total = newSum();

	constructor({ sample = 20, largest = 5, seed = '1' }: RehearsalOptions = {}) {
		this.#seed = seed;
		this.#lots = new Lots(seed);
		this.#sample = new FirstOf(sample, (a, b) => a.lot - b.lot || byPlace(a, b));
		this.#largest = new FirstOf(largest, (a, b) => b.size - a.size || byPlace(a, b));
	}

	/** Takes note of text that is read, whether anything in it changes or not: shares are of all of it. */
	read(units: Uint16Array, articles: number): void {
		const { characters, letters } = sizeOf(units);
		this.#read.articles += articles;
		this.#read.characters += characters;
		this.#read.letters += letters;
	}

	/** Takes note of an article that fixes change. */
	mended(article: RehearsedArticle): void {
		const { file, index, text, fixed } = article;
		addAmount(this.#total, amountOf(text, fixed.edits));
		this.#total.edits += fixed.edits.length;
		touch(this.#total, file);
		const touched = new Set<Sum>();
		let number = 0;
		for (const [pass, { text: before, fixes }] of fixed.passes.entries()) {
			for (const fix of fixes) {
				const amount = amountOf(before, fix.edits);
				const lettersLost = lettersLostBy(fix.rule, before, fix.edits);
				const sum = this.#sumOf(fix.rule);
				touched.add(sum);
				addAmount(sum, amount);
				sum.fixes++;
				sum.edits += fix.edits.length;
				sum.lettersLost += lettersLost;
				this.#total.fixes++;
				this.#total.lettersLost += lettersLost;
				const place = { file, article: index, fix: number++ };
				const diff = (): Place & { readonly diff: FixDiff } => ({ ...place, diff: diffOf(article, fixed.passes.slice(0, pass), before, fix, { ...amount, lettersLost }) });
				this.#sample.offer({ ...place, lot: this.#lots.draw(file, index, place.fix) }, diff);
				this.#largest.offer({ ...place, size: amount.removed + amount.added }, diff);
			}
		}
		for (const sum of touched) { touch(sum, file); }
	}

	report(): RehearsalReport {
		const diffs = (kept: readonly (Place & { readonly diff: FixDiff })[]): FixDiff[] => [...kept].sort(byPlace).map(({ diff }) => diff);
		return {
			read: { ...this.#read }, total: plain(this.#total), seed: this.#seed,
			rules: [...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, sum]) => ({ rule, ...plain(sum) })),
			sample: diffs(this.#sample.values), largest: diffs(this.#largest.values),
		};
	}

	#sumOf(rule: string): Sum {
		let sum = this.#rules.get(rule);
		if (sum === undefined) { this.#rules.set(rule, sum = newSum()); }
		return sum;
	}
}

const newSum = (): Sum => ({ fixes: 0, edits: 0, articles: 0, files: 0, lettersLost: 0, ...newAmount() });

function touch(sum: Sum, file: string): void {
	sum.articles++;
	if (sum.file !== file) { sum.files++; sum.file = file; }
}

const plain = ({ fixes, edits, articles, files, removed, added, changed, lettersLost }: Sum): Omit<RuleChange, 'rule'> => ({ fixes, edits, articles, files, removed, added, changed, lettersLost });

function diffOf(article: RehearsedArticle, earlier: readonly Pass[], text: string, { rule, edits }: AppliedFix, amount: { readonly removed: number; readonly added: number; readonly lettersLost: number }): FixDiff {
	const first = edits[0]?.range.start ?? 0;
	const line = article.line + linesBefore(article.text, offsetBefore(first, earlier));
	// Lines of the pass are counted so that the first change stands where it stands in the file.
	const start = line - linesBefore(text, first);
	const hunks: Hunk[] = [];
	let hiddenLines = 0;
	let room = MOST_LINES;
	for (const hunk of hunksOf(text, edits, start, start)) {
		const lines = hunk.lines.slice(0, room);
		if (lines.length > 0) { hunks.push({ ...hunk, lines }); }
		room -= lines.length;
		hiddenLines += hunk.lines.length - lines.length;
	}
	return { rule, file: article.file, line, removed: amount.removed, added: amount.added, lettersLost: amount.lettersLost, hunks, hiddenLines };
}

function linesBefore(text: string, offset: number): number {
	let count = 0;
	for (let at = 0; at < offset; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) { count++; }
	}
	return count;
}
