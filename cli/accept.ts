import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { NewEntries, acceptance, type AcceptedProblem } from '#core/baseline.ts';
import type { Corpus } from '#core/corpus/corpus.ts';
import { formatDay } from '#core/format/day.ts';
import { readArticles } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { factsOf } from '#core/report/decoded.ts';
import { allRules } from '#core/rules/all.ts';
import { counted } from '#core/text/quote.ts';
import { BASELINE_FILE, printBaseline } from '#contract/baseline.ts';
import { decode } from '#disk/decode.ts';
import { isWithin } from '#disk/folders.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { piecesOf, reasonOf } from '#disk/read-file.ts';
import { Replacement, temporaryOf, writeAll } from '#disk/replacement.ts';
import type { AcceptArguments, Arguments } from './arguments.ts';
import { learn } from './engine/learn.ts';
import type { Target } from './files.ts';
import type { Host } from './host.ts';
import { Run } from './run.ts';

/** `warraq check --accept`: adds what is reported now to the baselines, each beside its configuration or in this folder. */
export function acceptProblems(args: Arguments, { rules, who, why }: AcceptArguments, host: Host): boolean {
	const run = new Run(args, host);
	const by = { who, why, when: formatDay(args.today) };
	const linters = new Map<number, Linter>();
	const accepted = new Map<string, NewEntries>();
	const cutter = new PieceCutter();
	const { files } = run.targets();
	const corpus = args.isCorpus ? learn(files) : undefined;
	for (const target of files) {
		const linter = linters.get(target.settings) ?? new Linter(run.settingsOf(target), allRules, corpus);
		linters.set(target.settings, linter);
		const file = path.join(run.configs.homes.get(target.settings) ?? homeless(target), BASELINE_FILE);
		const own = accepted.get(file) ?? new NewEntries();
		accepted.set(file, own);
		try {
			for (const entries of entriesIn(target, linter, { cutter, corpus, rules, by })) { own.add(entries); }
		} catch (error) {
			run.complain(`${target.name}: ${reasonOf(error)}`);
		}
	}
	const baselines = [...accepted].filter(([, { all }]) => all.length > 0);
	for (const [file, { all }] of baselines) {
		try {
			append(file, printBaseline(all));
			run.note(`${file}: accepts ${counted(all.length, 'more problem')}.`);
		} catch (error) {
			run.complain(`${file}: nothing was accepted: ${reasonOf(error)}`);
		}
	}
	if (baselines.length === 0) { run.note('There is nothing to accept.'); }
	return !run.hasTrouble;
}

interface Choice {
	readonly cutter: PieceCutter;
	readonly corpus: Corpus | undefined;
	/** All where it is undefined. */
	readonly rules: ReadonlySet<string> | undefined;
	readonly by: Pick<AcceptedProblem, 'who' | 'when' | 'why'>;
}

/** The entries for each article. */
function* entriesIn(target: Target, linter: Linter, { rules, by, cutter, corpus }: Choice): Generator<readonly AcceptedProblem[]> {
	let line = 1;
	for (const piece of piecesOf(target.path, cutter)) {
		const decoded = decode(piece.bytes);
		const articles = readArticles(decoded.units, decoded.source);
		if (target.isGuess && piece.start === 0 && piece.isLast && articles.every(({ header }) => header === undefined)) { return; }
		let start = 0;
		for (const article of articles) {
			corpus?.begin(article, { file: target.name, line });
			const problems = linter.check(article, factsOf(piece, decoded, start, article.length));
			yield problems.filter(({ rule }) => rules?.has(rule.id) !== false).map(problem => acceptance(article, problem, by));
			start += article.length;
			line += article.lines.ends;
		}
	}
}

/** Where the baseline goes where there is no configuration: this folder, for what lies in it. */
function homeless({ path: file }: Target): string {
	const here = process.cwd();
	return isWithin(here, file) ? here : path.dirname(file);
}

/** Adds lines to a file, or makes it of them, whole or not at all. */
function append(file: string, lines: string): void {
	if (statSync(file, { throwIfNoEntry: false }) === undefined) {
		const temporary = temporaryOf(file, process.pid);
		const copy = openSync(temporary, 'wx');
		try { writeAll(copy, Buffer.from(lines)); fsyncSync(copy); } finally { closeSync(copy); }
		renameSync(temporary, file);
		return;
	}
	const bytes = readFileSync(file);
	const replacement = new Replacement(file);
	try {
		const isOpen = bytes.length > 0 && bytes.at(-1) !== 0x0a;
		replacement.add({ start: 0, bytes, isLast: true }, [{ start: bytes.length, end: bytes.length, bytes: Buffer.from(isOpen ? `\n${lines}` : lines) }]);
		replacement.commit();
	} finally { replacement.close(); }
}
