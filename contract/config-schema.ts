import * as z from 'zod/mini';
import { allRules } from '#core/rules/all.ts';
import type { OptionSpec, OptionSpecs } from '#core/rules/options.ts';
import { groupTitles } from '#core/rules/page.ts';
import { redirects } from '#core/rules/redirects.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import { HOST, severities } from './resolve.ts';

/** Titles and descriptions that only the JSON Schema shows. */
export const descriptions = z.registry<{ description?: string; markdownDescription?: string; deprecated?: boolean; default?: unknown }>();

const severity = z.enum(severities);
// A schema carries one description: each use makes its own.
const strings = () => z.array(z.string());
const language = () => z.string().check(z.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u));
const host = () => z.string().check(z.regex(HOST));
const patterns = () => z.array(z.string().check(z.regex(/[^\s*]/u)));

let schema: ReturnType<typeof makeSchema> | undefined;

/** The value of a configuration file; unknown keys are issues. Made when it is first asked for, because most runs never are. */
export const configSchema = (): ReturnType<typeof makeSchema> => (schema ??= makeSchema());

const makeSchema = (rules = rulesSchema()) => z.strictObject({
	$schema: z.optional(z.string()),
	files: z.optional(described(strings(), 'Globs of the dumps, relative to the folder of this file. Without it `**/*.txt` and `**/*.dump`, and text files without any header are passed over.')),
	ignore: z.optional(described(strings(), 'Globs of files and folders to pass over.')),
	language: z.optional(described(z.union([z.literal('auto'), language()]), 'Language of all articles (BCP 47, such as `ar`), or `auto` to tell it from each article.')),
	rules: z.optional(described(rules, 'Severity of rules (`error`, `warning`, `information`, `hint`, `off`) or `[severity, options]`; keys are rule ids or `group:<group>`. A rule wins over its group.')),
	outlets: z.optional(described(z.record(host(), z.strictObject({
		name: z.optional(described(z.string(), 'Name of the outlet, as readers know it.')),
		language: z.optional(described(language(), 'Language of its articles (BCP 47).')),
		boilerplate: z.optional(described(patterns(), 'Lines, or starts and ends of paragraphs, that belong to the site; `*` stands for any text.')),
		titleSuffix: z.optional(described(strings(), 'What the site adds to the end of its titles.')),
	})), 'Outlets by the host of their addresses, without `www.`.')),
	overrides: z.optional(described(z.array(z.strictObject({
		files: z.optional(described(strings(), 'Globs of the files it is about, relative to the folder of this file.')),
		languages: z.optional(described(z.array(language()), 'Languages of the articles it is about, whether set or told from their text.')),
		outlets: z.optional(described(z.array(host()), 'Hosts of the articles it is about, without `www.`.')),
		language: z.optional(described(z.union([z.literal('auto'), language()]), 'Language of these articles; not together with `languages`.')),
		rules: z.optional(rules),
	}).check(z.refine(({ languages, language: own }) => languages === undefined || own === undefined, { path: ['language'], params: { together: 'languages' } }))), 'What differs for some articles: those for which all of `files`, `languages` and `outlets` hold that are named. Later ones win.')),
});

function described<S extends z.ZodMiniType>(schema: S, markdownDescription: string): S {
	descriptions.add(schema, { ...descriptions.get(schema), description: markdownDescription.replaceAll('`', ''), markdownDescription });
	return schema;
}

function rulesSchema(): z.ZodMiniObject<Record<string, z.ZodMiniOptional>> {
	const shape: Record<string, z.ZodMiniOptional> = {};
	for (const [group, name] of Object.entries(groupTitles)) {
		shape[`group:${group}`] = z.optional(described(z.union([severity, z.tuple([severity])]), `Severity of all rules of the group *${name}*.`));
	}
	for (const rule of allRules) { shape[rule.id] = z.optional(described(ruleSchema(rule), `${rule.summary} ${rule.why}`)); }
	for (const [former, id] of redirects) {
		const rule = allRules.find(each => each.id === id);
		if (rule === undefined) { continue; }
		const schema = ruleSchema(rule);
		descriptions.add(schema, { ...descriptions.get(schema), description: `Former name of ${id}.`, deprecated: true });
		shape[former] = z.optional(schema);
	}
	return z.strictObject(shape);
}

function ruleSchema(rule: AnyRule): z.ZodMiniType {
	const schema = z.union([severity, z.tuple([severity, z.optional(optionsSchema(rule.options ?? {}))])]);
	descriptions.add(schema, { default: rule.severity });
	return schema;
}

function optionsSchema(specs: OptionSpecs): z.ZodMiniType {
	return z.strictObject(Object.fromEntries(Object.entries(specs).map(([name, spec]) => {
		const schema = optionSchema(spec);
		descriptions.add(schema, { ...descriptions.get(schema), description: spec.description, default: spec.default });
		return [name, z.optional(schema)];
	})));
}

function optionSchema(spec: OptionSpec): z.ZodMiniType {
	switch (spec.type) {
		case 'number': return z.number().check(z.minimum(spec.minimum), z.maximum(spec.maximum ?? Number.MAX_SAFE_INTEGER));
		case 'boolean': return z.boolean();
		case 'choice': return z.enum(spec.choices);
		case 'strings': return z.array(z.string());
	}
}
