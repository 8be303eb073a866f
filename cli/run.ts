import path from 'node:path';
import type { Settings } from '#core/settings.ts';
import { addTally, newTally, type Tally } from '#core/report/tally.ts';
import { PIECE_SIZE, PieceCutter, type Piece } from '#disk/pieces.ts';
import { reasonOf } from '#disk/read-file.ts';
import { UsageError, type Arguments } from './arguments.ts';
import { Configs } from './configs.ts';
import { Checker, startBase, type TaskResult } from './engine/job.ts';
import { jobsOf } from './engine/jobs.ts';
import { learn } from './engine/learn.ts';
import { runPool } from './engine/pool.ts';
import { stdinPieces } from './engine/read-stdin.ts';
import type { Plan, Task } from './engine/task.ts';
import { findFiles, type Target } from './files.ts';
import type { Host } from './host.ts';
import type { Seen } from './stale.ts';
import { Progress } from './progress.ts';
import type { Format, Reporter, ReportSetup } from './reporters/reporter.ts';

/** Below this many bytes workers cost more than they save: a worker is ready after some 50 ms. */
const WORTH_WORKERS = 30_000_000;

/** Takes the texts of the articles, in order; a promise must be waited for. */
export interface Sink {
	/** Nobody reads any more. */
	readonly isClosed: boolean;
	begin(name: string): Promise<void> | undefined;
	write(text: string): Promise<void> | undefined;
	count(tally: Tally): void;
	end(): Promise<void> | undefined;
}

/** The files of a run and what became of them. */
export class Run {
	readonly #args: Arguments;
	readonly #host: Host;
	readonly configs: Configs;
	readonly sum: Tally = newTally();
	hasTrouble = false;
	/** Those of the last {@link targets}. */
	files: readonly Target[] = [];
	#skipped = 0;
	/** Entries of baselines that accepted a problem, by the number of their settings. */
	readonly #accepted = new Map<number, Set<number>>();

	constructor(args: Arguments, host: Host) {
		this.#args = args;
		this.#host = host;
		this.configs = new Configs({ today: args.today, rules: args.rules }, args.config, message => { this.complain(message); });
	}

	/** The settings of a file of the run. */
	settingsOf({ settings }: { readonly settings: number }): Settings { return this.configs.settings[settings] as Settings; }

	/**
	 * Standard input, where it is asked for, and the files of all other paths.
	 * @throws UsageError where files are to be changed by a configuration that is not read as it was meant
	 */
	targets(): { readonly stdin: Task | undefined; readonly files: readonly Target[] } {
		const { paths, ignore, stdinName } = this.#args;
		const isStdin = paths.includes('-');
		const names = paths.length === 0 ? ['.'] : paths.filter(each => each !== '-');
		const found = findFiles(names, this.configs, ignore);
		for (const trouble of found.troubles) { this.complain(trouble); }
		for (const note of found.notes) { this.note(note); }
		this.files = found.targets;
		const settings = isStdin ? this.configs.of(process.cwd()).settingsOf(path.resolve(stdinName)) : undefined;
		if (this.configs.hasErrors && this.#isWriting) {
			throw new UsageError('Nothing was written: what is wrong with the configuration or the baseline may be what was to prevent a fix. Correct it, or look at the fixes by “warraq fix --dry-run”.');
		}
		return { stdin: settings === undefined ? undefined : { name: stdinName, path: stdinName, settings, start: 0, end: Number.POSITIVE_INFINITY, isGuess: false }, files: found.targets };
	}

	get #isWriting(): boolean {
		const { command, isDryRun, isDiff, fix } = this.#args;
		return command === 'fix' && !isDryRun && !isDiff && !fix.isList;
	}

	/** Checks everything; texts in the given format go to the sink that `open` makes. */
	async check<S extends Sink>(format: Format | 'facts', setup: Pick<ReportSetup, 'isColoured' | 'isQuiet'>, open: (reporter: Reporter) => Promise<S>): Promise<S> {
		const { stdin, files } = this.targets();
		const { settings } = this.configs;
		const { isCorpus } = this.#args;
		const plan: Plan = { settings, format, setup: { ...setup, settings, version: this.#host.version, isCorpus }, pieceSize: PIECE_SIZE };
		const bytes = files.reduce((sum, { size }) => sum + size, 0);
		const progress = new Progress(isCorpus ? 2 * bytes : bytes, !this.#args.isQuiet);
		const corpus = isCorpus ? learn(files, count => { progress.add(count); }) : undefined;
		const checker = new Checker(plan, corpus);
		const sink = await open(checker.reporter);
		if (stdin !== undefined) { await this.#checkStdin(stdin, checker, sink); }
		// Which article came earlier is known only to who sees them in order.
		if (this.#args.jobs > 1 && bytes > WORTH_WORKERS && corpus === undefined) {
			await this.#checkInWorkers(files, plan, sink, progress);
		} else {
			await this.#checkHere(files, checker, sink, progress);
		}
		progress.end();
		if (this.#skipped > 0) {
			this.note(`${this.#skipped} text ${this.#skipped === 1 ? 'file without any header line was' : 'files without any header line were'} passed over; name a file, or set “files” in the configuration, to have it checked all the same.`);
		}
		return sink;
	}

	async #checkHere(files: readonly Target[], checker: Checker, sink: Sink, progress: Progress): Promise<void> {
		for (const file of files) {
			const task = { ...file, start: 0, end: Number.POSITIVE_INFINITY };
			await sink.begin(task.name);
			const steps = checker.check(task);
			let step = steps.next();
			let seen = 0;
			for (; step.done !== true; step = steps.next()) {
				const written = sink.write(checker.write(task, step.value.records, startBase));
				if (written !== undefined) { await written; }
				progress.add(step.value.bytes - seen);
				seen = step.value.bytes;
				if (sink.isClosed) { steps.return(undefined as never); return; }
			}
			this.#count(task, step.value, sink);
			await sink.end();
		}
	}

	async #checkInWorkers(files: readonly Target[], plan: Plan, sink: Sink, progress: Progress): Promise<void> {
		for await (const { tasks, results, texts } of runPool(plan, jobsOf(files), this.#args.jobs, this.#host.entry)) {
			for (const [index, task] of tasks.entries()) {
				const result = results[index];
				if (result === undefined) { continue; }
				progress.add(result.tally.bytes);
				if (task.start === 0) { await sink.begin(task.name); }
				await sink.write(texts[index] ?? '');
				this.#count(task, result, sink);
				if (task.end === Number.POSITIVE_INFINITY) { await sink.end(); }
			}
			if (sink.isClosed) { return; }
		}
	}

	async #checkStdin(task: Task, checker: Checker, sink: Sink): Promise<void> {
		const run = checker.begin(task);
		await sink.begin(task.name);
		const take = async (piece: Piece): Promise<void> => {
			run.add(piece);
			await sink.write(checker.write(task, run.records, startBase));
		};
		try {
			for await (const piece of stdinPieces(new PieceCutter())) {
				await take(piece);
				if (sink.isClosed) { break; }
			}
		} catch (error) {
			run.trouble = reasonOf(error);
		}
		this.#count(task, run.result(), sink);
		await sink.end();
	}

	#count(task: Task, { tally, trouble, isSkipped, accepted }: TaskResult, sink: Sink): void {
		if (accepted.length > 0) { this.#accepted.set(task.settings, new Set([...this.#accepted.get(task.settings) ?? [], ...accepted])); }
		if (trouble !== undefined) { this.complain(`${task.name}: ${trouble}`); }
		if (isSkipped) { this.#skipped++; return; }
		if (task.start === 0 && trouble === undefined) { tally.files = 1; }
		sink.count(tally);
		addTally(this.sum, tally);
	}

	/** The baselines of this run, after it. */
	baselines(): Seen[] {
		const { settings, baselines } = this.configs;
		return [...baselines].map(([number, baseline]) => ({ baseline, settings: settings[number] as Settings, entries: this.#accepted.get(number) ?? new Set(), isCorpus: this.#args.isCorpus }));
	}

	/** Says that something could not be done; the run ends with status 2. */
	complain(message: string): void {
		this.hasTrouble = true;
		this.#host.say(message);
	}

	/** Says what is worth knowing, unless --quiet. */
	note(message: string): void {
		if (!this.#args.isQuiet) { this.#host.say(message); }
	}
}
