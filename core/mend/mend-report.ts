import { addTally, newTally, type Tally } from '../report/tally.ts';
import { counted } from '../text/quote.ts';
import { addAmount, newAmount, type Amount } from './change.ts';
import type { MendResult } from './article-mender.ts';
import { countedFixes } from './rehearsal-text.ts';

/** Files that the report for people names one by one. */
const MOST_FILES = 20;

/** A file in which something was mended. */
export interface Mended {
	readonly name: string;
	readonly applied: ReadonlyMap<string, number>;
	readonly amount: Readonly<Amount>;
	readonly remaining: Readonly<Tally>;
}

/** What has become of the files of a run. */
export class MendReport {
	readonly mended: Mended[] = [];
	/** Fixes by rule. */
	readonly applied = new Map<string, number>();
	readonly amount = newAmount();
	readonly remaining = newTally();
	/** Files that were to be mended and could not be written. */
	unwritten = 0;
	/** Files that were replaced, and what was proved of them. */
	readonly proof = { files: 0, kept: 0, edits: 0 };

	/** Takes a file that is done with; it was written where there is a proof of what was written. */
	keep(name: string, { applied, amount, remaining }: MendResult, proof?: { readonly kept: number; readonly edits: number }): void {
		addTally(this.remaining, remaining);
		this.remaining.files++;
		if (proof !== undefined) {
			this.proof.files++;
			this.proof.kept += proof.kept;
			this.proof.edits += proof.edits;
		}
		if (applied.size === 0) { return; }
		this.mended.push({ name, applied, amount, remaining });
		for (const [rule, count] of applied) { this.applied.set(rule, (this.applied.get(rule) ?? 0) + count); }
		addAmount(this.amount, amount);
	}

	/** Takes a file that is as it was, because it could not be written. */
	leave({ found }: MendResult): void {
		addTally(this.remaining, found);
		this.remaining.files++;
		this.unwritten++;
	}

	/**
	 * For people; the sentences in order.
	 * @param others where those files are named that are too many to be named here; all are named where it is left out
	 */
	lines(isRehearsal: boolean, others?: string): string[] {
		const would = isRehearsal ? 'would be ' : '';
		const changed = ({ removed, added }: Amount): string => `${counted(removed, 'character')} ${would}removed, ${added} added`;
		const lines = this.mended.slice(0, others === undefined ? undefined : MOST_FILES).map(({ name, applied, amount }) => `${name}: ${ruleCounts(applied)}; ${changed(amount)}`);
		if (others !== undefined && this.mended.length > MOST_FILES) { lines.push(`… and ${this.mended.length - MOST_FILES} more files; ${others}.`); }
		const count = [...this.applied.values()].reduce((sum, each) => sum + each, 0);
		const { files, severities: { error, warning, information, hint } } = this.remaining;
		if (this.unwritten > 0) { lines.push(`${counted(this.unwritten, 'file')} could not be written, and ${this.unwritten === 1 ? 'is' : 'are'} as before.`); }
		if (count > 0) {
			lines.push(`${countedFixes(count)} ${would}applied in ${counted(this.mended.length, 'file')} of ${files}: ${ruleCounts(this.applied)}; ${changed(this.amount)}.`);
		} else if (this.unwritten === 0) {
			lines.push(`Nothing to mend in ${counted(files, 'file')}.`);
		}
		if (this.proof.files > 0) { lines.push(`Verified: ${counted(this.proof.kept, 'byte')} outside of ${counted(this.proof.edits, 'edit')} ${this.proof.kept === 1 ? 'is' : 'are'} unchanged.`); }
		lines.push(`Problems ${isRehearsal ? 'that would be left' : 'left'}: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${information} information, ${counted(hint, 'hint')}.`);
		return lines;
	}
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
const ruleCounts = (counts: ReadonlyMap<string, number>): string => sorted(counts).map(([rule, count]) => `${rule} ${count}`).join(', ');

/** What users should hear of a dump besides its fixes. */
export function remarksOn(name: string, { held, unsettled }: MendResult): string[] {
	return [
		...held === 0 ? [] : [`${name}: ${counted(held, 'article')} left as ${held === 1 ? 'it is' : 'they are'}, because a fix would touch bytes that are not UTF-8; repair the encoding first.`],
		...[...unsettled].map(rule => `${name}: the fixes of ${rule} do not come to rest, which is a defect of the rule; what it last made was kept.`),
	];
}
