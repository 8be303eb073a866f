import type { AnyRule } from './rule.ts';

/** What a rule was counted to find in the articles of one language. */
export interface Finds {
	readonly language: string;
	/** Articles with a finding, and those of them that were taken at random. */
	readonly articles: number;
	readonly random: number;
	readonly findings: number;
}

/** Counts over real text, see docs/trust.md. */
export interface RealText {
	/** Articles that were read, and those of them that were taken at random. */
	readonly read: readonly { readonly language: string; readonly articles: number; readonly random: number }[];
	/** By rule; one without a finding is missing. */
	readonly finds: Readonly<Record<string, readonly Finds[]>>;
}

const PAGE = '../trust.md';

/** How often a rule finds something in real text, for its page; Markdown. */
export function frequencyOf({ id, on, languages, severity }: AnyRule, { read, finds }: RealText): string {
	if (on === 'corpus') { return `It compares articles with each other, so its findings depend on which ones are checked together. [What the articles of the corpus share](${PAGE}#what-the-articles-of-the-corpus-share) tells what it found in one collection.`; }
	const asked = read.filter(({ language }) => languages?.includes(language) !== false);
	const found = finds[id] ?? [];
	const all = sum(asked, each => each.articles);
	const where = `${number(all)} articles of real news in ${asked.length > 3 ? `${asked.length} languages` : listed(asked.map(({ language }) => nameOf(language)))}`;
	const note = severity === 'off' ? ' It was switched on for the count.' : '';
	const how = ` [How they were chosen and counted](${PAGE}).`;
	if (found.length === 0) { return `Nothing was found in ${where}, each looked at by itself.${note}${how}`; }
	const findings = sum(found, each => each.findings);
	const parts = found.map(each => `${number(each.articles)} of ${number(asked.find(({ language }) => language === each.language)?.articles ?? 0)} in ${nameOf(each.language)}`);
	const random = ` Of ${number(sum(asked, each => each.random))} taken at random, ${number(sum(found, each => each.random))} have one.`;
	return `${number(findings)} ${findings === 1 ? 'finding' : 'findings'} in ${number(sum(found, each => each.articles))} of ${where}: ${listed(parts)}.${random}${note}${how}`;
}

const languageNames: Readonly<Record<string, string>> = { ar: 'Arabic', en: 'English', fa: 'Persian', fr: 'French', he: 'Hebrew', ru: 'Russian', ur: 'Urdu' };

const nameOf = (language: string): string => languageNames[language] ?? language;
const number = (count: number): string => count.toLocaleString('en');
const sum = <T>(all: readonly T[], count: (each: T) => number): number => all.reduce((total, each) => total + count(each), 0);
const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);
