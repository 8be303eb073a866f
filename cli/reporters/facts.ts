import { hostOf } from '#core/format/address.ts';
import type { Severity } from '#core/rules/rule.ts';
import { plainReporter, type Reporter } from './reporter.ts';

/** What `stats` counts of an article; not a format for users. */
export type ArticleFacts = readonly [name: string, site: string, day: string, language: string, words: number, problems: readonly (readonly [rule: string, severity: Severity])[]];

export const NONE = '(none)';

/** One JSON array an article and line, for `stats`. */
export const factsReporter: Reporter = {
	...plainReporter,
	detail: 'all',
	article: (name, { url, date, language, words, problems }) => {
		const facts: ArticleFacts = [name, hostOf(url ?? '') ?? NONE, date ?? NONE, language, words, problems.map(({ rule, severity }) => [rule, severity])];
		return `${JSON.stringify(facts)}\n`;
	},
};
