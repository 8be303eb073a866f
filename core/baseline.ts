import type { Article } from './format/article.ts';
import type { Problem } from './rules/rule.ts';
import { hashOf } from './text/hash.ts';

/** A problem that somebody has looked at and let stand; one line of `warraq.baseline.ndjson`. */
export interface AcceptedProblem {
	readonly rule: string;
	/** Address and title of the article as written, empty where it has none: one of them has to be the same. */
	readonly address: string;
	readonly title: string;
	/** {@link hashOf} the line in which the problem starts. */
	readonly line: string;
	readonly who: string;
	/** `YYYY-MM-DD` */
	readonly when: string;
	readonly why: string;
}

/**
 * The accepted problems of a corpus. They are found again by what the article says, not by where it stands: an article
 * may move to another file, and its address or its title may change. An entry accepts one problem of its rule on its
 * line; two such problems need two entries.
 */
export class Baseline {
	readonly entries: readonly AcceptedProblem[];
	/** Numbers of entries, by rule and line. */
	readonly #byPlace = new Map<string, number[]>();

	constructor(entries: readonly AcceptedProblem[]) {
		this.entries = entries;
		for (const [index, { rule, line }] of entries.entries()) {
			const key = `${rule} ${line}`;
			const known = this.#byPlace.get(key);
			if (known === undefined) { this.#byPlace.set(key, [index]); } else { known.push(index); }
		}
	}

	/** Which entry accepts which of an article's problems: number of the entry, by problem. */
	match(article: Article, problems: readonly Problem[]): ReadonlyMap<Problem, number> {
		const accepted = new Map<Problem, number>();
		if (this.entries.length === 0) { return accepted; }
		const used = new Set<number>();
		for (const problem of problems) {
			const entry = this.#byPlace.get(`${problem.rule.id} ${lineHash(article, problem)}`)?.find(index => !used.has(index) && isOf(this.entries[index] as AcceptedProblem, article));
			if (entry === undefined) { continue; }
			used.add(entry);
			accepted.set(problem, entry);
		}
		return accepted;
	}
}

/** The entry that accepts a problem. */
export function acceptance(article: Article, problem: Problem, by: Pick<AcceptedProblem, 'who' | 'when' | 'why'>): AcceptedProblem {
	return { rule: problem.rule.id, address: article.address ?? '', title: article.title, line: lineHash(article, problem), ...by };
}

function isOf(entry: AcceptedProblem, article: Article): boolean {
	const address = article.address ?? '';
	const { title } = article;
	if (entry.address === '' && entry.title === '') { return address === '' && title === ''; }
	return (entry.address !== '' && entry.address === address) || (entry.title !== '' && entry.title === title);
}

function lineHash(article: Article, { range }: Problem): string {
	const line = article.lines.at(range.start);
	return hashOf(line < 0 ? '' : article.lineText(line));
}
