import type { Problem, Severity } from '../rules/rule.ts';

/** Counts of a run or of a part of it. */
export interface Tally {
	files: number;
	articles: number;
	/** Line ends, and UTF-16 units. */
	lines: number;
	units: number;
	bytes: number;
	readonly severities: Record<Severity, number>;
	/** Problems with a safe fix, and those that have only unsafe ones. */
	safe: number;
	unsafe: number;
	/** Problems at error or warning level that the report shows. */
	failures: number;
	/** Problems that the baseline accepts, which are counted nowhere else. */
	accepted: number;
}

export const newTally = (): Tally => ({ files: 0, articles: 0, lines: 0, units: 0, bytes: 0, severities: { error: 0, warning: 0, information: 0, hint: 0 }, safe: 0, unsafe: 0, failures: 0, accepted: 0 });

export function countProblem(tally: Tally, problem: Problem): void {
	tally.severities[problem.severity]++;
	if (problem.fixes.length === 0) { return; }
	if (problem.fixes.some(({ safety }) => safety === 'safe')) { tally.safe++; } else { tally.unsafe++; }
}

export function addTally(sum: Tally, part: Tally): void {
	sum.files += part.files;
	sum.articles += part.articles;
	sum.lines += part.lines;
	sum.units += part.units;
	sum.bytes += part.bytes;
	sum.safe += part.safe;
	sum.unsafe += part.unsafe;
	sum.failures += part.failures;
	sum.accepted += part.accepted;
	for (const severity of ['error', 'warning', 'information', 'hint'] as const) { sum.severities[severity] += part.severities[severity]; }
}
