import { describeBreach, type Breach, type LossBudget } from '#core/mend/budget.ts';
import { addAmount, newAmount, type Amount } from '#core/mend/change.ts';
import type { MendResult } from '#core/mend/mender.ts';
import type { RehearsalReport } from '#core/mend/rehearsal.ts';
import { addTally, newTally, type Tally } from '#core/report/tally.ts';
import { counted } from '#core/text/quote.ts';
import type { Proof } from '#disk/prove.ts';
import { summaryJson } from '../reporters/json.ts';
import { countedFixes } from './rehearsal-text.ts';

/** Files that the report for people names one by one. */
const MOST_FILES = 20;

interface Mended {
	readonly name: string;
	readonly applied: ReadonlyMap<string, number>;
	readonly amount: Readonly<Amount>;
	readonly remaining: Readonly<Tally>;
}

/** What has become of the files of a run. */
export class FixReport {
	readonly #mended: Mended[] = [];
	readonly #applied = new Map<string, number>();
	readonly #amount = newAmount();
	readonly remaining = newTally();
	readonly #proof = { files: 0, kept: 0, edits: 0 };

	/** Takes a file that is done with; it was written where there is a proof of what was written. */
	keep(name: string, { applied, amount, remaining }: MendResult, proof?: Proof): void {
		addTally(this.remaining, remaining);
		this.remaining.files++;
		if (proof !== undefined) {
			this.#proof.files++;
			this.#proof.kept += proof.kept;
			this.#proof.edits += proof.edits;
		}
		if (applied.size === 0) { return; }
		this.#mended.push({ name, applied, amount, remaining });
		for (const [rule, count] of applied) { this.#applied.set(rule, (this.#applied.get(rule) ?? 0) + count); }
		addAmount(this.#amount, amount);
	}

	/** Files that were replaced. */
	get written(): number { return this.#proof.files; }

	/** For people; the sentences in order. */
	lines(isRehearsal: boolean): string[] {
		const would = isRehearsal ? 'would be ' : '';
		const changed = ({ removed, added }: Amount): string => `${counted(removed, 'character')} ${would}removed, ${added} added`;
		const lines = this.#mended.slice(0, MOST_FILES).map(({ name, applied, amount }) => `${name}: ${ruleCounts(applied)}; ${changed(amount)}`);
		if (this.#mended.length > MOST_FILES) { lines.push(`… and ${this.#mended.length - MOST_FILES} more files; --format json names them all.`); }
		const count = [...this.#applied.values()].reduce((sum, each) => sum + each, 0);
		const { files, severities: { error, warning, information, hint } } = this.remaining;
		lines.push(count === 0
			? `Nothing to mend in ${counted(files, 'file')}.`
			: `${countedFixes(count)} ${would}applied in ${counted(this.#mended.length, 'file')} of ${files}: ${ruleCounts(this.#applied)}; ${changed(this.#amount)}.`);
		if (this.#proof.files > 0) { lines.push(`Verified: ${counted(this.#proof.kept, 'byte')} outside of ${counted(this.#proof.edits, 'edit')} ${this.#proof.kept === 1 ? 'is' : 'are'} unchanged.`); }
		lines.push(`Problems ${isRehearsal ? 'that would be left' : 'left'}: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${information} information, ${counted(hint, 'hint')}.`);
		return lines;
	}

	/** For programs. */
	json(facts: { readonly version: string; readonly isRehearsal: boolean; readonly rehearsal: RehearsalReport; readonly budget: LossBudget; readonly breach: Breach | undefined; readonly isInterrupted: boolean }): object {
		const { budget, breach } = facts;
		return {
			version: 1, tool: { name: 'warraq', version: facts.version }, isRehearsal: facts.isRehearsal, isInterrupted: facts.isInterrupted,
			files: this.#mended.map(({ name, applied, amount, remaining }) => ({ file: name, fixes: asObject(applied), ...amount, remaining: summaryJson({ ...remaining, files: 1 }) })),
			fixes: asObject(this.#applied), ...this.#amount, remaining: summaryJson(this.remaining),
			verified: { files: this.#proof.files, bytes: this.#proof.kept, edits: this.#proof.edits },
			budget: { percent: budget.percent, rules: Object.fromEntries(budget.rules), breach: breach === undefined ? null : { ...breach, message: describeBreach(breach) } },
			rehearsal: facts.rehearsal,
		};
	}
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
const asObject = (counts: ReadonlyMap<string, number>): Record<string, number> => Object.fromEntries(sorted(counts));
const ruleCounts = (counts: ReadonlyMap<string, number>): string => sorted(counts).map(([rule, count]) => `${rule} ${count}`).join(', ');
