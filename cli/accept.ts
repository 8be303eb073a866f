import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { Repeats, acceptance, type AcceptedProblem } from '#core/baseline.ts';
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
import { PIECE_SIZE, PieceCutter } from '#disk/pieces.ts';
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
	const accepted = new Map<string, AcceptedProblem[]>();
	const repeats = new Map<string, Repeats>();
	const repeatsOf = (file: string): Repeats => {
		const known = repeats.get(file) ?? new Repeats();
		repeats.set(file, known);
		return known;
	};
	const cutter = new PieceCutter();
	const { files } = run.targets();
	const corpus = args.isCorpus ? learn(files, PIECE_SIZE) : undefined;
	for (const target of files) {
		const linter = linters.get(target.settings) ?? new Linter(run.settingsOf(target), allRules, corpus);
		linters.set(target.settings, linter);
		const file = path.join(run.configs.homes.get(target.settings) ?? homeless(target), BASELINE_FILE);
		try {
			for (const entry of entriesIn(target, linter, { cutter, corpus, rules, by, repeats: repeatsOf(file) })) {
				const known = accepted.get(file);
				if (known === undefined) { accepted.set(file, [entry]); } else { known.push(entry); }
			}
		} catch (error) {
			run.complain(`${target.name}: ${reasonOf(error)}`);
		}
	}
	for (const [file, entries] of accepted) {
		try {
			append(file, printBaseline(entries));
			run.note(`${file}: accepts ${counted(entries.length, 'more problem')}.`);
		} catch (error) {
			run.complain(`${file}: nothing was accepted: ${reasonOf(error)}`);
		}
	}
	if (accepted.size === 0) { run.note('There is nothing to accept.'); }
	return !run.hasTrouble;
}

interface Choice {
	readonly cutter: PieceCutter;
	readonly corpus: Corpus | undefined;
	/** All where it is undefined. */
	readonly rules: ReadonlySet<string> | undefined;
	readonly by: Pick<AcceptedProblem, 'who' | 'when' | 'why'>;
	/** Of the baseline that the entries go to. */
	readonly repeats: Repeats;
}

function* entriesIn(target: Target, linter: Linter, choice: Choice): Generator<AcceptedProblem> {
	let line = 1;
	const { rules, by, cutter, corpus, repeats } = choice;
	for (const piece of piecesOf(target.path, cutter)) {
		const decoded = decode(piece.bytes);
		const articles = readArticles(decoded.units, decoded.source);
		if (target.isGuess && piece.start === 0 && piece.isLast && articles.every(({ header }) => header === undefined)) { return; }
		let start = 0;
		for (const article of articles) {
			corpus?.begin(article, { file: target.name, line });
			const entries = linter.check(article, factsOf(piece, decoded, start, article.length))
				.filter(({ rule }) => rules?.has(rule.id) !== false).map(problem => acceptance(article, problem, by));
			yield* repeats.missing(entries);
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
