import { applyByteEdits } from '#core/mend/bytes.ts';
import { MendReport, remarksOn } from '#core/mend/mend-report.ts';
import type { MendResult, Watcher } from '#core/mend/article-mender.ts';
import type { Mender } from '#core/mend/mender.ts';
import type { Menders } from '#core/mend/menders.ts';
import { rehearsalDiffs, rehearsalTable } from '#core/mend/rehearsal-text.ts';
import { Rehearsal } from '#core/mend/rehearsal.ts';
import type { Painter } from '#core/report/painter.ts';
import { counted } from '#core/text/quote.ts';
import { codec } from '#disk/codec.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { isRoomLacking, reasonOf } from '#disk/read-file.ts';
import { removeUnfinished } from '#disk/replacement.ts';
import { Journal, JournalTrouble } from '#disk/journal/journal.ts';
import { journalPlace } from '#disk/journal/place.ts';
import { applyFile, rehearseFile } from '#disk/mend-file.ts';
import type { Arguments } from '../arguments.ts';
import { learn } from '../engine/learn.ts';
import { stdinPieces } from '../engine/read-stdin.ts';
import type { Target } from '../files.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import { Run } from '../run.ts';
import { painter, wantsColour } from '../terminal.ts';
import { DiffWatcher } from './diff.ts';
import { Guard } from './guard.ts';
import { journalHome, undoArguments } from './home.ts';
import { Interrupted, Interruption } from './interruption.ts';
import { fixJson } from './report-json.ts';
import { mendersOf } from './menders.ts';

/** A file that the rehearsal has found something to mend in, as it was then. */
interface Rehearsed {
	readonly target: Target;
	readonly stamp: string;
	readonly result: MendResult;
}

/**
 * A run of `fix`. Of several files each is mended twice: first in a rehearsal that writes nothing, then, where the budget
 * holds, those in which something was found. One file alone is mended once, and put in place where the budget holds.
 */
export class FixRun {
	readonly #args: Arguments;
	readonly #host: Host;
	readonly #run: Run;
	readonly #output = new Output();
	readonly #paint: Painter;
	#menders: Menders;
	readonly #rehearsal: Rehearsal;
	readonly #report = new MendReport();
	readonly #interruption = new Interruption();
	readonly #journal: Journal;
	readonly #cutter = new PieceCutter();
	readonly #diff: DiffWatcher | undefined;
	readonly #guard: Guard;
	/** Nothing more was done because the journal cannot be written. */
	#isStuck = false;
	#progress = new Progress(0, false);

	constructor(args: Arguments, host: Host) {
		const { sample, seed } = args.fix;
		this.#args = args;
		this.#host = host;
		this.#run = new Run(args, host);
		this.#paint = painter(wantsColour(process.stdout, args.isColourDeclined));
		this.#menders = mendersOf(args);
		this.#rehearsal = new Rehearsal({ sample, seed });
		this.#journal = new Journal(journalPlace(journalHome(args.paths[0] ?? '.')), host.version);
		this.#diff = args.isDiff ? new DiffWatcher(this.#paint) : undefined;
		this.#guard = new Guard(args);
	}

	async run(): Promise<number> {
		const { stdin, files } = this.#run.targets();
		if (stdin === undefined) { await this.#mendFiles(files); } else { await this.#mendStdin(this.#mender({ ...stdin, isGuess: false }, this.#watchers(true)), stdin.name); }
		await this.#tell(stdin !== undefined);
		await this.#output.end();
		if (this.#output.failure !== undefined) { this.#run.complain(`The report cannot be written: ${reasonOf(this.#output.failure)}`); }
		if (this.#interruption.status !== undefined) { return this.#interruption.status; }
		if (this.#run.hasTrouble) { return Exit.Trouble; }
		const { error, warning } = this.#report.remaining.severities;
		return error > 0 || warning > this.#args.maxWarnings ? Exit.Problems : Exit.Fine;
	}

	get #isRehearsal(): boolean { return this.#args.isDryRun || this.#args.isDiff; }

	async #mendFiles(files: readonly Target[]): Promise<void> {
		const bytes = files.reduce((sum, { size }) => sum + size, 0);
		const [first] = files;
		if (this.#args.isCorpus) { this.#menders = mendersOf(this.#args, learn(files)); }
		const isOne = !this.#isRehearsal && files.length === 1 && first !== undefined;
		this.#progress = new Progress(this.#isRehearsal || isOne ? bytes : 2 * bytes, !this.#args.isQuiet);
		this.#interruption.begin();
		try {
			if (isOne) { await this.#mendOne(first); } else { await this.#mendAll(files); }
		} catch (error) {
			if (error instanceof JournalTrouble) {
				this.#isStuck = true;
				this.#run.complain(error.message);
			} else if (!(error instanceof Interrupted)) { throw error; }
		} finally {
			this.#progress.end();
			this.#journal.close();
			removeUnfinished();
			this.#interruption.end();
		}
	}

	async #mendAll(files: readonly Target[]): Promise<void> {
		const rehearsed: Rehearsed[] = [];
		for (const target of files) {
			const found = await this.#rehearse(target);
			if (found !== undefined) { rehearsed.push(found); }
			if (this.#output.isClosed) { return; }
		}
		this.#progress.end();
		const holds = this.#holds(files.length === 1 ? files[0] : undefined);
		if (this.#isRehearsal || rehearsed.length === 0) { return; }
		if (!this.#args.isQuiet) { for (const line of rehearsalTable(this.#rehearsal.report(), painter(wantsColour(process.stderr, this.#args.isColourDeclined)))) { this.#host.say(line); } }
		if (!holds) { return; }
		this.#journal.open();
		for (const { target, stamp, result } of rehearsed) {
			if (!await this.#apply(target, [], stamp)) { this.#report.leave(result); }
		}
	}

	async #mendOne(target: Target): Promise<void> {
		if (await this.#apply(target, this.#watchers(true), undefined, () => this.#holds(target))) { return; }
		// Its problems are still there, where it can be read at all.
		const mender = this.#mender(target, []);
		try {
			if (await rehearseFile(target.path, [mender], this.#cutter, bytes => this.#between(bytes)) !== undefined) { this.#report.leave(mender.result); }
		} catch (error) {
			if (error instanceof Interrupted) { throw error; }
		}
	}

	/** Whether the budget holds; where it does not, says so. */
	#holds(alone?: Target): boolean {
		const complaint = this.#guard.check(this.#rehearsal.report(), !this.#isRehearsal, alone);
		if (complaint !== undefined) { this.#run.complain(complaint); }
		return complaint === undefined;
	}

	/** Mends a file without writing anything; gives what there is to write. */
	async #rehearse(target: Target): Promise<Rehearsed | undefined> {
		const mender = this.#mender(target, this.#watchers(true));
		try {
			const stamp = await rehearseFile(target.path, [mender], this.#cutter, async bytes => {
				await this.#between(bytes);
				await this.#output.write(this.#diff?.take() ?? '');
			});
			if (mender.isPassedOver) { return undefined; }
			if (this.#isRehearsal || stamp === undefined) { this.#keep(target.name, mender); } else { this.#remark(target.name, mender); }
			return stamp === undefined ? undefined : { target, stamp, result: mender.result };
		} catch (error) {
			if (error instanceof Interrupted) { throw error; }
			this.#run.complain(`${target.name}: ${reasonOf(error)}`);
			return undefined;
		}
	}

	/** Mends a file and writes it, where nothing speaks against it in the end; false where it could not be written. */
	async #apply(target: Target, watchers: readonly Watcher[], stamp: string | undefined, mayCommit = (): boolean => true): Promise<boolean> {
		const mender = this.#mender(target, watchers);
		try {
			const done = await applyFile(target.path, mender, { journal: this.#journal, cutter: this.#cutter, stamp, mayCommit }, bytes => this.#between(bytes));
			if (done === undefined) { return true; }
			const { proof, links } = done;
			if (links > 0) { this.#run.note(`${target.name}: ${counted(links, 'other name')} of this file (hard ${links === 1 ? 'link' : 'links'}) ${links === 1 ? 'keeps' : 'keep'} the old text.`); }
			if (stamp === undefined) { this.#remark(target.name, mender); }
			this.#report.keep(target.name, mender.result, proof);
			return true;
		} catch (error) {
			if (error instanceof Interrupted || error instanceof JournalTrouble) { throw error; }
			this.#run.complain(`${target.name}: ${reasonOf(error)}${isRoomLacking(error) ? ' The file is as it was.' : ''}`);
			return false;
		}
	}

	#mender(source: Pick<Target, 'name' | 'settings' | 'isGuess'>, watchers: readonly Watcher[]): Mender {
		return this.#menders.mender({ ...source, settings: this.#run.settingsOf(source) }, codec, watchers);
	}

	async #between(bytes: number): Promise<void> {
		this.#progress.add(bytes);
		await this.#interruption.pause();
	}

	async #mendStdin(mender: Mender, name: string): Promise<void> {
		try {
			for await (const piece of stdinPieces(new PieceCutter())) {
				const edits = mender.add(piece);
				await this.#output.write(this.#diff?.take() ?? '');
				if (!this.#isRehearsal) { await this.#output.writeBytes(applyByteEdits(piece.bytes, piece.start, edits)); }
				if (this.#output.isClosed) { return; }
			}
			this.#keep(name, mender);
		} catch (error) {
			this.#run.complain(`${name}: ${reasonOf(error)}`);
		}
	}

	#watchers(isRehearsed: boolean): Watcher[] {
		return [...isRehearsed ? [this.#rehearsal] : [], ...this.#diff === undefined ? [] : [this.#diff]];
	}

	#keep(name: string, mender: Mender): void {
		this.#remark(name, mender);
		this.#report.keep(name, mender.result);
	}

	#remark(name: string, { result }: Mender): void {
		for (const remark of remarksOn(name, result)) { this.#run.note(remark); }
	}

	/** The data of `fix` is the changed file, the diff or the rehearsal; with --format json it is the report. */
	async #tell(isStdin: boolean): Promise<void> {
		const isInterrupted = this.#interruption.status !== undefined;
		const { budget, breach } = this.#guard;
		const written = this.#report.proof.files;
		const rehearsal = this.#rehearsal.report();
		if (this.#args.format === 'json' && !isStdin && !this.#args.isDiff) {
			await this.#output.write(`${JSON.stringify(fixJson(this.#report, { version: this.#host.version, isRehearsal: this.#isRehearsal, rehearsal, budget, breach, isInterrupted }))}\n`);
		} else if (!this.#args.isQuiet) {
			if (this.#args.isDryRun && !this.#args.isDiff) { await this.#output.write(`${rehearsalTable(rehearsal, this.#paint).join('\n')}\n${rehearsalDiffs(rehearsal, this.#paint)}`); }
			// Of a run that was stopped before it wrote anything there is nothing to tell but why.
			const isStopped = isInterrupted || this.#isStuck || (breach !== undefined && !this.#isRehearsal);
			if (!isStopped || written > 0) { for (const line of this.#report.lines(this.#isRehearsal, '--format json names them all')) { this.#host.say(line); } }
		}
		if (isInterrupted) { this.#host.say(written === 0 ? 'Interrupted: nothing was written.' : `Interrupted: ${counted(written, 'file')} ${written === 1 ? 'was' : 'were'} mended, the others are as they were.`); }
		if (written > 0) { this.#run.note(`“warraq fix --undo${undoArguments(this.#journal.place.home, this.#args.paths)}” takes it back.`); }
	}
}
