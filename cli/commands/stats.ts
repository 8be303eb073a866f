import type { Severity } from '#core/rules/rule.ts';
import { reasonOf } from '#disk/read-file.ts';
import type { Arguments } from '../arguments.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import type { ArticleFacts } from '../reporters/facts.ts';
import { Run, type Sink } from '../run.ts';
import { painter, wantsColour } from '../terminal.ts';

const kinds = ['file', 'site', 'day', 'language', 'rule'] as const;

type Kind = (typeof kinds)[number];

interface Count {
	articles: number;
	words: number;
	readonly problems: Record<Severity, number>;
}

/** `warraq stats`: counts per file, site, day, language and rule; problems do not change its exit status. */
export async function stats(args: Arguments, host: Host): Promise<number> {
	const run = new Run(args, host);
	const output = new Output();
	const table = await run.check('facts', { isColoured: false, isQuiet: false }, () => Promise.resolve(new StatsTable()));
	const total = { files: run.sum.files, articles: run.sum.articles, lines: run.sum.lines, bytes: run.sum.bytes, ...table.total };
	const { format } = args;
	if (format === 'json') {
		await output.write(`${JSON.stringify({ version: 1, tool: { name: 'warraq', version: host.version }, total, ...Object.fromEntries(kinds.map(kind => [plural[kind], table.rows(kind)])) })}\n`);
	} else if (format === 'ndjson') {
		for (const kind of kinds) { for (const row of table.rows(kind)) { await output.write(`${JSON.stringify({ kind, ...row })}\n`); } }
		await output.write(`${JSON.stringify({ kind: 'total', ...total })}\n`);
	} else {
		const paint = painter(wantsColour(process.stdout, args.isColourDeclined));
		for (const kind of kinds) {
			const rows = table.rows(kind);
			if (rows.length === 0) { continue; }
			await output.write(`${paint.bold(columns(kind))}\n`);
			for (const row of rows) { await output.write(`${line(row)}\n`); }
			await output.write('\n');
		}
		await output.write(`${total.files} files, ${total.articles} articles, ${total.words} words, ${total.lines} lines, ${total.bytes} bytes\n`);
	}
	await output.end();
	if (output.failure !== undefined) { run.complain(`The counts cannot be written: ${reasonOf(output.failure)}`); }
	return run.hasTrouble ? Exit.Trouble : Exit.Fine;
}

const plural: Readonly<Record<Kind, string>> = { file: 'files', site: 'sites', day: 'days', language: 'languages', rule: 'rules' };

interface Row {
	readonly name: string;
	readonly articles: number;
	readonly words: number;
	readonly errors: number;
	readonly warnings: number;
	readonly information: number;
	readonly hints: number;
}

const columns = (kind: Kind): string => `${'articles'.padStart(10)}${'words'.padStart(12)}${'errors'.padStart(9)}${'warnings'.padStart(10)}${'inform.'.padStart(9)}${'hints'.padStart(9)}  ${kind}`;

// The name stands last, because right-to-left names would turn a row round.
const line = ({ name, articles, words, errors, warnings, information, hints }: Row): string =>
	`${String(articles).padStart(10)}${String(words).padStart(12)}${String(errors).padStart(9)}${String(warnings).padStart(10)}${String(information).padStart(9)}${String(hints).padStart(9)}  ${name}`;

/** Adds up the facts of all articles. */
class StatsTable implements Sink {
	readonly isClosed = false;
	readonly total = { words: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
	readonly #counts: Readonly<Record<Kind, Map<string, Count>>> = { file: new Map(), site: new Map(), day: new Map(), language: new Map(), rule: new Map() };

	begin(): undefined { return undefined; }
	count(): void { /* The run keeps the sum. */ }
	end(): undefined { return undefined; }

	write(text: string): undefined {
		for (const each of text.split('\n')) {
			if (each !== '') { this.#add(JSON.parse(each) as ArticleFacts); }
		}
		return undefined;
	}

	/** By name, in code unit order; rules by id. A rule's articles are those that have a problem of it. */
	rows(kind: Kind): Row[] {
		return [...this.#counts[kind]].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { articles, words, problems }]) => ({
			name, articles, words, errors: problems.error, warnings: problems.warning, information: problems.information, hints: problems.hint,
		}));
	}

	#add([name, site, day, language, words, problems]: ArticleFacts): void {
		this.total.words += words;
		for (const [kind, key] of [['file', name], ['site', site], ['day', day], ['language', language]] as const) {
			const count = this.#of(kind, key);
			count.articles++;
			count.words += words;
			for (const [, severity] of problems) { count.problems[severity]++; }
		}
		const rules = new Set<string>();
		for (const [rule, severity] of problems) {
			this.total[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : severity === 'hint' ? 'hints' : 'information']++;
			const count = this.#of('rule', rule);
			count.problems[severity]++;
			if (!rules.has(rule)) { rules.add(rule); count.articles++; count.words += words; }
		}
	}

	#of(kind: Kind, key: string): Count {
		const counts = this.#counts[kind];
		let count = counts.get(key);
		if (count === undefined) { counts.set(key, count = { articles: 0, words: 0, problems: { error: 0, warning: 0, information: 0, hint: 0 } }); }
		return count;
	}
}
