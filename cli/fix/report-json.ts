import { describeBreach, type Breach, type LossBudget } from '#core/mend/budget.ts';
import type { MendReport } from '#core/mend/mend-report.ts';
import type { RehearsalReport } from '#core/mend/rehearsal.ts';
import { summaryJson } from '../reporters/json.ts';

export interface FixFacts {
	readonly version: string;
	readonly isRehearsal: boolean;
	readonly rehearsal: RehearsalReport;
	readonly budget: LossBudget;
	readonly breach: Breach | undefined;
	readonly isInterrupted: boolean;
}

/** What has become of the files of a run, for programs. */
export function fixJson({ mended, applied, amount, remaining, proof }: MendReport, { version, isRehearsal, isInterrupted, budget, breach, rehearsal }: FixFacts): object {
	return {
		version: 1, tool: { name: 'warraq', version }, isRehearsal, isInterrupted,
		files: mended.map(file => ({ file: file.name, fixes: asObject(file.applied), ...file.amount, remaining: summaryJson({ ...file.remaining, files: 1 }) })),
		fixes: asObject(applied), ...amount, remaining: summaryJson(remaining),
		verified: { files: proof.files, bytes: proof.kept, edits: proof.edits },
		budget: { percent: budget.percent, rules: Object.fromEntries(budget.rules), breach: breach === undefined ? null : { ...breach, message: describeBreach(breach) } },
		rehearsal,
	};
}

const asObject = (counts: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
