import type { AcceptedProblem } from './baseline.ts';
import type { Day } from './format/day.ts';
import type { AnyRule, Outlet, Severity } from './rules/rule.ts';
import { defaultOptions } from './rules/options.ts';
import { allRules } from './rules/all.ts';
import type { Language } from './text/language.ts';

export interface RuleSettings {
	readonly severity: Severity | 'off';
	readonly options: Readonly<Record<string, unknown>>;
}

/** What holds for some articles only. */
export interface Override {
	/** Languages that its articles count as; undefined means any. */
	readonly languages: readonly Language[] | undefined;
	/** Hosts of their addresses, without `www.`; undefined means any. */
	readonly outlets: readonly string[] | undefined;
	/** Language they count as; `auto` takes back one that was set before. Never together with `languages`. */
	readonly language: Language | undefined;
	/** By rule id; options are added to those in force. */
	readonly rules: ReadonlyMap<string, RuleSettings>;
}

/** Settings after files, command line and defaults have been merged; every host resolves them by `contract/config.ts`. */
export interface Settings {
	readonly rules: ReadonlyMap<string, RuleSettings>;
	/** By host, without `www.`. */
	readonly outlets: ReadonlyMap<string, Outlet>;
	/** Overrides the guess for every article; undefined means `auto`. */
	readonly language: Language | undefined;
	/** Applied on top of all of the above, in this order. */
	readonly overrides: readonly Override[];
	readonly today: Day;
	/** Problems that somebody let stand; they are not reported, and nothing is fixed on their account. */
	readonly accepted: readonly AcceptedProblem[];
}

export function defaultSettings(today: Day, rules: readonly AnyRule[] = allRules): Settings {
	return {
		rules: new Map(rules.map(rule => [rule.id, { severity: rule.severity, options: defaultOptions(rule.options) }])),
		outlets: new Map(),
		language: undefined,
		overrides: [],
		today,
		accepted: [],
	};
}

/** The same settings with other entries of rules, those of the overrides among them. */
export function withRules(settings: Settings, change: (rules: ReadonlyMap<string, RuleSettings>) => ReadonlyMap<string, RuleSettings>): Settings {
	return { ...settings, rules: change(settings.rules), overrides: settings.overrides.map(each => ({ ...each, rules: change(each.rules) })) };
}
