import { counted } from '../text/quote.ts';
import type { RehearsalReport } from './rehearsal.ts';

/** Percent of all letters read that fixes may lose where nobody says otherwise. */
export const DEFAULT_LOSS = 0.5;

/** What fixes may lose, in percent of all letters and digits that are read. */
export interface LossBudget {
	/** Of all rules together that have no budget of their own. */
	readonly percent: number;
	/** By rule: what is expected of a rule is held against it alone. */
	readonly rules: ReadonlyMap<string, number>;
}

/** A budget that a rehearsal breaks. */
export interface Breach {
	/** The rule with a budget of its own that it breaks, else the one of the others that loses most. */
	readonly rule: string;
	/** Letters this rule loses, and what all that share its budget lose. */
	readonly ruleLetters: number;
	readonly letters: number;
	/** Of all letters read, in percent. */
	readonly share: number;
	readonly allowed: number;
	readonly isOwn: boolean;
}

/**
 * The budget that is broken, if one is. A rule is no danger for what it does alone but for what the run does, so there is
 * one budget for all; a rule that is meant to take much out gets one of its own, and is left out of the common one.
 */
export function breachOf({ read, rules }: RehearsalReport, budget: LossBudget): Breach | undefined {
	const shareOf = (letters: number): number => (letters === 0 ? 0 : (100 * letters) / Math.max(read.letters, letters));
	for (const { rule, lettersLost: letters } of rules) {
		const allowed = budget.rules.get(rule);
		const share = shareOf(letters);
		if (allowed !== undefined && share > allowed) { return { rule, ruleLetters: letters, letters, share, allowed, isOwn: true }; }
	}
	const common = rules.filter(({ rule }) => !budget.rules.has(rule));
	const letters = common.reduce((sum, { lettersLost }) => sum + lettersLost, 0);
	const share = shareOf(letters);
	if (share <= budget.percent) { return undefined; }
	const worst = common.reduce((most, each) => (each.lettersLost > most.lettersLost ? each : most));
	return { rule: worst.rule, ruleLetters: worst.lettersLost, letters, share, allowed: budget.percent, isOwn: false };
}

/** What is wrong, in one sentence or two; what to do about it depends on where it is said. */
export function describeBreach({ rule, ruleLetters, letters, share, allowed, isOwn }: Breach): string {
	if (isOwn) { return `The fixes of ${rule} would lose ${percent(share)} of all letters (${counted(letters, 'letter')}); its budget is ${percent(allowed)}.`; }
	const most = ruleLetters === letters ? `All of it goes by ${rule}` : `Most goes by ${rule}: ${counted(ruleLetters, 'letter')}`;
	return `The fixes would lose ${percent(share)} of all letters (${counted(letters, 'letter')}); the budget is ${percent(allowed)}. ${most}.`;
}

/** `0.5 %`, `0.012 %`: as many digits as it takes to tell it from nothing, and from a whole number above. */
export function percent(value: number): string {
	if (value === 0) { return '0 %'; }
	if (value < 0.0001) { return 'less than 0.0001 %'; }
	return `${value >= 100 ? value.toFixed(0) : Number(value.toPrecision(value < 1 ? 2 : 3)).toString()} %`;
}
