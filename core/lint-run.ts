import type { Article, Role } from './format/article.ts';
import type { OptionSpecs, OptionValues } from './rules/options.ts';
import type { AnyRule, Context, Erased, FoundProblem, Problem, Scope, Scopes, Severity } from './rules/rule.ts';
import type { RuleSettings } from './settings.ts';

/** A rule that is switched on. Its own fields, because a look at rules, of which no two are alike, costs more than most checks. */
export class Active<S extends Scope> {
	readonly rule: AnyRule;
	readonly severity: Severity;
	readonly options: OptionValues<OptionSpecs>;
	/** Place in the list of rules. */
	readonly order: number;
	readonly languages: AnyRule['languages'];
	/** Of the gate: a line is looked at that holds one of the kinds or one of the pairs; all kinds where there is no gate. */
	readonly kinds: number;
	readonly pairs: number;
	readonly check: (...args: Parameters<Erased<S>['check']>) => void;
	readonly #roles: readonly Role[] | undefined;

	/** @param rule of scope `S` */
	constructor(rule: AnyRule, severity: Severity, options: RuleSettings['options'], order: number) {
		const { gate } = rule;
		this.rule = rule;
		this.severity = severity;
		this.options = options as OptionValues<OptionSpecs>;
		this.order = order;
		this.languages = rule.languages;
		this.kinds = gate?.kinds ?? (gate?.pairs === undefined ? ~0 : 0);
		this.pairs = gate?.pairs ?? 0;
		this.check = rule.check.bind(rule) as Active<S>['check'];
		this.#roles = gate?.roles;
	}

	/** Whether it looks at lines of a role. */
	asks(role: Role): boolean { return this.#roles === undefined ? role !== 'blank' : this.#roles.includes(role); }
}

/** What a problem takes from its rule. */
type Reported = Pick<Active<Scope>, 'rule' | 'severity' | 'languages' | 'order'>;

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Problems of one article while they are found. */
export class Run {
	readonly article: Article;
	readonly #context: Context;
	readonly #found: { readonly order: number; readonly problem: Problem }[] = [];
	/** The rule that is running. */
	#active: Reported | undefined;
	/** One for all rules of the article: a function for each would cost more than most rules do. */
	readonly #report = (finding: FoundProblem): void => {
		if (this.#active === undefined) { return; }
		const { rule, languages, severity, order } = this.#active;
		// Asked last: telling the language of an article costs more than nearly every rule, and most find nothing.
		if (languages !== undefined && !languages.includes(this.#context.language ?? this.article.language)) { return; }
		this.#found.push({ order, problem: problemOf(rule, severity, finding) });
	};

	constructor(article: Article, context: Context) {
		this.article = article;
		this.#context = context;
	}

	apply<S extends Scope>(active: Active<S>, subject: Scopes[S]): void {
		this.#active = active;
		active.check(subject, this.#report, active.options, this.#context);
	}

	sorted(): Problem[] {
		if (this.#found.length > 1) {
			this.#found.sort((a, b) => a.problem.range.start - b.problem.range.start || a.problem.range.end - b.problem.range.end || a.order - b.order);
		}
		return uncovered(this.#found.map(({ problem }) => problem));
	}
}

/** Without the problems that lie inside one of a rule that covers theirs; both lists by position. */
function uncovered(problems: Problem[]): Problem[] {
	const covering = problems.filter(({ rule }) => rule.covers !== undefined);
	if (covering.length === 0) { return problems; }
	const reach = new Map<string, number>();
	let next = 0;
	return problems.filter(({ rule, range }) => {
		for (let cover = covering[next]; cover !== undefined && cover.range.start <= range.start; cover = covering[++next]) {
			for (const id of cover.rule.covers ?? []) { reach.set(id, Math.max(reach.get(id) ?? 0, cover.range.end)); }
		}
		return range.end > (reach.get(rule.id) ?? -1);
	});
}

function problemOf(rule: AnyRule, severity: Severity, finding: FoundProblem): Problem {
	const own = finding.severity ?? severity;
	return {
		rule,
		severity: RANK[own] < RANK[severity] ? own : severity,
		range: finding.range,
		message: finding.message,
		fixes: finding.fixes ?? [],
		related: finding.related ?? [],
		isUnnecessary: finding.isUnnecessary ?? false,
	};
}
