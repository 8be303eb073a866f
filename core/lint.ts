import { Baseline, type AcceptedProblem } from './baseline.ts';
import type { Article, Role } from './format/article.ts';
import { languageIn, outletOf, overriddenSettings, overridesFor } from './overrides.ts';
import { allRules } from './rules/all.ts';
import { Active, Run } from './lint-run.ts';
import type { AnyRule, Context, CorpusFacts, FieldSubject, FileFacts, LineSubject, Problem, Scope } from './rules/rule.ts';
import type { Settings } from './settings.ts';
import type { Language } from './text/language.ts';

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
	/** For the articles of which overrides hold, by the numbers of these. */
	readonly #variants = new Map<string, Linter>();

	constructor(settings: Settings, rules: readonly AnyRule[] = allRules, corpus?: CorpusFacts) {
		this.settings = settings;
		this.#rules = rules;
		this.corpus = corpus;
		this.baseline = settings.accepted.length === 0 ? undefined : new Baseline(settings.accepted);
		const active = <S extends Scope>(scope: S): Active<S>[] => rules.flatMap((rule, order) => {
			const rest = settings.rules.get(rule.id);
			return rule.on === scope && rest !== undefined && rest.severity !== 'off'
				? [new Active<S>(rule, rest.severity, rest.options, order)] : [];
		});
		this.#line = active('line');
		const fieldRules = active('field');
		this.#field = new Map((['date', 'address', 'title'] as const).map(field => [field, fieldRules.filter(({ rule }) => rule.fields?.includes(field) ?? true)]));
		this.#article = active('article');
		this.#bytes = active('bytes');
		this.#corpusRules = corpus === undefined ? [] : active('corpus');
		this.#kinds = this.#line.reduce((set, { kinds }) => set | kinds, 0);
		this.#pairs = this.#line.reduce((set, { pairs }) => set | pairs, 0);
	}

	/** The same rules and settings, with what a corpus tells. */
	with(corpus: CorpusFacts): Linter { return new Linter(this.settings, this.#rules, corpus); }

	/**
	 * The problems of one article, by position; ranges are offsets in the article. Never throws.
	 * Problems that the baseline accepts are left out.
	 * @param file left out where nobody knows the bytes; rules of scope `bytes` are silent then
	 */
	check(article: Article, file?: FileFacts): Problem[] {
		const problems = this.find(article, file);
		return this.baseline === undefined ? problems : this.baseline.rest(article, problems);
	}

	/** The problems of an article that the baseline accepts, each with its entry; none where there is no baseline. */
	accepted(article: Article, file?: FileFacts): ReadonlyMap<Problem, AcceptedProblem> {
		return this.baseline?.split(article, this.find(article, file)).accepted ?? new Map<never, never>();
	}

	/** As {@link check}, with the problems that the baseline accepts. */
	find(article: Article, file?: FileFacts): Problem[] {
		return (this.settings.overrides.length === 0 ? this : this.#variantFor(article)).#find(article, file);
	}

	/** The language an article counts as: set by the user, else by its outlet, else told from its text. */
	languageOf(article: Article): Language { return languageIn(article, this.settings); }

	#variantFor(article: Article): Linter {
		const holding = overridesFor(article, this.settings);
		if (holding.length === 0) { return this; }
		const key = holding.join();
		let variant = this.#variants.get(key);
		if (variant === undefined) {
			variant = new Linter({ ...overriddenSettings(this.settings, holding), accepted: [] }, this.#rules, this.corpus);
			this.#variants.set(key, variant);
		}
		return variant;
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
		const { settings, corpus } = this;
		const outlet = outletOf(article, settings);
		return { today: settings.today, outlet, language: settings.language ?? outlet?.language, corpus, file };
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
			const role = article.role(line);
			let subject: LineSubject | undefined;
			for (const active of this.#line) {
				if (((kinds & active.kinds) === 0 && (pairs & active.pairs) === 0) || !active.asks(role)) { continue; }
				run.apply(active, subject ??= new Line(article, line, role));
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
