/** Options of a rule: from these come types, validation, JSON Schema and docs. */
export type OptionSpec =
	| { readonly type: 'number'; readonly default: number; readonly minimum: number; readonly maximum?: number; readonly description: string }
	| { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
	| { readonly type: 'choice'; readonly default: string; readonly choices: readonly string[]; readonly description: string }
	| { readonly type: 'strings'; readonly default: readonly string[]; readonly description: string };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type Value<S extends OptionSpec> = S extends { type: 'choice'; choices: readonly (infer C)[] } ? C
	: S extends { type: 'number' } ? number
	: S extends { type: 'boolean' } ? boolean
	: readonly string[];

export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]: Value<O[K]> };

export function defaultOptions(specs: OptionSpecs | undefined): Record<string, unknown> {
	return Object.fromEntries(Object.entries(specs ?? {}).map(([name, spec]) => [name, spec.default]));
}
