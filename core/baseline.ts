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
 * line in each such article; two such problems of one article need two entries.
 */
export class Baseline {
	readonly entries: readonly AcceptedProblem[];
	/** Numbers of entries, by rule, line and what names the article. */
	readonly #byPlace = new Map<string, number[]>();

	constructor(entries: readonly AcceptedProblem[]) {
		this.entries = entries;
		for (const [index, { rule, line, address, title }] of entries.entries()) {
			for (const name of namesOf(address, title)) {
				const key = keyOf(rule, line, name);
				const known = this.#byPlace.get(key);
				if (known === undefined) { this.#byPlace.set(key, [index]); } else { known.push(index); }
			}
		}
	}

	/** How many problems were accepted so far, and by which entries. */
	readonly seen = { count: 0, entries: new Set<number>() };

	/** The problems that no entry accepts, and the others with their entries. */
	split(article: Article, problems: readonly Problem[]): { readonly open: readonly Problem[]; readonly accepted: ReadonlyMap<Problem, AcceptedProblem> } {
		const matched = this.match(article, problems);
		if (matched.size === 0) { return { open: problems, accepted: none }; }
		return { open: problems.filter(problem => !matched.has(problem)), accepted: new Map([...matched].map(([problem, entry]) => [problem, this.entries[entry] as AcceptedProblem])) };
	}

	/** The problems that no entry accepts; the others are counted. */
	rest(article: Article, problems: readonly Problem[]): Problem[] {
		const accepted = this.match(article, problems);
		this.seen.count += accepted.size;
		for (const entry of accepted.values()) { this.seen.entries.add(entry); }
		return problems.filter(problem => !accepted.has(problem));
	}

	/** Which entry accepts which of an article's problems: number of the entry, by problem. */
	match(article: Article, problems: readonly Problem[]): ReadonlyMap<Problem, number> {
		const accepted = new Map<Problem, number>();
		if (this.entries.length === 0) { return accepted; }
		const used = new Set<number>();
		const names = namesOf(article.address ?? '', article.title);
		for (const problem of problems) {
			const line = lineHash(article, problem);
			// The oldest entry first, whichever name it is found by.
			const entry = Math.min(...names.map(name => this.#byPlace.get(keyOf(problem.rule.id, line, name))?.find(index => !used.has(index)) ?? Number.POSITIVE_INFINITY));
			if (!Number.isFinite(entry)) { continue; }
			used.add(entry);
			accepted.set(problem, entry);
		}
		return accepted;
	}
}

/**
 * Entries made for article after article: one that stands twice needs each only once, because an entry accepts a problem in
 * every article that has its rule, its line and its address or title.
 */
export class NewEntries {
	readonly all: AcceptedProblem[] = [];
	/** How many there are, by rule, line and what names the article. */
	readonly #made = new Map<string, number>();

	/** Takes those of one article. */
	add(entries: readonly AcceptedProblem[]): void {
		const wanted = new Map<string, number>();
		for (const entry of entries) {
			const keys = namesOf(entry.address, entry.title).map(name => keyOf(entry.rule, entry.line, name));
			for (const key of keys) { countUp(wanted, key); }
			if (keys.some(key => (this.#made.get(key) ?? 0) >= (wanted.get(key) ?? 0))) { continue; }
			for (const key of keys) { countUp(this.#made, key); }
			this.all.push(entry);
		}
	}
}

function countUp(counts: Map<string, number>, key: string): void { counts.set(key, (counts.get(key) ?? 0) + 1); }

const none: ReadonlyMap<Problem, AcceptedProblem> = new Map();

/** The entry that accepts a problem. */
export function acceptance(article: Article, problem: Problem, by: Pick<AcceptedProblem, 'who' | 'when' | 'why'>): AcceptedProblem {
	return { rule: problem.rule.id, address: article.address ?? '', title: article.title, line: lineHash(article, problem), ...by };
}

/** What an article is known by: its address and its title, as far as it has them. */
function namesOf(address: string, title: string): string[] {
	const names = [...address === '' ? [] : [`address ${address}`], ...title === '' ? [] : [`title ${title}`]];
	return names.length === 0 ? [''] : names;
}

const keyOf = (rule: string, line: string, name: string): string => `${rule} ${line} ${name}`;

function lineHash(article: Article, { range }: Problem): string {
	const line = article.lines.at(range.start);
	return hashOf(line < 0 ? '' : article.lineText(line));
}
