import type { Article, Role } from '../format/article.ts';
import type { Day } from '../format/day.ts';
import type { Edit } from '../text/edit.ts';
import type { Language } from '../text/language.ts';
import type { Range } from '../text/range.ts';
import type { OptionSpecs, OptionValues } from './options.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Group = 'structure' | 'header' | 'title' | 'damage' | 'invisible' | 'letters' | 'glued' | 'normalisation' | 'file' | 'corpus';
export type FixPolicy = 'always' | 'sometimes' | 'never';
export type Safety = 'safe' | 'unsafe';

/** Edits that are applied whole or not at all; offsets in the article. `safe` loses nothing and may run unasked. */
export interface Fix {
	/** Imperative, without a full stop: what will happen. */
	readonly title: string;
	readonly safety: Safety;
	readonly edits: readonly Edit[];
}

/** Another place that explains a problem, in the same article. */
export interface Related {
	readonly range: Range;
	readonly message: string;
}

/** What a rule reports; ranges are offsets in the article. */
export interface Finding {
	readonly range: Range;
	/** What is wrong here, with the value; one sentence. */
	readonly message: string;
	/** Overrides the rule's own severity, within what the user has set: downwards only. */
	readonly severity?: Severity;
	readonly related?: readonly Related[];
	/** The text in `range` adds nothing: editors may draw it faded. */
	readonly isUnnecessary?: boolean;
}

/** A finding with its fixes, the preferred one first; several fixes are alternatives. */
export type Report<F extends FixPolicy> = Finding &
	(F extends 'always' ? { readonly fixes: readonly [Fix, ...Fix[]] } : F extends 'never' ? { readonly fixes?: never } : { readonly fixes?: readonly Fix[] });

/** A finding as the engine takes it, whatever the rule's fix policy. */
export interface FoundProblem extends Finding {
	readonly fixes?: readonly Fix[];
}

/** What the surroundings of an article tell a rule. */
export interface Context {
	/** The clock, given from outside so that runs can be repeated. */
	readonly today: Day;
	/** Profile of the outlet that published the article, by the host of its address. */
	readonly outlet: Outlet | undefined;
	/** What the user or the outlet's profile says; undefined leaves it to the article's own guess. */
	readonly language: Language | undefined;
	/** What other articles of the corpus tell; undefined where there is none, as in a single open file without an index. */
	readonly corpus: CorpusFacts | undefined;
	/** What the bytes of the article tell; undefined where nobody knows them, as in an editor. */
	readonly file: FileFacts | undefined;
}

/** An outlet as the configuration describes it. */
export interface Outlet {
	readonly host: string;
	readonly name: string | undefined;
	readonly language: Language | undefined;
	/** Lines, or starts and ends of paragraphs, that belong to the site; `*` stands for any text. */
	readonly boilerplate: readonly string[];
	readonly titleSuffix: readonly string[];
}

/** Facts that only many articles together give; rules of scope `corpus` and a few others ask for them. */
export interface CorpusFacts {
	/** Suffixes that many titles of one host share, with the number of titles. */
	titleSuffixes(host: string): ReadonlyMap<string, number>;
	/** Length, in UTF-16 units, of the longest title of the corpus that `text` holds at `start`; 0 where there is none. */
	titleLengthAt(text: string, start: number): number;
	/** What many articles of one host repeat. */
	boilerplate(host: string): readonly LearnedBoilerplate[];
	/** Articles that came before this one and are like it, by what they share. */
	earlier(article: Article): EarlierArticles;
}

/** A text that many articles of one outlet repeat: as a line of its own, or where a paragraph starts or ends. */
export interface LearnedBoilerplate {
	/** `*` stands for any text in one where a paragraph ends. */
	readonly text: string;
	readonly place: 'line' | 'start' | 'end';
	/** In how many articles. */
	readonly count: number;
	/** Days of the articles; undefined where none has one. */
	readonly first: Day | undefined;
	readonly last: Day | undefined;
	/** The first articles with it. */
	readonly examples: readonly ArticlePlace[];
}

/** An article elsewhere in the corpus, as a message names it. */
export interface ArticlePlace {
	readonly file: string;
	/** Line of its header in the file, from 1. */
	readonly line: number;
}

/** Earlier articles that share something with one; undefined where there is none. */
export interface EarlierArticles {
	readonly sameAddress: ArticlePlace | undefined;
	readonly sameText: ArticlePlace | undefined;
	/** Same host and title, other text. */
	readonly sameTitle: ArticlePlace | undefined;
	/** Jaccard similarity of 5-word shingles, 0.8 to 1. */
	readonly similar: (ArticlePlace & { readonly similarity: number }) | undefined;
}

/** A line under examination; `start` and `end` are offsets in the article, the line end is not part of it. */
export interface LineSubject extends Range {
	readonly article: Article;
	/** From 0. */
	readonly line: number;
	readonly role: Role;
	/** Without the line end. Made when first asked for, which costs more than a look at the article's units. */
	readonly text: string;
	/** Kinds and pairs present, see `text/kinds.ts`. */
	readonly kinds: number;
	readonly pairs: number;
}

/** A header or title value under examination. */
export interface FieldSubject extends Range {
	readonly article: Article;
	readonly field: 'date' | 'address' | 'title';
	readonly text: string;
}

/** What is known of an article only where its file is read as bytes: editors decode a file, take its mark off and make its line ends equal. */
export interface FileFacts {
	/** The article is the first of its file. */
	readonly isStart: boolean;
	/** What stands there in place of UTF-8; undefined where all is well-formed. */
	readonly illFormed?: IllFormed | undefined;
}

/** Sequences of an article's bytes that are not UTF-8; each was read as one U+FFFD. */
export interface IllFormed {
	/** Offsets in the article of the units that stand for them, ascending. */
	readonly units: ArrayLike<number>;
	/** Offset of the first one in the file, bytes. */
	readonly firstByte: number;
	/** The bytes of the sequences, one behind the other. */
	readonly bytes: Uint8Array;
}

/** An article with what its bytes tell. */
export interface BytesSubject extends FileFacts {
	readonly article: Article;
}

/** What a rule looks at, and therefore when its result must be found again. */
export interface Scopes {
	readonly line: LineSubject;
	readonly field: FieldSubject;
	readonly article: Article;
	readonly bytes: BytesSubject;
	readonly corpus: Article;
}

export type Scope = keyof Scopes;

/** Every line but the header, whose characters are the concern of the header rules, and blank lines. */
export const textRoles: readonly Role[] = ['title', 'title-copy', 'extra-title', 'lead', 'related-headlines', 'paragraph'];

/** Which lines a line rule is called for: those that hold one of the kinds or one of the pairs. */
export interface Gate {
	readonly kinds?: number;
	readonly pairs?: number;
	/** All roles but `blank` where left out. */
	readonly roles?: readonly Role[];
}

/** Example texts mark what is reported with ⟦…⟧ and write invisible characters as JavaScript escapes. */
export interface Example {
	readonly bad: string;
	readonly good: string;
	/** Where it is not plain: why the bad one is bad. */
	readonly note?: string;
	/** Where the rule asks the profile of the outlet (of example.com): the suffixes of titles it names. */
	readonly titleSuffix?: readonly string[];
	/** Likewise: the text of the site it names. */
	readonly boilerplate?: readonly string[];
	/** Whether `good` is what the preferred fix makes of `bad`; true where left out and the rule always fixes. */
	readonly isFixed?: boolean;
}

export interface Description<S extends Scope, F extends FixPolicy, O extends OptionSpecs> {
	/** Kebab-case; names the bad pattern. Never changes its meaning; a renamed rule lives on in `redirects.ts`. */
	readonly id: string;
	readonly group: Group;
	readonly severity: Severity | 'off';
	/** Version of Warraq that brought the rule. */
	readonly since: string;
	readonly fix: F;
	/** Classes of the fixes it may offer; the page says so. Left out by a rule that never fixes. */
	readonly safety?: Safety | 'both';
	/**
	 * Whatever letters its fixes take out, the text stays: they write it another way, by a mapping that is the proof
	 * (`&#1575;` → ا), or take out what is none and known by name (`utm_source=…`).
	 */
	readonly keepsText?: true;
	/** One sentence: what the rule reports. */
	readonly summary: string;
	/** One or two sentences: why that matters for a corpus. */
	readonly why: string;
	/** What the rule leaves alone on purpose, and when its fix is safe; Markdown. */
	readonly details?: string;
	/** BCP 47; all languages where left out. */
	readonly languages?: readonly Language[];
	readonly options?: O;
	readonly examples: readonly [Example, ...Example[]];
	/** Rules that are not reported inside what this one reports: the same damage has one name. */
	readonly covers?: readonly string[];
	readonly on: S;
	/** Some of what it reports only the articles of a corpus together tell; rules of scope `corpus` need not say so. */
	readonly asksCorpus?: true;
	/** For scope `line`. */
	readonly gate?: Gate;
	/** For scope `field`. */
	readonly fields?: readonly FieldSubject['field'][];
}

export interface Rule<S extends Scope = Scope, F extends FixPolicy = FixPolicy, O extends OptionSpecs = OptionSpecs> extends Description<S, F, O> {
	check(subject: Scopes[S], report: (finding: Report<F>) => void, options: OptionValues<O>, context: Context): void;
}

export type Erased<S extends Scope> = Description<S, FixPolicy, OptionSpecs> & {
	check(subject: Scopes[S], report: (finding: FoundProblem) => void, options: OptionValues<OptionSpecs>, context: Context): void;
};

/** A rule of any scope; narrows on `on`. */
export type AnyRule = { [S in Scope]: Erased<S> }[Scope];

/** Ties scope, fix policy and options of a rule together; the compiler refuses an `always` rule that reports without a fix. */
export function defineRule<const S extends Scope, const F extends FixPolicy, const O extends OptionSpecs = Record<never, never>>(rule: Rule<S, F, O>): Erased<S> {
	return rule;
}

/** What a rule found in an article. */
export interface Problem {
	readonly rule: AnyRule;
	readonly severity: Severity;
	readonly range: Range;
	readonly message: string;
	readonly fixes: readonly Fix[];
	readonly related: readonly Related[];
	readonly isUnnecessary: boolean;
}
