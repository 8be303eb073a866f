import { ruleById } from '../rules/all.ts';
import type { Severity } from '../rules/rule.ts';
import { fold } from '../text/fold.ts';
import type { CountedDump, ProblemKind } from './problem-counts.ts';

/** What problems have to be like to be chosen; what is left out does not matter. */
export interface ProblemWish {
	readonly rule?: string | undefined;
	readonly outlet?: string | undefined;
	readonly uri?: string | undefined;
	/** Words, each of which stands in the rule's id or group, in the outlet or in the path; without regard to case and marks. */
	readonly text?: string;
	readonly severities?: readonly Severity[];
}

export type ProblemChoice = (dump: Pick<CountedDump, 'uri' | 'path'>, kind: ProblemKind) => boolean;

/** Tells which problems fit a wish. */
export function problemChoice({ rule, outlet, uri, text = '', severities }: ProblemWish): ProblemChoice {
	const words = fold(text).split(/\s+/u).filter(word => word !== '');
	const wanted = severities === undefined ? undefined : new Set(severities);
	const folded = new Map<string, string>();
	const holds = (name: string, word: string): boolean => {
		let known = folded.get(name);
		if (known === undefined) { known = fold(name); folded.set(name, known); }
		return known.includes(word);
	};
	return (dump, kind) => (uri === undefined || uri === dump.uri) && (rule === undefined || rule === kind.rule) && (outlet === undefined || outlet === kind.outlet)
		&& wanted?.has(kind.severity) !== false
		&& words.every(word => [kind.rule, ruleById(kind.rule)?.group ?? '', kind.outlet, dump.path].some(name => holds(name, word)));
}
