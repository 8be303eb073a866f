import type { AcceptedProblem } from '#core/baseline.ts';
import type { Day } from '#core/format/day.ts';
import { allRules } from '#core/rules/all.ts';
import { redirects } from '#core/rules/redirects.ts';
import type { AnyRule, Outlet, Severity } from '#core/rules/rule.ts';
import { defaultSettings, type RuleSettings, type Settings } from '#core/settings.ts';

/** Name of the configuration file; the nearest folder upward wins. */
export const CONFIG_FILE = 'warraq.config.json';

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (Severity | 'off')[];

export type SeverityChoice = (typeof severities)[number];

/** What a configuration says of a rule or, without options, of a group. */
export type RuleChoice = SeverityChoice | readonly [SeverityChoice, Readonly<Record<string, unknown>>?];

export interface OutletConfig {
	readonly name?: string;
	readonly language?: string;
	readonly boilerplate?: readonly string[];
	readonly titleSuffix?: readonly string[];
}

/** A configuration file after reading: every value is valid, what was not is left out. */
export interface Config {
	/** Globs of the dumps in a folder, relative to the folder of the file; undefined where the file does not say. */
	readonly files: readonly string[] | undefined;
	readonly ignore: readonly string[];
	/** BCP 47 primary subtag, or `auto`. */
	readonly language: string;
	/** Keys are rule ids, former ids, or `group:<group>`. */
	readonly rules: Readonly<Record<string, RuleChoice>>;
	/** By host. */
	readonly outlets: Readonly<Record<string, OutletConfig>>;
}

export const defaultConfig: Config = { files: undefined, ignore: [], language: 'auto', rules: {}, outlets: {} };

/** Globs of the dumps in a folder where the configuration names none. */
export const DEFAULT_FILES: readonly string[] = ['**/*.txt', '**/*.dump'];

/**
 * Where the configuration of a folder may lie, nearest first; the first one that exists wins. Takes a path or a URI
 * with `/` between its parts, and answers in the same form.
 */
export function configCandidates(folder: string): string[] {
	const root = (/^[a-z][a-z0-9+.-]+:\/\/[^/]*/iu.exec(folder) ?? /^[a-z]:/iu.exec(folder))?.[0].length ?? 0;
	let end = folder.length;
	const candidates: string[] = [];
	while (end > root && folder[end - 1] === '/') { end--; }
	for (;;) {
		candidates.push(`${folder.slice(0, end)}/${CONFIG_FILE}`);
		if (end <= root) { return candidates; }
		end = Math.max(root, folder.lastIndexOf('/', end - 1));
	}
}

/** Settings in force: the defaults, then the configuration, then `rules` of the caller (`--rule`, editor settings). */
export function mergeSettings(config: Config, extra: {
	readonly today: Day;
	readonly rules?: Readonly<Record<string, RuleChoice>>;
	readonly language?: string;
	readonly accepted?: readonly AcceptedProblem[];
}, known: readonly AnyRule[] = allRules): Settings {
	const settings = defaultSettings(extra.today, known);
	const rules = new Map(settings.rules);
	for (const layer of [config.rules, extra.rules ?? {}]) { applyLayer(layer, rules, known); }
	const language = extra.language ?? config.language;
	return { ...settings, rules, outlets: outletsOf(config), accepted: extra.accepted ?? [], language: language === 'auto' ? undefined : language };
}

/** Within one layer a rule's own entry wins over its group, and its present id over a former one, in whatever order they stand. */
function applyLayer(layer: Readonly<Record<string, RuleChoice>>, rules: Map<string, RuleSettings>, known: readonly AnyRule[]): void {
	for (const rule of known) {
		const former = Object.keys(layer).find(key => redirects.get(key) === rule.id);
		const choices = [layer[`group:${rule.group}`], former === undefined ? undefined : layer[former], layer[rule.id]];
		for (const choice of choices) {
			const before = rules.get(rule.id);
			if (choice === undefined || before === undefined) { continue; }
			rules.set(rule.id, typeof choice === 'string'
				? { ...before, severity: choice }
				: { severity: choice[0], options: { ...before.options, ...choice[1] } });
		}
	}
}

function outletsOf(config: Config): Map<string, Outlet> {
	return new Map(Object.entries(config.outlets).map(([key, { name, language, boilerplate, titleSuffix }]) => {
		const host = key.toLowerCase().replace(/^www\./u, '');
		return [host, { host, name, language, boilerplate: boilerplate ?? [], titleSuffix: titleSuffix ?? [] }];
	}));
}
