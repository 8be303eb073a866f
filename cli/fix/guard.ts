import { lstatSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_LOSS, breachOf, describeBreach, type Breach, type LossBudget } from '#core/mend/budget.ts';
import type { RehearsalReport } from '#core/mend/rehearsal.ts';
import type { Arguments } from '../arguments.ts';
import type { Target } from '../files.ts';

/** Letters below which a file that is named alone is no matter for shares: who names it can read what is done to it. */
const SMALL = 10_000;

/** Holds what a run would lose against its budget. */
export class Guard {
	readonly #args: Arguments;
	budget: LossBudget;
	breach: Breach | undefined;

	constructor(args: Arguments) {
		this.#args = args;
		this.budget = { percent: args.fix.maxLoss ?? DEFAULT_LOSS, rules: args.fix.maxLossOf };
	}

	/**
	 * What is wrong and what to do, in a few sentences; undefined where the budget holds.
	 * @param alone the one file of the run
	 */
	check(report: RehearsalReport, isWriting: boolean, alone?: Target): string | undefined {
		if (this.#args.fix.maxLoss === undefined && alone !== undefined && this.#isNamed(alone) && report.read.letters < SMALL) { this.budget = { ...this.budget, percent: 100 }; }
		this.breach = breachOf(report, this.budget);
		if (this.breach === undefined) { return undefined; }
		const { rule } = this.breach;
		const choices = `them out by “--rule ${rule}=off”, or allow them by “--max-loss ${rule}=PERCENT”.`;
		return `${describeBreach(this.breach)} ${isWriting ? 'Nothing was written. Look at the fixes by “warraq fix --dry-run”; leave' : 'Leave'} ${choices}`;
	}

	/** The file itself was given, and not a folder or a glob that holds it. */
	#isNamed({ path: file }: Target): boolean {
		const [only] = this.#args.paths;
		return this.#args.paths.length === 1 && only !== undefined && path.resolve(only) === file && lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
	}
}
