import { Baseline, type AcceptedProblem } from './baseline.ts';
import type { Article, Role } from './format/article.ts';
import { hostOf } from './format/address.ts';
import { allRules } from './rules/all.ts';
import type { OptionSpecs, OptionValues } from './rules/options.ts';
import type { AnyRule, Context, CorpusFacts, Erased, FieldSubject, FileFacts, FoundProblem, Gate, LineSubject, Problem, Scope, Scopes, Severity } from './rules/rule.ts';
import type { RuleSettings, Settings } from './settings.ts';

interface Active<S extends Scope> {
	readonly rule: Erased<S>;
	readonly settings: RuleSettings & { readonly severity: Severity };
	readonly order: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** Rules with their settings, sorted by what they look at: made once, used for every article. */
export class Linter {
	readonly settings: Settings;
	readonly #rules: readonly AnyRule[];
	readonly corpus: CorpusFacts | undefined;
	/** Undefined where nothing is accepted. */
	readonly baseline: Baseline | undefined;
	readonly #line: readonly Active<'line'>[];
	readonly #field: ReadonlyMap<FieldSubject['field'], readonly Active<'field'>[]>;
	readonly #article: readonly Active<'article'>[];
	readonly #bytes: readonly Active<'bytes'>[];
	readonly #corpusRules: readonly Active<'corpus'>[];
	/** Kinds and pairs that some line rule asks for; a line without any of them is clean. */
	readonly #kinds: number;
	readonly #pairs: number;

	constructor(settings: Settings, rules: readonly AnyRule[] = allRules, corpus?: CorpusFacts) {
		this.settings = settings;
		this.#rules = rules;
		this.corpus = corpus;
		this.baseline = settings.accepted.length === 0 ? undefined : new Baseline(settings.accepted);
		const active = <S extends Scope>(scope: S): Active<S>[] => rules.flatMap((rule, order) => {
			const rest = settings.rules.get(rule.id);
			return rule.on === scope && rest !== undefined && rest.severity !== 'off'
				? [{ rule: rule as Erased<S>, settings: { ...rest, severity: rest.severity }, order }] : [];
		});
		this.#line = active('line');
		const fieldRules = active('field');
		this.#field = new Map((['date', 'address', 'title'] as const).map(field => [field, fieldRules.filter(({ rule }) => rule.fields?.includes(field) ?? true)]));
		this.#article = active('article');
		this.#bytes = active('bytes');
		this.#corpusRules = corpus === undefined ? [] : active('corpus');
		this.#kinds = this.#line.reduce((set, { rule }) => set | (rule.gate?.kinds ?? (rule.gate?.pairs === undefined ? ~0 : 0)), 0);
		this.#pairs = this.#line.reduce((set, { rule }) => set | (rule.gate?.pairs ?? 0), 0);
	}

	/** The same rules and settings, with what a corpus tells. */
	with(corpus: CorpusFacts): Linter { return new Linter(this.settings, this.#rules, corpus); }

	/**
	 * The problems of one article, by position; ranges are offsets in the article. Never throws.
	 * Problems that the baseline accepts are left out.
	 * @param file left out where nobody knows the bytes; rules of scope `bytes` are silent then
	 */
	check(article: Article, file?: FileFacts): Problem[] {
		const problems = this.#find(article, file);
		return this.baseline === undefined ? problems : this.baseline.rest(article, problems);
	}

	/** The problems of an article that the baseline accepts, each with its entry; none where there is no baseline. */
	accepted(article: Article, file?: FileFacts): ReadonlyMap<Problem, AcceptedProblem> {
		const { baseline } = this;
		if (baseline === undefined) { return new Map(); }
		return new Map([...baseline.match(article, this.#find(article, file))].map(([problem, entry]) => [problem, baseline.entries[entry] as AcceptedProblem]));
	}

	#find(article: Article, file?: FileFacts): Problem[] {
		const run = new Run(article, this.#contextOf(article, file));
		if (file !== undefined) { for (const active of this.#bytes) { run.apply(active, { article, ...file }); } }
		for (const active of this.#article) { run.apply(active, article); }
		this.#checkFields(run);
		this.#checkLines(run);
		for (const active of this.#corpusRules) { run.apply(active, article); }
		return run.sorted();
	}

	#contextOf(article: Article, file: FileFacts | undefined): Context {
		const { outlets, today } = this.settings;
		const host = outlets.size === 0 ? undefined : hostOf(article.address ?? '');
		const outlet = host === undefined ? undefined : outlets.get(host);
		return { today, outlet, language: this.settings.language ?? outlet?.language, corpus: this.corpus, file };
	}

	#checkFields(run: Run): void {
		const { article } = run;
		if (article.header === undefined) { return; }
		const { date, address } = article.header;
		const title = article.titleLine < 0 ? undefined : article.lines.range(article.titleLine);
		for (const [field, range] of [['date', date], ['address', address], ['title', title]] as const) {
			if (range === undefined || range.start === range.end) { continue; }
			const text = field === 'title' ? article.title : article[field] ?? '';
			const subject: FieldSubject = { article, field, start: range.start, end: range.end, text };
			for (const active of this.#field.get(field) ?? []) { run.apply(active, subject); }
		}
	}

	#checkLines(run: Run): void {
		const { article } = run;
		const { lines } = article;
		for (let line = 0; line < lines.count; line++) {
			const kinds = lines.kinds(line);
			const pairs = lines.pairs(line);
			if ((kinds & this.#kinds) === 0 && (pairs & this.#pairs) === 0) { continue; }
			let subject: LineSubject | undefined;
			for (const active of this.#line) {
				const { gate } = active.rule;
				if (!opens(gate, kinds, pairs)) { continue; }
				const role = article.role(line);
				if (!isAsked(role, gate?.roles)) { continue; }
				subject ??= new Line(article, line, role);
				run.apply(active, subject);
			}
		}
	}
}

/** A line as rules see it. */
class Line implements LineSubject {
	readonly article: Article;
	readonly line: number;
	readonly role: Role;
	readonly start: number;
	readonly end: number;
	readonly kinds: number;
	readonly pairs: number;
	#text: string | undefined;

	constructor(article: Article, line: number, role: Role) {
		const { lines } = article;
		this.article = article;
		this.line = line;
		this.role = role;
		this.start = lines.start(line);
		this.end = lines.end(line);
		this.kinds = lines.kinds(line);
		this.pairs = lines.pairs(line);
	}

	get text(): string { return (this.#text ??= this.article.slice(this)); }
}

/** A gate that names neither kinds nor pairs is open. */
const opens = (gate: Gate | undefined, kinds: number, pairs: number): boolean =>
	(gate?.kinds === undefined && gate?.pairs === undefined) || (kinds & (gate.kinds ?? 0)) !== 0 || (pairs & (gate.pairs ?? 0)) !== 0;

const isAsked = (role: Role, roles: readonly Role[] | undefined): boolean => (roles === undefined ? role !== 'blank' : roles.includes(role));

/** Problems of one article while they are found. */
class Run {
	readonly article: Article;
	readonly #context: Context;
	readonly #found: { readonly order: number; readonly problem: Problem }[] = [];
	/** The rule that is running. */
	#active: Active<Scope> | undefined;
	/** One for all rules of the article: a function for each would cost more than most rules do. */
	readonly #report = (finding: FoundProblem): void => {
		if (this.#active === undefined) { return; }
		const { rule, settings, order } = this.#active;
		// Asked last: telling the language of an article costs more than nearly every rule, and most find nothing.
		if (rule.languages !== undefined && !rule.languages.includes(this.#context.language ?? this.article.language)) { return; }
		this.#found.push({ order, problem: problemOf(rule, settings.severity, finding) });
	};

	constructor(article: Article, context: Context) {
		this.article = article;
		this.#context = context;
	}

	apply<S extends Scope>(active: Active<S>, subject: Scopes[S]): void {
		const { rule, settings } = active;
		this.#active = active;
		rule.check(subject, this.#report, settings.options as OptionValues<OptionSpecs>, this.#context);
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
