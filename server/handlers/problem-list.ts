import type { CancellationToken } from 'vscode-languageserver';
import { problemChoice, type ProblemChoice } from '#core/features/problem-choice.ts';
import { isFixable } from '#core/features/problem-counts.ts';
import { sumOf, totalOf, type ArticleProblems } from '#core/features/problem-groups.ts';
import type { Problem } from '#core/rules/rule.ts';
import type { ProblemListParams, ProblemListResult } from '#contract/problem-tree.ts';
import { lspRangeIn } from '../convert.ts';
import { articleAt, articlesOf, shownTitle } from '../problems/counting.ts';
import { knownDumps, wholeDump, type KnownDump } from '../problems/known-dumps.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

type Listed = ProblemListResult['problems'][number];

/** `warraq/problemList`: by path of the dump, then by position. Dumps before the page are passed over by their counts. */
export async function problemList(session: Session, { part, filter, first, most }: ProblemListParams, token: CancellationToken): Promise<ProblemListResult> {
	const known = await knownDumps(session, token);
	const isChosen = problemChoice({ ...part, ...filter });
	if (part.article !== undefined) {
		const { dump, snapshot } = await wholeDump(session, known, part.uri, part.article.version);
		const all = [...chosen(dump, [articleAt(snapshot, part.article.index)], isChosen)];
		return { total: all.length, problems: all.slice(first, first + most).map(each => listed(snapshot, each)) };
	}
	const problems: Listed[] = [];
	let total = 0;
	for (const dump of known.dumps) {
		const count = totalOf(sumOf([dump], isChosen));
		const [from, room] = [Math.max(0, first - total), most - problems.length];
		total += count;
		if (from >= count || room === 0) { continue; }
		const { snapshot } = await wholeDump(session, known, dump.uri);
		let at = 0;
		for (const each of chosen(dump, articlesOf(snapshot), isChosen)) {
			if (at >= from && at < from + room) { problems.push(listed(snapshot, each)); }
			if (++at >= from + room) { break; }
		}
		known.watch.check();
	}
	return { total, problems };
}

interface Chosen {
	readonly index: number;
	readonly problem: Problem;
}

function* chosen(dump: KnownDump, articles: Iterable<ArticleProblems>, isChosen: ProblemChoice): Generator<Chosen> {
	for (const { index, problems, outlet } of articles) {
		for (const problem of problems) {
			if (isChosen(dump, { rule: problem.rule.id, severity: problem.severity, outlet })) { yield { index, problem }; }
		}
	}
}

function listed(snapshot: Snapshot, { index, problem }: Chosen): Listed {
	const { rule, severity, message, range } = problem;
	return {
		uri: snapshot.uri, rule: rule.id, severity, message, title: shownTitle(snapshot, index),
		range: lspRangeIn(snapshot.dump, index, range), isFixable: isFixable(problem),
	};
}
