import { shownAccepted } from '#core/features/accepted.ts';
import type { Article } from '#core/format/article.ts';
import { Linter } from '#core/lint.ts';
import type { AnyRule, Problem } from '#core/rules/rule.ts';
import type { Settings } from '#core/settings.ts';
import { contained } from './guard.ts';

/** A linter with what its settings came from; documents with the same settings share one. */
export class Checker {
	readonly linter: Linter;
	/** Part of every result id: results of another checker are others. */
	readonly id: number;
	/** Articles checked so far. */
	checked = 0;
	readonly #log: (message: string) => void;
	readonly #failed = new WeakSet<Article>();
	readonly #accepted = new WeakMap<Article, readonly Problem[]>();
	#hasFailed = false;

	constructor(id: number, settings: Settings, log: (message: string) => void, rules?: readonly AnyRule[]) {
		this.id = id;
		this.linter = new Linter(settings, rules);
		this.#log = log;
	}

	get settings(): Settings { return this.linter.settings; }

	/** The problems of an article; a rule that fails leaves this article without problems, and the log says so. */
	check(article: Article): readonly Problem[] {
		this.checked++;
		return this.#contained(article, () => {
			const { baseline } = this.linter;
			if (baseline === undefined) { return this.linter.check(article); }
			const { open, accepted } = baseline.split(article, this.linter.find(article));
			if (accepted.size > 0) { this.#accepted.set(article, [...accepted].map(([problem, entry]) => shownAccepted(problem, entry))); }
			return open;
		});
	}

	/** The problems of an article that the baseline accepts, as they are shown; once it has been checked. */
	acceptedIn(article: Article): readonly Problem[] { return this.#accepted.get(article) ?? none; }

	#contained(article: Article, check: () => readonly Problem[]): readonly Problem[] {
		return contained(`Checking the article ${article.address ?? 'without an address'}`, message => {
			this.#failed.add(article);
			this.#hasFailed = true;
			this.#log(message);
		}, check, none);
	}

	/** How many of the articles could not be checked. */
	failures(articles: readonly Article[]): number {
		return this.#hasFailed ? articles.filter(article => this.#failed.has(article)).length : 0;
	}
}

const none: readonly Problem[] = [];
