import type { Corpus } from '#core/corpus/corpus.ts';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import { moveRecord, type ArticleRecord, type Base } from '#core/report/record.ts';
import { newTally, type Tally } from '#core/report/tally.ts';
import { PieceCutter, type Piece } from '#disk/pieces.ts';
import { piecesOf, reasonOf } from '#disk/read-file.ts';
import { reporterOf } from '../reporters/choose.ts';
import type { Reporter } from '../reporters/reporter.ts';
import { examine, type Wanted } from './examine.ts';
import type { Plan, Task } from './task.ts';

/** What became of a task, apart from its text. */
export interface TaskResult {
	readonly tally: Tally;
	/** Why it could not be read to its end; one sentence without the file's name. */
	readonly trouble: string | undefined;
	/** Passed over: no header anywhere. */
	readonly isSkipped: boolean;
	/** Entries of the baseline that have accepted a problem, so far in this thread. */
	readonly accepted: readonly number[];
}

/** What a piece of a task has brought. */
export interface Step {
	/** Moved to where they stand in the task. */
	readonly records: readonly ArticleRecord[];
	/** Offset in the file of the piece's end. */
	readonly bytes: number;
}

export const startBase: Base = { index: 0, line: 0, unit: 0 };

export const baseBehind = (base: Base, { articles, lines, units }: Tally): Base => ({ index: base.index + articles, line: base.line + lines, unit: base.unit + units });

/** Checks tasks one after the other, in this thread; whoever runs it decides what to do with the records. */
export class Checker {
	readonly #wanted: Wanted;
	readonly #corpus: Corpus | undefined;
	readonly #linters: Linter[];
	readonly #cutter: PieceCutter;
	readonly reporter: Reporter;

	/** @param corpus to which all that is checked belongs, in this order */
	constructor(plan: Plan, corpus?: Corpus) {
		this.#corpus = corpus;
		this.#linters = plan.settings.map(settings => new Linter(settings, allRules, corpus));
		this.#cutter = new PieceCutter(0, plan.pieceSize);
		this.reporter = reporterOf(plan.format, plan.setup);
		const { detail, hasBytes } = this.reporter;
		this.#wanted = { detail, hasBytes, isQuiet: plan.setup.isQuiet };
	}

	/** Checks a task piece by piece; what it gives is valid until the next step. */
	*check(task: Task): Generator<Step, TaskResult> {
		const run = this.begin(task);
		try {
			for (const piece of piecesOf(task.path, this.#cutter, task.start, task.end)) {
				if (!run.add(piece)) { break; }
				yield { records: run.records, bytes: piece.start + piece.bytes.length };
			}
		} catch (error) {
			run.trouble = reasonOf(error);
		}
		return run.result();
	}

	/** As `check`, of pieces that come from elsewhere. */
	begin(task: Task): TaskRun { return new TaskRun(task, this.#linters[task.settings] as Linter, this.#wanted, this.#corpus); }

	/** The report's text of records that are moved by `base`. */
	write(task: Task, records: readonly ArticleRecord[], base: Base): string {
		const texts: string[] = [];
		for (const record of records) {
			moveRecord(record, base);
			const text = this.reporter.article(task.name, record);
			if (text !== '') { texts.push(text); }
		}
		return texts.join(this.reporter.separator);
	}
}

/** One task while it is worked on. */
export class TaskRun {
	readonly #task: Task;
	readonly #linter: Linter;
	readonly #wanted: Wanted;
	readonly #corpus: Corpus | undefined;
	readonly #tally = newTally();
	#isSkipped = false;
	/** Of the last piece, moved to where it stands in the task. */
	records: readonly ArticleRecord[] = [];
	trouble: string | undefined;

	constructor(task: Task, linter: Linter, wanted: Wanted, corpus: Corpus | undefined) {
		this.#task = task;
		this.#linter = linter;
		this.#wanted = wanted;
		this.#corpus = corpus;
	}

	/** Checks the next piece; false where the task is to be passed over. */
	add(piece: Piece): boolean {
		const base = baseBehind(startBase, this.#tally);
		const tally = this.#tally;
		const before = tally.articles;
		const [corpus, { name }] = [this.#corpus, this.#task];
		const { records, hasHeader } = examine(piece, this.#linter, this.#wanted, tally, corpus === undefined ? undefined : (article, line) => { corpus.begin(article, { file: name, line: base.line + line }); });
		if (this.#task.isGuess && before === 0 && piece.start === 0 && piece.isLast && !hasHeader) {
			this.#isSkipped = true;
			return false;
		}
		for (const record of records) { moveRecord(record, base); }
		this.records = records;
		return true;
	}

	result(): TaskResult {
		return { tally: this.#isSkipped ? newTally() : this.#tally, trouble: this.trouble, isSkipped: this.#isSkipped, accepted: [...this.#linter.baseline?.seen.entries ?? []] };
	}
}
