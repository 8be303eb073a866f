import { availableParallelism, userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { parseDay, type Day } from '#core/format/day.ts';
import { allRules, ruleById } from '#core/rules/all.ts';
import { groupTitles } from '#core/rules/page.ts';
import { redirects } from '#core/rules/redirects.ts';
import { closest, listed } from '#contract/config-issue.ts';
import { severities, type RuleChoice, type SeverityChoice } from '#contract/resolve.ts';
import { formats, type Format } from './reporters/reporter.ts';

export const commands = ['check', 'fix', 'stats', 'rules', 'explain', 'lsp', 'help', 'version'] as const;

export type Command = (typeof commands)[number];

/** The command line, understood. */
export interface Arguments {
	readonly command: Command;
	readonly paths: readonly string[];
	readonly config: string | undefined;
	readonly rules: Readonly<Record<string, RuleChoice>>;
	readonly format: Format;
	readonly jobs: number;
	readonly maxWarnings: number;
	readonly isQuiet: boolean;
	readonly isColourDeclined: boolean;
	readonly stdinName: string;
	readonly today: Day;
	readonly ignore: readonly string[];
	readonly isUnsafe: boolean;
	readonly isDryRun: boolean;
	readonly isDiff: boolean;
	readonly isCorpus: boolean;
	/** What becomes of lines of the baseline that accept nothing any more. */
	readonly stale: 'keep' | 'drop' | 'fail';
	/** Prove that reading and fixing leave every other byte as it is. */
	readonly isProof: boolean;
	/** Problems that are to be accepted before the check. */
	readonly accept: AcceptArguments | undefined;
	readonly fix: FixArguments;
}

/** What `warraq check --accept` says. */
export interface AcceptArguments {
	/** Ids; undefined stands for all. */
	readonly rules: ReadonlySet<string> | undefined;
	readonly who: string;
	readonly why: string;
}

/** What `warraq fix` alone understands. */
export interface FixArguments {
	readonly isUndo: boolean;
	readonly isList: boolean;
	/** Ids of the rules whose fixes are applied; empty stands for all that are on. */
	readonly only: readonly string[];
	/** Hosts and languages of the articles that are mended; empty stands for all. */
	readonly outlets: readonly string[];
	readonly languages: readonly string[];
	/** Percent of all letters; undefined where the default holds. */
	readonly maxLoss: number | undefined;
	readonly maxLossOf: ReadonlyMap<string, number>;
	/** How many fixes a rehearsal shows. */
	readonly sample: number;
	readonly seed: string;
}

/** Says what is wrong with the command line in one sentence. */
export class UsageError extends Error {}

const options = {
	config: { type: 'string' }, rule: { type: 'string', multiple: true }, format: { type: 'string' }, jobs: { type: 'string' },
	'max-warnings': { type: 'string' }, quiet: { type: 'boolean' }, 'no-color': { type: 'boolean' }, 'stdin-filename': { type: 'string' },
	today: { type: 'string' }, ignore: { type: 'string', multiple: true }, unsafe: { type: 'boolean' }, 'dry-run': { type: 'boolean' },
	diff: { type: 'boolean' }, corpus: { type: 'boolean' }, 'prune-baseline': { type: 'boolean' }, 'strict-baseline': { type: 'boolean' }, stdio: { type: 'boolean' },
	accept: { type: 'string', multiple: true }, reason: { type: 'string' }, author: { type: 'string' },
	'verify-bytes': { type: 'boolean' }, undo: { type: 'boolean' }, 'list-batches': { type: 'boolean' }, only: { type: 'string', multiple: true }, outlet: { type: 'string', multiple: true },
	language: { type: 'string', multiple: true }, 'max-loss': { type: 'string', multiple: true }, sample: { type: 'string' }, seed: { type: 'string' },
	help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' },
} as const;

/** Which commands know an option that not all of them know. */
const onlyFor: Readonly<Record<string, readonly Command[]>> = {
	'max-warnings': ['check', 'fix'], unsafe: ['fix'], 'dry-run': ['fix'], diff: ['fix'], corpus: ['check', 'fix'], 'prune-baseline': ['check'], 'strict-baseline': ['check'], stdio: ['lsp'], accept: ['check'], reason: ['check'], author: ['check'],
	'verify-bytes': ['check'], undo: ['fix'], 'list-batches': ['fix'], only: ['fix'], outlet: ['fix'], language: ['fix'], 'max-loss': ['fix'], sample: ['fix'], seed: ['fix'],
};

const kinds: Readonly<Record<string, readonly Format[]>> = {
	check: formats, fix: ['pretty', 'json'], stats: ['pretty', 'json', 'ndjson'], rules: ['pretty', 'json', 'ndjson'], explain: ['pretty', 'json'],
};

/** @throws UsageError */
export function readArguments(args: readonly string[], now: () => Day): Arguments {
	const { values, positionals } = parsed(args);
	const [name, ...rest] = positionals;
	if (values.version === true) { return { ...defaults(now), command: 'version' }; }
	if (values.help === true || name === undefined) { return { ...defaults(now), command: 'help', paths: name === undefined || name === 'help' ? rest.slice(0, 1) : [name] }; }
	const command = commandOf(name);
	for (const [option, owners] of Object.entries(onlyFor)) {
		if (option in values && !owners.includes(command)) { throw new UsageError(`--${option} belongs to “warraq ${owners.join('” and “warraq ')}”, not to “${command}”.`); }
	}
	const format = oneOf('--format', values.format ?? 'pretty', kinds[command] ?? formats);
	if (values.diff === true && format === 'json') { throw new UsageError('--diff is text to be read and --format json a report; leave one of them out (--dry-run --format json changes nothing either).'); }
	const stale = ['prune-baseline', 'strict-baseline'].find(option => option in values);
	if (stale !== undefined && values.ignore !== undefined) { throw new UsageError(`--${stale} and --ignore do not go together: what is not checked would count as gone.`); }
	if (values.corpus === true && rest.includes('-')) { throw new UsageError('--corpus reads everything twice, and standard input can be read only once: name files or folders instead of “-”.'); }
	if (values['verify-bytes'] === true && rest.includes('-')) { throw new UsageError('--verify-bytes reads everything twice, and standard input can be read only once: name files or folders instead of “-”.'); }
	return {
		...defaults(now), command, paths: rest, format,
		config: values.config,
		rules: Object.fromEntries((values.rule ?? []).map(ruleChoice)),
		jobs: values.jobs === undefined ? availableParallelism() : number('--jobs', values.jobs, 1),
		maxWarnings: values['max-warnings'] === undefined ? Number.POSITIVE_INFINITY : number('--max-warnings', values['max-warnings'], 0),
		isQuiet: values.quiet === true, isColourDeclined: values['no-color'] === true,
		stdinName: values['stdin-filename'] ?? 'stdin.txt',
		today: values.today === undefined ? now() : day(values.today),
		ignore: values.ignore ?? [],
		isUnsafe: values.unsafe === true, isDryRun: values['dry-run'] === true, isDiff: values.diff === true,
		isCorpus: values.corpus === true,
		stale: values['prune-baseline'] === true ? 'drop' : values['strict-baseline'] === true ? 'fail' : 'keep',
		isProof: values['verify-bytes'] === true,
		accept: acceptArguments(values, rest),
		fix: fixArguments(values, rest),
	};
}

function acceptArguments({ accept, reason, author }: ReturnType<typeof parsed>['values'], paths: readonly string[]): AcceptArguments | undefined {
	if (accept === undefined) {
		if (reason !== undefined || author !== undefined) { throw new UsageError('--reason and --author belong to --accept.'); }
		return undefined;
	}
	if (reason === undefined || reason.trim() === '') { throw new UsageError('--accept wants a reason, which goes into the baseline: --reason "as in the source".'); }
	if (paths.includes('-')) { throw new UsageError('--accept needs files: name files or folders instead of “-”.'); }
	const rules = accept.includes('all') ? undefined : new Set(accept.flatMap(rulesNamed));
	return { rules, who: author ?? userInfo().username, why: reason.trim() };
}

/** Options that “--undo” and “--list-batches” leave without a meaning. */
const alone: Readonly<Record<string, readonly string[]>> = {
	undo: ['unsafe', 'diff', 'only', 'outlet', 'language', 'max-loss', 'max-warnings', 'sample', 'seed', 'list-batches', 'corpus'],
	'list-batches': ['dry-run', 'diff', 'max-loss', 'max-warnings', 'sample', 'seed', 'corpus'],
};

function fixArguments(values: ReturnType<typeof parsed>['values'], paths: readonly string[]): FixArguments {
	for (const [option, others] of Object.entries(alone)) {
		const other = option in values ? others.find(each => each in values) : undefined;
		if (other !== undefined) { throw new UsageError(`--${other} has no meaning together with --${option}; leave one of them out.`); }
	}
	const fromStdin = paths.includes('-') ? ['undo', 'list-batches', 'max-loss'].find(option => option in values) : undefined;
	if (fromStdin !== undefined) { throw new UsageError(`--${fromStdin} needs files: what comes from standard input is mended and passed on piece by piece.`); }
	const losses = (values['max-loss'] ?? []).map(value => value.split('='));
	return {
		isUndo: values.undo === true, isList: values['list-batches'] === true,
		only: (values.only ?? []).flatMap(fixableRules),
		outlets: (values.outlet ?? []).map(host => host.toLowerCase().replace(/^https?:\/\//u, '').replace(/^www\./u, '').replace(/\/.*$/u, '')),
		languages: (values.language ?? []).map(primaryLanguage),
		maxLoss: losses.filter(([, ...own]) => own.length === 0).map(([value]) => percentage(value)).at(-1),
		maxLossOf: new Map(losses.filter(([, ...own]) => own.length > 0).map(([rule = '', ...own]) => [knownRule(rule), percentage(own.join('='))])),
		sample: values.sample === undefined ? 20 : number('--sample', values.sample, 0, 1000),
		seed: values.seed ?? '1',
	};
}

/** The rules that an id, or `group:` with a group, stands for. @throws UsageError for what is neither */
function rulesNamed(value: string): string[] {
	const key = ruleKey(value);
	const id = redirects.get(key) ?? key;
	return allRules.filter(rule => rule.id === id || id === `group:${rule.group}`).map(rule => rule.id);
}

/** Those of them that fix something. @throws UsageError where none does */
function fixableRules(value: string): string[] {
	const rules = rulesNamed(value).filter(id => ruleById(id)?.fix !== 'never');
	if (rules.length === 0) { throw new UsageError(`--only ${value}: nothing of that is ever fixed, only reported.`); }
	return rules;
}

function percentage(value: string | undefined): number {
	if (value === undefined || !/^\d{1,3}(?:\.\d{1,6})?$/u.test(value) || Number(value) > 100) { throw new UsageError(`--max-loss needs a percentage from 0 to 100, or RULE=PERCENTAGE, not “${value}”.`); }
	return Number(value);
}

const defaults = (now: () => Day): Omit<Arguments, 'command'> => ({
	paths: [], config: undefined, rules: {}, format: 'pretty', jobs: 1, maxWarnings: Number.POSITIVE_INFINITY, isQuiet: false, isColourDeclined: false,
	stdinName: 'stdin.txt', today: now(), ignore: [], isUnsafe: false, isDryRun: false, isDiff: false, isCorpus: false, stale: 'keep', isProof: false, accept: undefined,
	fix: { isUndo: false, isList: false, only: [], outlets: [], languages: [], maxLoss: undefined, maxLossOf: new Map(), sample: 20, seed: '1' },
});

function parsed(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const message = error instanceof Error ? error.message.split('. ')[0] ?? '' : String(error);
		const valueless = /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument/u.exec(message)?.[1];
		if (valueless !== undefined) { throw new UsageError(`${valueless} needs a value behind it; one that begins with “-” is written ${valueless}=VALUE.`); }
		const unknown = /Unknown option '(-[^']+)'/u.exec(message)?.[1];
		if (unknown === undefined) { throw new UsageError(`${message.replace(/\.$/u, '')}; “warraq help” shows how to write it.`); }
		const near = closest(unknown, Object.keys(options).map(option => `--${option}`));
		throw new UsageError(`There is no option ${unknown}; ${near === undefined ? '“warraq help” lists them all' : `did you mean ${near}?`}${near === undefined ? '.' : ''}`);
	}
}

function commandOf(name: string): Command {
	const command = commands.find(each => each === name);
	if (command !== undefined) { return command; }
	const near = closest(name, commands);
	throw new UsageError(near === undefined ? `There is no command “${name}”; “warraq help” lists them all.` : `There is no command “${name}”; did you mean “${near}”?`);
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
	const found = choices.find(each => each === value);
	if (found === undefined) { throw new UsageError(`${option}${option.endsWith('=') ? '' : ' '}${value} is not possible here; write ${listed(choices)}.`); }
	return found;
}

function number(option: string, value: string, minimum: number, maximum = 999_999): number {
	if (!/^\d{1,6}$/u.test(value) || Number(value) < minimum || Number(value) > maximum) { throw new UsageError(`${option} needs a whole number from ${minimum}${maximum === 999_999 ? '' : ` to ${maximum}`}, not “${value}”.`); }
	return Number(value);
}

function day(value: string): Day {
	const result = parseDay(value);
	if (result === undefined) { throw new UsageError(`--today needs a real day as YYYY-MM-DD, not “${value}”.`); }
	return result;
}

function ruleChoice(value: string): [string, SeverityChoice] {
	const [id = '', severity, ...more] = value.split('=');
	if (severity === undefined || more.length > 0) { throw new UsageError(`--rule needs ID=SEVERITY, not “${value}”.`); }
	return [ruleKey(id), oneOf(`--rule ${id}=`, severity, severities)];
}

function ruleKey(id: string): string {
	const known = [...allRules.map(rule => rule.id), ...Object.keys(groupTitles).map(group => `group:${group}`)];
	if (known.includes(id) || redirects.has(id)) { return id; }
	throw new UsageError(unknownRule(id, known));
}

const unknownRule = (id: string, known: readonly string[]): string => {
	const near = closest(id, known);
	return near === undefined ? `There is no rule “${id}”; “warraq rules” lists them all.` : `There is no rule “${id}”; did you mean “${near}”?`;
};

/** The present id of a rule, former names understood. @throws UsageError */
export function knownRule(id: string): string {
	const present = redirects.get(id) ?? id;
	if (ruleById(present) === undefined) { throw new UsageError(unknownRule(id, allRules.map(rule => rule.id))); }
	return present;
}

/** The primary subtag, which is what is told of an article. */
function primaryLanguage(tag: string): string {
	try {
		return new Intl.Locale(tag).language;
	} catch {
		throw new UsageError(`--language wants a language as BCP 47 writes it, as ar, fa or he, not “${tag}”.`);
	}
}
