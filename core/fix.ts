import { factsBehind, factsWithin } from './file-facts.ts';
import { readText } from './format/read.ts';
import type { Linter } from './lint.ts';
import { KeptLines } from './kept-lines.ts';
import type { FileFacts, Fix, Problem } from './rules/rule.ts';
import { compose } from './text/compose.ts';
import { applyEdits, byPosition, type Edit } from './text/edit.ts';

/** Passes after which fixes that still change the text are given up; no rule of ours needs more than four. */
export const MAX_PASSES = 10;

export interface FixChoice {
	/** Also unsafe fixes, where a problem offers exactly one. */
	readonly isUnsafe?: boolean;
	/** Only the fixes of these rules. */
	readonly rules?: ReadonlySet<string>;
}

export interface FixResult {
	/** Disjoint, by position, in offsets of the text before; applying them gives `text`. */
	readonly edits: readonly Edit[];
	readonly text: string;
	/** How many fixes of each rule were applied. */
	readonly applied: ReadonlyMap<string, number>;
	/** Rules whose fixes undo each other; empty unless a rule is defective. */
	readonly unsettled: readonly string[];
}

/** A fix as it was applied; offsets in the text that its pass began with. */
export interface AppliedFix {
	readonly rule: string;
	/** By position. */
	readonly edits: readonly Edit[];
}

/** One round: the text before it, and the fixes that were applied to it together. */
export interface Pass {
	readonly text: string;
	readonly fixes: readonly AppliedFix[];
}

export interface ArticleFixResult extends FixResult {
	/** How the edits came about: what each rule did, to which text. */
	readonly passes: readonly Pass[];
}

/** The fix that may be applied without asking: the first safe one, or the only unsafe one where that is allowed. */
export function chosenFix(problem: Problem, choice: FixChoice): Fix | undefined {
	if (choice.rules !== undefined && !choice.rules.has(problem.rule.id)) { return undefined; }
	const safe = problem.fixes.find(fix => fix.safety === 'safe');
	return safe ?? (choice.isUnsafe === true && problem.fixes.length === 1 ? problem.fixes[0] : undefined);
}

/**
 * Applies fixes to a text, article by article, and checks again until nothing is left to fix.
 * @param facts where it is read from a file's bytes
 */
export function fixText(text: string, linter: Linter, choice: FixChoice = {}, facts?: FileFacts): FixResult {
	const edits: Edit[] = [];
	const applied = new Map<string, number>();
	const unsettled = new Set<string>();
	let result = '';
	let offset = 0;
	for (const article of readText(text)) {
		const end = offset + article.length;
		const fixed = fixArticle(article.text, linter, choice, { isLast: end === text.length, facts: facts && factsWithin(facts, offset, end) });
		result += fixed.text;
		for (const edit of fixed.edits) { edits.push({ range: { start: edit.range.start + offset, end: edit.range.end + offset }, text: edit.text }); }
		for (const [rule, count] of fixed.applied) { applied.set(rule, (applied.get(rule) ?? 0) + count); }
		for (const rule of fixed.unsettled) { unsettled.add(rule); }
		offset = end;
	}
	return { edits, text: result, applied, unsettled: [...unsettled] };
}

/** How an article stands in its dump. */
export interface Standing {
	/** Nothing follows: elsewhere a fix that would join it to the next article is left out. */
	readonly isLast: boolean;
	/** What the bytes of its file tell; left out where only the text is known, and rules of scope `bytes` are silent. */
	readonly facts?: FileFacts | undefined;
}

/** Fixes the text of one article. Lines in which the baseline accepts a problem are left as they are. */
export function fixArticle(text: string, linter: Linter, choice: FixChoice, { isLast, facts }: Standing): ArticleFixResult {
	const applied = new Map<string, number>();
	const passes: Pass[] = [];
	let edits: readonly Edit[] = [];
	let current = text;
	const factsAfter = (done: readonly Edit[]): FileFacts | undefined => facts && factsBehind(facts, done);
	for (let pass = 0; pass < MAX_PASSES; pass++) {
		const picked = compatible(fixesOf(current, linter, choice, factsAfter(edits)), current, isLast);
		if (picked.length === 0) { return { edits, text: current, applied, passes, unsettled: [] }; }
		const step = picked.flatMap(({ fix }) => fix.edits);
		const next = applyEdits(current, step);
		if (next === undefined) { break; }
		for (const { rule } of picked) { applied.set(rule, (applied.get(rule) ?? 0) + 1); }
		passes.push({ text: current, fixes: picked.map(({ rule, fix }) => ({ rule, edits: [...fix.edits].sort(byPosition) })) });
		edits = compose(edits, step, text.length);
		current = next;
	}
	return { edits, text: current, applied, passes, unsettled: [...new Set(fixesOf(current, linter, choice, factsAfter(edits)).map(({ rule }) => rule))] };
}

interface Candidate {
	readonly rule: string;
	readonly fix: Fix;
}

function fixesOf(text: string, linter: Linter, choice: FixChoice, facts: FileFacts | undefined): Candidate[] {
	const candidates: Candidate[] = [];
	let offset = 0;
	for (const article of readText(text)) {
		const end = offset + article.length;
		const found = linter.find(article, facts && factsWithin(facts, offset, end));
		const parts = linter.baseline?.split(article, found);
		const kept = parts === undefined || parts.accepted.size === 0 ? undefined : new KeptLines(article, parts.accepted.keys());
		for (const problem of parts?.open ?? found) {
			const fix = chosenFix(problem, choice);
			if (fix === undefined || kept !== undefined && !fix.edits.every(edit => kept.survive(edit))) { continue; }
			candidates.push({ rule: problem.rule.id, fix: offset === 0 ? fix : moved(fix, offset) });
		}
		offset = end;
	}
	return candidates;
}

const moved = (fix: Fix, by: number): Fix => ({
	...fix,
	edits: fix.edits.map(({ range, text }) => ({ range: { start: range.start + by, end: range.end + by }, text })),
});

/**
 * The fixes that can be applied together, by position. Each is taken whole or not at all, and of two whose hulls
 * overlap or meet at one offset only the first is: their order would decide the result. The rest waits for the next pass.
 * Lines that one rule deletes may meet, or a thousand blank ones in a row would take ten passes.
 */
function compatible(candidates: readonly Candidate[], text: string, isLast: boolean): Candidate[] {
	const hulls = candidates.map(candidate => ({ candidate, ...hullOf(candidate.fix) })).sort((a, b) => a.start - b.start || a.end - b.end);
	const picked: Candidate[] = [];
	let last = -1;
	for (const { candidate, start, end } of hulls) {
		if (start < last || (start === last && !areLinesOfOne(text, picked.at(-1), candidate))) { continue; }
		if (!isLast && end === text.length && !endsLine(applyEdits(text, candidate.fix.edits) ?? '')) { continue; }
		picked.push(candidate);
		last = end;
	}
	return picked;
}

const areLinesOfOne = (text: string, first: Candidate | undefined, second: Candidate): boolean =>
	first?.rule === second.rule && deletesLine(text, first.fix) && deletesLine(text, second.fix);

function deletesLine(text: string, { edits: [edit, ...others] }: Fix): boolean {
	if (edit?.text !== '' || others.length > 0) { return false; }
	const { start, end } = edit.range;
	return end > start && endsLine(text.slice(0, start)) && endsLine(text.slice(start, end));
}

function hullOf(fix: Fix): { readonly start: number; readonly end: number } {
	let start = Number.POSITIVE_INFINITY;
	let end = 0;
	for (const { range } of fix.edits) {
		start = Math.min(start, range.start);
		end = Math.max(end, range.end);
	}
	return { start, end };
}

const endsLine = (text: string): boolean => text === '' || text.endsWith('\n') || text.endsWith('\r');
