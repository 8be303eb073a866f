import { readText } from './format/read.ts';
import type { Linter } from './lint.ts';
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
	/** The text is read from a file's bytes: rules of scope `bytes` take part. */
	readonly isFile?: boolean;
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

/** Applies fixes to a text, article by article, and checks again until nothing is left to fix. */
export function fixText(text: string, linter: Linter, choice: FixChoice = {}): FixResult {
	const edits: Edit[] = [];
	const applied = new Map<string, number>();
	const unsettled = new Set<string>();
	let result = '';
	let offset = 0;
	for (const article of readText(text)) {
		const end = offset + article.length;
		const fixed = fixArticle(article.text, linter, choice, { isFirst: offset === 0, isLast: end === text.length });
		result += fixed.text;
		for (const edit of fixed.edits) { edits.push({ range: { start: edit.range.start + offset, end: edit.range.end + offset }, text: edit.text }); }
		for (const [rule, count] of fixed.applied) { applied.set(rule, (applied.get(rule) ?? 0) + count); }
		for (const rule of fixed.unsettled) { unsettled.add(rule); }
		offset = end;
	}
	return { edits, text: result, applied, unsettled: [...unsettled] };
}

/** Where an article stands in its dump. */
export interface Position {
	readonly isFirst: boolean;
	readonly isLast: boolean;
}

/**
 * Fixes the text of one article. Unless it is the last one, a fix that would join it to the next article is left out.
 */
export function fixArticle(text: string, linter: Linter, choice: FixChoice, position: Position): ArticleFixResult {
	const { isLast } = position;
	const spared = acceptedRules(text, linter);
	const applied = new Map<string, number>();
	const passes: Pass[] = [];
	let edits: readonly Edit[] = [];
	let current = text;
	for (let pass = 0; pass < MAX_PASSES; pass++) {
		const picked = compatible(fixesOf(current, linter, choice, position, spared), current, isLast);
		if (picked.length === 0) { return { edits, text: current, applied, passes, unsettled: [] }; }
		const step = picked.flatMap(({ fix }) => fix.edits);
		const next = applyEdits(current, step);
		if (next === undefined) { break; }
		for (const { rule } of picked) { applied.set(rule, (applied.get(rule) ?? 0) + 1); }
		passes.push({ text: current, fixes: picked.map(({ rule, fix }) => ({ rule, edits: [...fix.edits].sort(byPosition) })) });
		edits = compose(edits, step, text.length);
		current = next;
	}
	return { edits, text: current, applied, passes, unsettled: [...new Set(fixesOf(current, linter, choice, position, spared).map(({ rule }) => rule))] };
}

interface Candidate {
	readonly rule: string;
	readonly fix: Fix;
}

/** Rules of which somebody let a problem stand: once its line has changed it could not be told from others. */
function acceptedRules(text: string, linter: Linter): ReadonlySet<string> {
	if (linter.baseline === undefined) { return new Set(); }
	return new Set(readText(text).flatMap(article => [...linter.accepted(article).keys()]).map(({ rule }) => rule.id));
}

function fixesOf(text: string, linter: Linter, { isFile, ...choice }: FixChoice, { isFirst }: Position, spared: ReadonlySet<string>): Candidate[] {
	const candidates: Candidate[] = [];
	let offset = 0;
	for (const article of readText(text)) {
		const file: FileFacts | undefined = isFile === true ? { isStart: isFirst && offset === 0 } : undefined;
		for (const problem of linter.check(article, file)) {
			const fix = spared.has(problem.rule.id) ? undefined : chosenFix(problem, choice);
			if (fix !== undefined) { candidates.push({ rule: problem.rule.id, fix: offset === 0 ? fix : moved(fix, offset) }); }
		}
		offset += article.length;
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
 */
function compatible(candidates: readonly Candidate[], text: string, isLast: boolean): Candidate[] {
	const hulls = candidates.map(candidate => ({ candidate, ...hullOf(candidate.fix) })).sort((a, b) => a.start - b.start || a.end - b.end);
	const picked: Candidate[] = [];
	let last = -1;
	for (const { candidate, start, end } of hulls) {
		if (start <= last) { continue; }
		if (!isLast && end === text.length && !endsLine(applyEdits(text, candidate.fix.edits) ?? '')) { continue; }
		picked.push(candidate);
		last = end;
	}
	return picked;
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
