import { ProblemCounter, type ProblemCount } from '#core/features/problem-counts.ts';
import { outletName } from '#core/features/measure.ts';
import type { ArticleProblems } from '#core/features/problem-groups.ts';
import { escapeInvisible } from '#core/text/quote.ts';
import type { Environment } from '../environment.ts';
import type { Watch } from '../guard.ts';
import type { Snapshot } from '../snapshot.ts';
import { Slices } from '../work.ts';

const known = new WeakMap<Snapshot, readonly ProblemCount[]>();

/** The counts of a dump, whose articles are checked where they have not been; counted once a snapshot. */
export async function countsOf(snapshot: Snapshot, environment: Environment, watch: Watch): Promise<readonly ProblemCount[]> {
	const before = known.get(snapshot);
	if (before !== undefined) { return before; }
	const counter = new ProblemCounter();
	const slices = new Slices(environment, watch);
	for (const { problems, outlet } of articlesOf(snapshot)) {
		counter.add(problems, outlet);
		if (slices.isDue) { await slices.pause(); }
	}
	const { counts } = counter;
	known.set(snapshot, counts);
	return counts;
}

/** Every article with its problems; one that has not been checked is checked when its turn comes. */
export function* articlesOf(snapshot: Snapshot): Generator<ArticleProblems> {
	for (let index = 0; index < snapshot.dump.articles.length; index++) { yield articleAt(snapshot, index); }
}

/** UTF-16 units of a title that a list or a tree has use for. */
const MOST_TITLE = 200;

/** The title of an article as a list or a tree shows it. */
export const shownTitle = ({ dump }: Snapshot, index: number): string => escapeInvisible((dump.articles[index]?.title ?? '').slice(0, MOST_TITLE));

/** One article with its problems. */
export function articleAt(snapshot: Snapshot, index: number): ArticleProblems {
	const problems = snapshot.problemsOf(index);
	const article = snapshot.dump.articles[index];
	// Nobody asks for the outlet where there is no problem.
	return { index, problems, outlet: article === undefined || problems.length === 0 ? '' : outletName(article, snapshot.settings) };
}
