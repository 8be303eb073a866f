import type { CancellationToken } from 'vscode-languageserver';
import { problemChoice, type ProblemChoice } from '#core/features/problem-choice.ts';
import { articleGroups, groupsOf, sumOf, totalOf, type ProblemGroup } from '#core/features/problem-groups.ts';
import { CLOSED, type ProblemGroupNode, type ProblemGroupsParams, type ProblemGroupsResult } from '#contract/problem-tree.ts';
import { articlesOf, shownTitle } from '../problems/counting.ts';
import { knownDumps, versionOf, wholeDump, type KnownDump, type KnownDumps } from '../problems/known-dumps.ts';
import { MOST_DIAGNOSTICS } from '../report.ts';
import type { Session } from '../session.ts';

/** `warraq/problemGroups` */
export async function problemGroups(session: Session, { by, part, filter, first, most }: ProblemGroupsParams, token: CancellationToken): Promise<ProblemGroupsResult> {
	const known = await knownDumps(session, token);
	const isChosen = problemChoice({ ...part, ...filter });
	const groups = by === 'article' ? await articleNodes(session, known, part, isChosen) : nodes(known.dumps, by, isChosen);
	const inPart = known.dumps.filter(({ uri }) => part.uri === undefined || uri === part.uri);
	return {
		total: groups.length,
		groups: groups.slice(first, first + most),
		counts: sumOf(known.dumps, isChosen).counts,
		unfiltered: totalOf(sumOf(known.dumps, problemChoice(part))),
		unlisted: inPart.reduce((sum, dump) => sum + unlistedOf(dump), 0),
		open: session.all().length,
		workspace: session.workspace.state,
	};
}

function nodes(dumps: readonly KnownDump[], by: 'rule' | 'outlet' | 'dump', isChosen: ProblemChoice): ProblemGroupNode[] {
	const unlisted = new Map(by === 'dump' ? dumps.map(dump => [dump.uri, unlistedOf(dump)]) : []);
	return groupsOf(dumps, by, isChosen).map(group => nodeOf(group, { unlisted: unlisted.get(group.key) ?? 0 }));
}

async function articleNodes(session: Session, known: KnownDumps, { uri }: ProblemGroupsParams['part'], isChosen: ProblemChoice): Promise<ProblemGroupNode[]> {
	const { dump, snapshot } = await wholeDump(session, known, uri);
	return articleGroups(dump, articlesOf(snapshot), isChosen)
		.map(group => nodeOf(group, { label: shownTitle(snapshot, Number(group.key)), version: versionOf(dump) }));
}

const nodeOf = ({ key, counts, fixable }: ProblemGroup, more: Partial<ProblemGroupNode>): ProblemGroupNode => ({ key, label: '', counts, fixable, unlisted: 0, version: CLOSED, ...more });

/** Problems of a dump that an editor's list leaves out: those beyond its bound, and all of a dump that is not open. */
function unlistedOf({ counts, snapshot }: KnownDump): number {
	const total = counts.reduce((sum, count) => sum + count.total, 0);
	return snapshot === undefined ? total : Math.max(0, total - MOST_DIAGNOSTICS);
}
