import type { Problem, Severity } from '../rules/rule.ts';
import type { ProblemChoice } from './problem-choice.ts';
import { isFixable, type CountedDump, type ProblemKind } from './problem-counts.ts';

/** Problems that have something in common. */
export interface ProblemGroup {
	/** Id of the rule, name of the outlet, URI of the dump, or index of the article. */
	readonly key: string;
	readonly counts: Readonly<Record<Severity, number>>;
	/** Those with a safe fix. */
	readonly fixable: number;
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How many problems a group has. */
export const totalOf = ({ counts }: Pick<ProblemGroup, 'counts'>): number => counts.error + counts.warning + counts.information + counts.hint;

interface Sum extends ProblemGroup {
	readonly counts: Record<Severity, number>;
	fixable: number;
}

const newSum = (key: string): Sum => ({ key, counts: { error: 0, warning: 0, information: 0, hint: 0 }, fixable: 0 });

/** All chosen problems as one group without a key. */
export function sumOf(dumps: Iterable<CountedDump>, isChosen: ProblemChoice): ProblemGroup {
	return sums(dumps, isChosen, () => '').get('') ?? newSum('');
}

/** The chosen problems by rule, gravest first; by outlet, those with the most problems first; or by dump, in the order of the paths. */
export function groupsOf(dumps: readonly CountedDump[], by: 'rule' | 'outlet' | 'dump', isChosen: ProblemChoice): ProblemGroup[] {
	const keyOf = by === 'dump' ? ({ uri }: CountedDump) => uri : (_dump: CountedDump, kind: ProblemKind) => kind[by];
	const groups = [...sums(dumps, isChosen, keyOf).values()];
	if (by === 'dump') {
		const paths = new Map(dumps.map(({ uri, path }) => [uri, path]));
		return groups.sort((a, b) => compareNames(paths.get(a.key) ?? '', paths.get(b.key) ?? ''));
	}
	const bySize = (a: ProblemGroup, b: ProblemGroup): number => totalOf(b) - totalOf(a) || compareNames(a.key, b.key);
	return groups.sort(by === 'outlet' ? bySize : (a, b) => gravest(a) - gravest(b) || bySize(a, b));
}

/** The articles of a dump that have chosen problems, in their order. */
export function articleGroups(dump: Pick<CountedDump, 'uri' | 'path'>, articles: Iterable<ArticleProblems>, isChosen: ProblemChoice): ProblemGroup[] {
	const groups: ProblemGroup[] = [];
	for (const { index, problems, outlet } of articles) {
		const sum = newSum(String(index));
		for (const problem of problems) {
			if (!isChosen(dump, { rule: problem.rule.id, severity: problem.severity, outlet })) { continue; }
			sum.counts[problem.severity]++;
			if (isFixable(problem)) { sum.fixable++; }
		}
		if (totalOf(sum) > 0) { groups.push(sum); }
	}
	return groups;
}

/** What was found in an article of a dump. */
export interface ArticleProblems {
	readonly index: number;
	readonly problems: readonly Problem[];
	/** Name of its outlet; empty where it has none. */
	readonly outlet: string;
}

function sums(dumps: Iterable<CountedDump>, isChosen: ProblemChoice, keyOf: (dump: CountedDump, kind: ProblemKind) => string): Map<string, Sum> {
	const found = new Map<string, Sum>();
	for (const dump of dumps) {
		for (const count of dump.counts) {
			if (!isChosen(dump, count)) { continue; }
			const key = keyOf(dump, count);
			let sum = found.get(key);
			if (sum === undefined) { sum = newSum(key); found.set(key, sum); }
			sum.counts[count.severity] += count.total;
			sum.fixable += count.fixable;
		}
	}
	return found;
}

const gravest = ({ counts }: ProblemGroup): number => severities.findIndex(severity => counts[severity] > 0);

/** The same order on every machine; numbers in names count as numbers. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1);

const collator = new Intl.Collator('en', { numeric: true });
