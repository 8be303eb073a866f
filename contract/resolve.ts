import type { AcceptedProblem } from '#core/baseline.ts';
import type { Day } from '#core/format/day.ts';
import { allRules } from '#core/rules/all.ts';
import { redirects } from '#core/rules/redirects.ts';
import type { AnyRule, Outlet, Severity } from '#core/rules/rule.ts';
import { defaultSettings, type Override, type RuleSettings, type Settings } from '#core/settings.ts';

/** Name of the configuration file; the nearest folder upward wins. */
export const CONFIG_FILE = 'warraq.config.json';

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (Severity | 'off')[];

/** A host in letters of any case and script, and nothing else of an address. */
export const HOST = /^[^\s./*?#@:]+(?:\.[^\s./*?#@:]+)+$/u;

export type SeverityChoice = (typeof severities)[number];

/** What a configuration says of a rule or, without options, of a group. */
export type RuleChoice = SeverityChoice | readonly [SeverityChoice, Readonly<Record<string, unknown>>?];

export interface OutletConfig {
	readonly name?: string;
	readonly language?: string;
	readonly boilerplate?: readonly string[];
	readonly titleSuffix?: readonly string[];
}

/** What a configuration says of some articles only: those for which all conditions hold that it names. */
export interface OverrideConfig {
	/** Globs of their files, relative to the folder of the configuration. */
	readonly files?: readonly string[];
	/** Languages they count as. */
	readonly languages?: readonly string[];
	/** Hosts of their addresses. */
	readonly outlets?: readonly string[];
	/** BCP 47, or `auto`; never together with `languages`. */
	readonly language?: string;
	readonly rules?: Readonly<Record<string, RuleChoice>>;
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
	/** In this order, so that the last one that holds wins. */
	readonly overrides: readonly OverrideConfig[];
}

export const defaultConfig: Config = { files: undefined, ignore: [], language: 'auto', rules: {}, outlets: {}, overrides: [] };

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

/**
 * Settings in force: the defaults, then the configuration and its overrides, then `rules` of the caller (`--rule`, editor
 * settings). Overrides for files have been chosen already, see `LocatedConfig`.
 */
export function mergeSettings(config: Config, extra: {
	readonly today: Day;
	readonly rules?: Readonly<Record<string, RuleChoice>>;
	readonly language?: string;
	readonly accepted?: readonly AcceptedProblem[];
}, known: readonly AnyRule[] = allRules): Settings {
	const settings = defaultSettings(extra.today, known);
	const rules = new Map(settings.rules);
	const callers = layerOf(extra.rules ?? {}, known);
	applyLayer(layerOf(config.rules, known), rules);
	applyLayer(callers, rules);
	const language = primary(extra.language ?? config.language);
	const overrides = config.overrides.map((each): Override => ({
		languages: each.languages?.map(primary), outlets: each.outlets?.map(bareHost), rules: layerOf(each.rules ?? {}, known),
		language: extra.language === undefined && each.language !== undefined ? primary(each.language) : undefined,
	}));
	// What the caller says counts more than any override.
	if (overrides.length > 0 && callers.size > 0) { overrides.push({ languages: undefined, outlets: undefined, language: undefined, rules: callers }); }
	return { ...settings, rules, overrides, outlets: outletsOf(config), accepted: extra.accepted ?? [], language: language === 'auto' ? undefined : language };
}

/** What a layer says of each rule. In it a rule's own entry wins over its group, and its present id over a former one, in whatever order they stand. */
function layerOf(layer: Readonly<Record<string, RuleChoice>>, known: readonly AnyRule[]): Map<string, RuleSettings> {
	const rules = new Map<string, RuleSettings>();
	for (const rule of known) {
		const former = Object.keys(layer).find(key => redirects.get(key) === rule.id);
		for (const choice of [layer[`group:${rule.group}`], former === undefined ? undefined : layer[former], layer[rule.id]]) {
			if (choice === undefined) { continue; }
			const [severity, options = {}] = typeof choice === 'string' ? [choice] : choice;
			rules.set(rule.id, { severity, options: { ...rules.get(rule.id)?.options, ...options } });
		}
	}
	return rules;
}

function applyLayer(layer: ReadonlyMap<string, RuleSettings>, rules: Map<string, RuleSettings>): void {
	for (const [id, { severity, options }] of layer) { rules.set(id, { severity, options: { ...rules.get(id)?.options, ...options } }); }
}

function outletsOf(config: Config): Map<string, Outlet> {
	return new Map(Object.entries(config.outlets).map(([key, { name, language, boilerplate, titleSuffix }]) => {
		const host = bareHost(key);
		return [host, { host, name, language: language === undefined ? undefined : primary(language), boilerplate: boilerplate ?? [], titleSuffix: titleSuffix ?? [] }];
	}));
}

const bareHost = (host: string): string => host.toLowerCase().replace(/^www\./u, '');

/** Rules know languages without regions: `ar` of `ar-EG`, and of `AR-eg`, because case means nothing in a tag (BCP 47, 2.1.1). */
function primary(language: string): string {
	if (language === 'auto') { return language; }
	const own = language.replace(/-.*$/su, '');
	try {
		return Intl.getCanonicalLocales(own)[0] ?? own;
	} catch {
		return own;
	}
}
