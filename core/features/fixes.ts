import type { DumpDocument } from '../document/document.ts';
import { chosenFix, fixArticle, type FixChoice } from '../fix.ts';
import type { Linter } from '../lint.ts';
import type { Fix, Problem } from '../rules/rule.ts';
import type { Edit } from '../text/edit.ts';
import { shift, touches, type Range } from '../text/range.ts';

/** What mending one article of a dump takes. */
export interface ArticleFixes {
	/** Offsets in the dump. */
	readonly edits: readonly Edit[];
	/** Fixes applied. */
	readonly count: number;
	readonly unsettled: readonly string[];
}

/** The same edits as fixing the whole dump gives in this article, so that saving, command and command line agree. */
export function fixesOfArticle(dump: DumpDocument, index: number, linter: Linter, choice: FixChoice): ArticleFixes {
	const article = dump.articles[index];
	if (article === undefined) { return { edits: [], count: 0, unsettled: [] }; }
	const start = dump.startOf(index);
	const { edits, applied, unsettled } = fixArticle(article.text, linter, choice, { isLast: index === dump.articles.length - 1 });
	let count = 0;
	for (const each of applied.values()) { count += each; }
	return { edits: edits.map(({ range, text }) => ({ range: shift(range, start), text })), count, unsettled };
}

/** True where fixing could change anything: most articles are passed over without being read again. */
export const hasFix = (problems: readonly Problem[], choice: FixChoice): boolean => problems.some(problem => chosenFix(problem, choice) !== undefined);

/**
 * Edits of the fixes that lie wholly inside a range of an article, in one pass: what they uncover is left for the next
 * time, because a range has no meaning in a text that has changed under it. Offsets in the article.
 */
export function fixesInRange(problems: readonly Problem[], range: Range, choice: FixChoice): Edit[] {
	const edits: Edit[] = [];
	let last = -1;
	const fixes = problems.flatMap(problem => chosenFix(problem, choice) ?? []).map(fix => ({ fix, hull: hullOf(fix) })).sort((a, b) => a.hull.start - b.hull.start || a.hull.end - b.hull.end);
	for (const { fix, hull } of fixes) {
		if (hull.start < range.start || hull.end > range.end || hull.start <= last) { continue; }
		for (const edit of fix.edits) { edits.push(edit); }
		last = hull.end;
	}
	return edits;
}

/** From the first to the last unit that a fix touches. */
export function hullOf(fix: Fix): Range {
	let start = Number.POSITIVE_INFINITY;
	let end = 0;
	for (const { range } of fix.edits) {
		start = Math.min(start, range.start);
		end = Math.max(end, range.end);
	}
	return { start: Math.min(start, end), end };
}

/** Problems that share text with a range, or meet it. */
export const problemsAt = (problems: readonly Problem[], range: Range): Problem[] => problems.filter(problem => touches(problem.range, range));
