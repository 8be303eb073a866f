import type { Problem, Severity } from '../rules/rule.ts';

/** What problems are told apart by where they are only counted. */
export interface ProblemKind {
	readonly rule: string;
	readonly severity: Severity;
	/** Name of the outlet; empty where the article has none. */
	readonly outlet: string;
}

/** How many problems of a kind a dump has. */
export interface ProblemCount extends ProblemKind {
	readonly total: number;
	/** Those with a safe fix. */
	readonly fixable: number;
}

/** A dump as far as problems are counted in it: all that has to be kept of one that is not open. */
export interface CountedDump {
	readonly uri: string;
	/** Where it lies, as people read it. */
	readonly path: string;
	readonly counts: readonly ProblemCount[];
}

/** Counts the problems of a dump, article by article. */
export class ProblemCounter {
	readonly #counts = new Map<string, { -readonly [K in keyof ProblemCount]: ProblemCount[K] }>();

	/** @param outlet name of the article's outlet, empty where it has none */
	add(problems: readonly Problem[], outlet: string): void {
		for (const problem of problems) {
			const { rule: { id: rule }, severity } = problem;
			const key = `${severity} ${rule} ${outlet}`;
			let count = this.#counts.get(key);
			if (count === undefined) { count = { rule, severity, outlet, total: 0, fixable: 0 }; this.#counts.set(key, count); }
			count.total++;
			if (isFixable(problem)) { count.fixable++; }
		}
	}

	get counts(): ProblemCount[] { return [...this.#counts.values()]; }
}

/** Whether fixing all would mend it. */
export const isFixable = ({ fixes }: Problem): boolean => fixes.some(({ safety }) => safety === 'safe');
