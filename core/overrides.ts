import { hostOf } from './format/address.ts';
import type { Article } from './format/article.ts';
import type { Outlet } from './rules/rule.ts';
import type { Override, Settings } from './settings.ts';
import type { Language } from './text/language.ts';

/** The profile of the outlet that an article comes from. */
export function outletOf(article: Article, { outlets }: Settings): Outlet | undefined {
	const host = outlets.size === 0 ? undefined : hostOf(article.address ?? '');
	return host === undefined ? undefined : outlets.get(host);
}

/** The language an article counts as: set by the configuration, else by its outlet, else told from its text. */
export function languageIn(article: Article, settings: Settings): Language {
	let { language } = settings;
	for (const override of settings.overrides) {
		if (override.language !== undefined && isFromOutlet(article, override)) { language = override.language === 'auto' ? undefined : override.language; }
	}
	return language ?? outletOf(article, settings)?.language ?? article.language;
}

/** Numbers of the overrides that hold for an article. */
export function overridesFor(article: Article, settings: Settings): number[] {
	// Telling the language of an article is dear: it is asked for at most once, and only where an override depends on it.
	let language: Language | undefined;
	return settings.overrides.flatMap((override, number) =>
		(isFromOutlet(article, override) && override.languages?.includes(language ??= languageIn(article, settings)) !== false ? [number] : []));
}

/** The settings of the articles for which these overrides hold, and no others. */
export function overriddenSettings(settings: Settings, holding: readonly number[]): Settings {
	const rules = new Map(settings.rules);
	let { language } = settings;
	for (const number of holding) {
		const override = settings.overrides[number];
		if (override?.language !== undefined) { language = override.language === 'auto' ? undefined : override.language; }
		for (const [id, { severity, options }] of override?.rules ?? []) { rules.set(id, { severity, options: { ...rules.get(id)?.options, ...options } }); }
	}
	return { ...settings, rules, language, overrides: [] };
}

const isFromOutlet = (article: Article, { outlets }: Override): boolean => outlets?.includes(hostOf(article.address ?? '') ?? '') !== false;
