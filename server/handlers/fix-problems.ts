import type { CancellationToken } from 'vscode-languageserver';
import type { FixChoice } from '#core/fix.ts';
import { problemChoice } from '#core/features/problem-choice.ts';
import { sumOf } from '#core/features/problem-groups.ts';
import type { ProblemFixParams, ProblemFixResult } from '#contract/problem-tree.ts';
import { COMMAND_BUDGET, fixArticles, type AllFixes } from '../fix-all.ts';
import { Outdated } from '../guard.ts';
import { articleAt } from '../problems/counting.ts';
import { knownDumps, versionOf } from '../problems/known-dumps.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import { applyFixes } from '../workspace-edits.ts';

/** `warraq/fixProblems`: dump by dump, each as one edit of the editor's. */
export async function fixProblems(session: Session, { part, filter }: ProblemFixParams, token: CancellationToken, remark: (snapshot: Snapshot, fixes: AllFixes) => void): Promise<ProblemFixResult> {
	const { dumps } = await knownDumps(session, token);
	const isChosen = problemChoice({ ...part, ...filter });
	const ends = session.environment.now() + COMMAND_BUDGET;
	const result = { fixes: 0, dumps: 0, isComplete: true, closed: 0 };
	for (const dump of dumps) {
		const { snapshot } = dump;
		const { fixable } = sumOf([dump], isChosen);
		if (fixable === 0) { continue; }
		if (snapshot === undefined) { result.closed += fixable; continue; }
		if (part.article !== undefined && part.article.version !== versionOf(dump)) { throw new Outdated(); }
		const choiceOf = (index: number): FixChoice | undefined => {
			if (part.article !== undefined && part.article.index !== index) { return undefined; }
			const { problems, outlet } = articleAt(snapshot, index);
			const rules = new Set(problems.filter(({ rule, severity }) => isChosen(dump, { rule: rule.id, severity, outlet })).map(({ rule }) => rule.id));
			return rules.size === 0 ? undefined : { rules };
		};
		const fixes = await fixArticles(snapshot, choiceOf, session.environment, session.watch(snapshot, token), ends - session.environment.now());
		remark(snapshot, fixes);
		if (fixes.reached < snapshot.dump.articles.length) { result.isComplete = false; }
		if (fixes.edits.length === 0) { continue; }
		await applyFixes(session, snapshot, fixes.edits, 'Fix all');
		result.fixes += fixes.count;
		result.dumps++;
	}
	return result;
}
