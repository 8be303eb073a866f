import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Day } from '#core/format/day.ts';
import type { Settings } from '#core/settings.ts';
import type { Range } from '#core/text/range.ts';
import { describeIssue, type Issue } from './config-issue.ts';
import { configSchema } from './config-schema.ts';
import { defaultConfig, mergeSettings, type Config, type RuleChoice } from './resolve.ts';

export { CONFIG_FILE, DEFAULT_FILES, configCandidates, defaultConfig, severities } from './resolve.ts';
export type { Config, OutletConfig, OverrideConfig, RuleChoice, SeverityChoice } from './resolve.ts';

/** A value of a configuration that cannot be used; the default is used in its place. */
export interface ConfigProblem {
	/** The file as the caller named it; empty for settings that stand in no file. */
	readonly file: string;
	/** Such as `rules.overlong-title[1].max`; empty for the whole. */
	readonly path: string;
	/** What is wrong and what to write instead; one sentence, begins with the path. */
	readonly message: string;
	/** Offsets in the text, UTF-16 units. */
	readonly range: Range;
}

/** Reads a configuration file (JSON with comments and trailing commas). Never throws: what cannot be used is reported and left out. */
export function parseConfig(text: string, file: string): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
	const errors: ParseError[] = [];
	const tree = parseTree(text.replace(/^\ufeff/u, ' '), errors, { allowTrailingComma: true, allowEmptyContent: true });
	const problems: ConfigProblem[] = errors.slice(0, 1).map(({ error, offset, length }) => ({
		file, path: '', range: { start: offset, end: offset + length },
		message: `The text is not JSON here (${printParseErrorCode(error).replace(/\B[A-Z]/gu, letter => ` ${letter.toLowerCase()}`).toLowerCase()}); correct it, until then what cannot be read counts as left out.`,
	}));
	if (tree === undefined) { return { config: defaultConfig, problems }; }
	const { config, issues } = validated(getNodeValue(tree));
	for (const { path, message, key } of issues) { problems.push({ file, path: pathName(path), message, range: rangeOf(tree, path, key) }); }
	return { config, problems: problems.sort((a, b) => a.range.start - b.range.start) };
}

/** Reads rule settings that stand in no file: the editor's, or those of a request. */
export function parseRules(value: unknown): { readonly rules: Readonly<Record<string, RuleChoice>>; readonly problems: readonly ConfigProblem[] } {
	const { config, issues } = validated({ rules: structuredCopy(value) });
	return { rules: config.rules, problems: issues.map(({ path, message }) => ({ file: '', path: pathName(path), message, range: { start: 0, end: 0 } })) };
}

/** Settings in force. `extra.rules` need not be valid: what is not is left out, see {@link parseRules} for the reasons. */
export function resolveSettings(config: Config, extra: { readonly today: Day; readonly rules?: Readonly<Record<string, unknown>>; readonly language?: string }): Settings {
	const { today, language } = extra;
	return mergeSettings(config, { today, rules: parseRules(extra.rules ?? {}).rules, ...(language === undefined ? {} : { language }) });
}

type Path = readonly PropertyKey[];

interface Found {
	readonly path: Path;
	readonly message: string;
	/** The key that is wrong, which the range shows instead of its value. */
	readonly key: string | undefined;
}

/** Each round takes out every bad value found; a value inside another one needs a round of its own. */
const MAX_ROUNDS = 20;

/** Takes out bad values until the rest is valid, so that one bad value costs nothing but itself. */
function validated(value: unknown): { readonly config: Config; readonly issues: readonly Found[] } {
	const found: Found[] = [];
	for (let round = 0; ; round++) {
		if (round === MAX_ROUNDS) { value = {}; }
		const result = configSchema().safeParse(value);
		if (result.success) {
			const { files, ignore = [], language = 'auto', rules = {}, outlets = {}, overrides = [] } = result.data;
			return { config: { files, ignore, language, rules: rules as Config['rules'], outlets: outlets as Config['outlets'], overrides: (overrides as Config['overrides']).filter(({ files }) => files?.length !== 0) }, issues: found };
		}
		const bad: Path[] = [];
		for (const issue of result.error.issues.flatMap(deepest)) {
			const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
			for (const key of keys) {
				const path = key === undefined ? issue.path : [...issue.path, key];
				found.push({ path, key: issue.code === 'invalid_key' ? String(path.at(-1)) : key, message: describeIssue(issue, path, pathName(path), valueAt(value, path)) });
				bad.push(path);
			}
		}
		// From the last element of an array to the first, so that indexes stay true.
		for (const path of bad.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0)) { value = isWholeOverride(path) ? withoutOverride(value, path) : without(value, path); }
	}
}

/** Of a union that does not fit, the branch that was meant: the one whose issues lie deeper. */
function deepest(issue: Issue): Issue[] {
	if (issue.code !== 'invalid_union') { return [issue]; }
	const meant = issue.errors.find(branch => branch.some(({ path }) => path.length > 0)) ?? issue.errors[0] ?? [];
	return meant.flatMap(inner => deepest({ ...inner, path: [...issue.path, ...inner.path] }));
}

function without(value: unknown, path: Path): unknown {
	const [first, ...rest] = path;
	if (first === undefined || typeof value !== 'object' || value === null) { return path.length === 0 ? {} : value; }
	if (Array.isArray(value)) {
		if (rest.length === 0) { return value.filter((_, index) => index !== first); }
		return value.map((each: unknown, index) => (index === first ? without(each, rest) : each));
	}
	// A pair of severity and options is nothing without its severity.
	const drop = rest.length === 0 || (rest.length === 1 && rest[0] === 0 && !isList(path));
	return Object.fromEntries(Object.entries(value).flatMap(([key, each]: [string, unknown]) => (key !== first ? [[key, each]] : drop ? [] : [[key, without(each, rest)]])));
}

const isList = (path: Path): boolean => ['files', 'ignore', 'boilerplate', 'titleSuffix', 'languages', 'outlets', 'overrides'].includes(String(path.at(-2)));

/** Without what says of which articles an override speaks, it would speak of all. A key that nobody knows may have been meant so. */
const isWholeOverride = ([first, at, key, ...more]: Path): boolean => first === 'overrides' && at !== undefined && key !== 'rules' && key !== 'language' && more.length === 0;

/** An override for no file takes its place, so that the others keep their numbers. */
function withoutOverride(value: unknown, [key, at]: Path): unknown {
	const config = value as { readonly overrides: readonly unknown[] };
	return { ...config, [String(key)]: config.overrides.map((each, index) => (index === at ? { files: [] } : each)) };
}

function valueAt(value: unknown, path: Path): unknown {
	let at = value;
	for (const key of path) { at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined; }
	return at;
}

function pathName(path: Path): string {
	let name = '';
	for (const key of path) { name += typeof key === 'number' ? `[${key}]` : name === '' ? String(key) : `.${String(key)}`; }
	return name;
}

function rangeOf(tree: Node, path: Path, key: string | undefined): Range {
	const node = findNodeAtLocation(tree, path as (string | number)[]) ?? tree;
	const shown = key === undefined ? node : (node.parent?.children?.[0] ?? node);
	return { start: shown.offset, end: shown.offset + shown.length };
}

/** What JSON can hold of a value, so that nobody else's object is ever changed. */
function structuredCopy(value: unknown): unknown {
	return value === undefined ? {} : JSON.parse(JSON.stringify(value)) as unknown;
}
