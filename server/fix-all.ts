import type { FixChoice } from '#core/fix.ts';
import { fixesOfArticle, hasFix } from '#core/features/fixes.ts';
import type { Edit } from '#core/text/edit.ts';
import type { Range } from '#core/text/range.ts';
import type { Environment } from './environment.ts';
import type { Watch } from './guard.ts';
import type { Snapshot } from './snapshot.ts';
import { Slices } from './work.ts';

/** Milliseconds that mending may take while a save waits for it, and when the user asked for it and nothing waits. */
export const SAVE_BUDGET = 1500;
export const COMMAND_BUDGET = 30_000;

export interface AllFixes {
	/** Offsets in the dump, by position. */
	readonly edits: readonly Edit[];
	/** Fixes applied. */
	readonly count: number;
	/** Articles reached; all of them unless time ran out. */
	readonly reached: number;
	/** Rules whose fixes undo each other. */
	readonly unsettled: readonly string[];
}

/** The fixes of a dump, or of the articles `within` covers whole, until the time is up. */
export function fixAll(snapshot: Snapshot, choice: FixChoice, environment: Environment, watch: Watch, budget: number, within?: Range): Promise<AllFixes> {
	const { dump } = snapshot;
	const isWithin = (index: number): boolean => within === undefined || (dump.startOf(index) >= within.start && dump.startOf(index + 1) <= within.end);
	return fixArticles(snapshot, index => (isWithin(index) ? choice : undefined), environment, watch, budget);
}

/** The fixes chosen for each article, in their order until the time is up; an article without a choice is passed over. */
export async function fixArticles(snapshot: Snapshot, choiceOf: (index: number) => FixChoice | undefined, environment: Environment, watch: Watch, budget: number): Promise<AllFixes> {
	const { dump, checker } = snapshot;
	const slices = new Slices(environment, watch);
	const edits: Edit[] = [];
	const unsettled = new Set<string>();
	let count = 0;
	let index = 0;
	for (; index < dump.articles.length && slices.elapsed < budget; index++) {
		const choice = choiceOf(index);
		if (choice === undefined) { continue; }
		if (hasFix(snapshot.problemsOf(index), choice)) {
			const fixes = fixesOfArticle(dump, index, checker.linter, choice);
			for (const edit of fixes.edits) { edits.push(edit); }
			count += fixes.count;
			for (const rule of fixes.unsettled) { unsettled.add(rule); }
		}
		if (slices.isDue) { await slices.pause(); }
	}
	return { edits, count, reached: index, unsettled: [...unsettled] };
}

/** What the user must hear of a fix-all that did not do everything; undefined where it did. */
export function remark({ reached, unsettled }: AllFixes, { dump }: Snapshot): string | undefined {
	const total = dump.articles.length;
	if (reached < total) { return `Time ran out after ${reached.toLocaleString('en')} of ${total.toLocaleString('en')} articles: fix again, or run “warraq fix”.`; }
	return unsettled.length > 0 ? `The fixes of ${unsettled.join(' and ')} undo each other: they were stopped; switch one of these rules off and report it.` : undefined;
}
