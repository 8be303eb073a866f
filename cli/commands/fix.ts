import type { FixChoice } from '#core/fix.ts';
import { Linter } from '#core/lint.ts';
import { hunksOf, renderHunk } from '#core/report/diff.ts';
import { addTally, newTally } from '#core/report/tally.ts';
import { counted } from '#core/text/quote.ts';
import { UsageError, type Arguments } from '../arguments.ts';
import { Mender, type ByteEdit, type MendedArticle, type MendResult } from '../engine/mend.ts';
import { PieceCutter, type Piece } from '../engine/pieces.ts';
import { piecesOf, reasonOf } from '../engine/read-file.ts';
import { stdinPieces } from '../engine/read-stdin.ts';
import { Replacement, removeUnfinished } from '../engine/replacement.ts';
import type { Target } from '../files.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import { summaryJson } from '../reporters/json.ts';
import { Run } from '../run.ts';
import { painter, wantsColour, type Painter } from '../terminal.ts';

interface Mended extends MendResult {
	readonly name: string;
}

/** `warraq fix`: applies fixes in place; with --dry-run or --diff nothing is written. */
export async function fix(args: Arguments, host: Host): Promise<number> {
	if (args.paths.length === 0) { throw new UsageError('“warraq fix” needs the files or folders to mend; “.” means this folder.'); }
	if (args.paths.includes('-') && args.paths.length > 1) { throw new UsageError('Standard input (-) is mended alone, because its text goes to standard output.'); }
	const run = new FixRun(args, host);
	const stop = (): void => { removeUnfinished(); process.exit(130); };
	process.once('SIGINT', stop).once('SIGTERM', stop);
	try {
		return await run.run();
	} finally {
		removeUnfinished();
		process.off('SIGINT', stop).off('SIGTERM', stop);
	}
}

class FixRun {
	readonly #args: Arguments;
	readonly #host: Host;
	readonly #run: Run;
	readonly #output = new Output();
	readonly #mended: Mended[] = [];
	readonly #remaining = newTally();
	readonly #paint: Painter;
	readonly #linters = new Map<number, Linter>();
	readonly #cutter = new PieceCutter();

	constructor(args: Arguments, host: Host) {
		this.#args = args;
		this.#host = host;
		this.#run = new Run(args, host);
		this.#paint = painter(wantsColour(process.stdout, args.isColourDeclined));
	}

	async run(): Promise<number> {
		const { stdin, files } = this.#run.targets();
		if (stdin !== undefined) { await this.#fixStdin(stdin.name, stdin.settings); }
		const progress = new Progress(files.reduce((sum, { size }) => sum + size, 0), !this.#args.isQuiet);
		for (const file of files) {
			await this.#fixFile(file, progress);
			if (this.#output.isClosed) { break; }
		}
		progress.end();
		await this.#report(stdin !== undefined);
		await this.#output.end();
		if (this.#output.failure !== undefined) { this.#run.complain(`The report cannot be written: ${reasonOf(this.#output.failure)}`); }
		if (this.#run.hasTrouble) { return Exit.Trouble; }
		const { error, warning } = this.#remaining.severities;
		return error > 0 || warning > this.#args.maxWarnings ? Exit.Problems : Exit.Fine;
	}

	get #isRehearsal(): boolean { return this.#args.isDryRun || this.#args.isDiff; }

	async #fixFile({ name, path, settings, isGuess }: Target, progress: Progress): Promise<void> {
		let replacement: Replacement | undefined;
		const { mender, diff } = this.#mender(name, settings);
		try {
			replacement = new Replacement(path);
			let steps = 0;
			let isFirst = true;
			for (const piece of piecesOf(path, this.#cutter)) {
				const edits = mender.add(piece);
				if (isFirst && isGuess && piece.isLast && !mender.hasHeader) { return; }
				isFirst = false;
				if (!this.#isRehearsal) { replacement.add(piece, edits); }
				progress.add(piece.bytes.length);
				// Lets a signal in now and then.
				if (++steps % 32 === 0 || edits.length > 0) { await this.#output.write(diff.splice(0).join('')); await new Promise(setImmediate); }
			}
			const links = replacement.commit();
			if (links > 0) { this.#run.note(`${name}: ${counted(links, 'other name')} of this file (hard ${links === 1 ? 'link' : 'links'}) ${links === 1 ? 'keeps' : 'keep'} the old text.`); }
			await this.#output.write(diff.splice(0).join(''));
			this.#keep({ ...resultOf(mender), name });
		} catch (error) {
			this.#run.complain(`${name}: ${reasonOf(error)}`);
		} finally {
			replacement?.close();
		}
	}

	async #fixStdin(name: string, settings: number): Promise<void> {
		const { mender, diff } = this.#mender(name, settings);
		try {
			for await (const piece of stdinPieces(new PieceCutter())) {
				const edits = mender.add(piece);
				await this.#output.write(diff.splice(0).join(''));
				if (!this.#isRehearsal) { await this.#output.writeBytes(edited(piece, edits)); }
				if (this.#output.isClosed) { return; }
			}
			await this.#output.write(diff.splice(0).join(''));
			this.#keep({ ...resultOf(mender), name });
		} catch (error) {
			this.#run.complain(`${name}: ${reasonOf(error)}`);
		}
	}

	#mender(name: string, settings: number): { readonly mender: Mender; readonly diff: string[] } {
		let linter = this.#linters.get(settings);
		const own = this.#run.configs.settings[settings];
		if (linter === undefined && own !== undefined) { this.#linters.set(settings, linter = new Linter(own)); }
		const choice: FixChoice = { isUnsafe: this.#args.isUnsafe };
		const diff: string[] = [];
		let isHeaded = false;
		const show = (article: MendedArticle): void => {
			if (!isHeaded) { diff.push(this.#paint.bold(`--- ${name}\n+++ ${name} (mended)\n`)); isHeaded = true; }
			diff.push(this.#paintedHunks(article));
		};
		if (linter === undefined) { throw new Error(`no settings ${settings}`); }
		return { mender: new Mender(linter, choice, this.#args.isDiff ? show : undefined), diff };
	}

	#paintedHunks({ text, edits, oldLine, newLine }: MendedArticle): string {
		const { cyan, red, green } = this.#paint;
		return hunksOf(text, edits, oldLine, newLine).flatMap(renderHunk)
			.map(line => `${line.startsWith('@@') ? cyan(line) : line.startsWith('-') ? red(line) : line.startsWith('+') ? green(line) : line}\n`).join('');
	}

	#keep(mended: Mended): void {
		addTally(this.#remaining, mended.remaining);
		this.#remaining.files++;
		if (mended.applied.size > 0 || mended.held > 0 || mended.unsettled.size > 0) { this.#mended.push(mended); }
		if (mended.held > 0) { this.#run.note(`${mended.name}: ${counted(mended.held, 'article')} left as ${mended.held === 1 ? 'it is' : 'they are'}, because a fix would touch bytes that are not UTF-8; repair the encoding first.`); }
		for (const rule of mended.unsettled) { this.#run.note(`${mended.name}: the fixes of ${rule} do not come to rest, which is a defect of the rule; what it last made was kept.`); }
	}

	/** The data of `fix` is the changed file, or the diff; with --format json it is the report. */
	async #report(isStdin: boolean): Promise<void> {
		const { applied, removed, added, files } = totals(this.#mended);
		if (this.#args.format === 'json' && !isStdin && !this.#args.isDiff) {
			await this.#output.write(`${JSON.stringify({
				version: 1, tool: { name: 'warraq', version: this.#host.version }, isRehearsal: this.#isRehearsal,
				files: this.#mended.map(each => ({ file: each.name, fixes: Object.fromEntries(sorted(each.applied)), removed: each.removed, added: each.added, remaining: summaryJson({ ...each.remaining, files: 1 }) })),
				fixes: Object.fromEntries(sorted(applied)), removed, added, remaining: summaryJson(this.#remaining),
			})}\n`);
			return;
		}
		if (this.#args.isQuiet) { return; }
		const would = this.#isRehearsal ? 'would be ' : '';
		for (const each of this.#mended) {
			if (each.applied.size > 0) { this.#host.say(`${each.name}: ${ruleCounts(each.applied)}; ${each.removed} characters ${would}removed, ${each.added} added`); }
		}
		const count = [...applied.values()].reduce((sum, each) => sum + each, 0);
		const { error, warning, information, hint } = this.#remaining.severities;
		this.#host.say(count === 0
			? `Nothing to mend in ${counted(this.#remaining.files, 'file')}.`
			: `${counted(count, 'fix').replace('fixs', 'fixes')} ${would === '' ? 'applied' : 'would be applied'} in ${counted(files, 'file')} of ${this.#remaining.files}: ${ruleCounts(applied)}; ${removed} characters ${would}removed, ${added} added.`);
		this.#host.say(`Problems ${would === '' ? 'left' : 'that would be left'}: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${information} information, ${counted(hint, 'hint')}.`);
	}
}

/** A plain copy, because the mender itself goes on to hold its linter. */
const resultOf = ({ applied, removed, added, unsettled, held, remaining }: Mender): MendResult => ({ applied, removed, added, unsettled, held, remaining });

function edited(piece: Piece, edits: readonly ByteEdit[]): Buffer {
	const parts: Buffer[] = [];
	let at = piece.start;
	for (const edit of edits) {
		parts.push(piece.bytes.subarray(at - piece.start, edit.start - piece.start), edit.bytes);
		at = edit.end;
	}
	return Buffer.concat([...parts, piece.bytes.subarray(at - piece.start)]);
}

function totals(mended: readonly Mended[]): { readonly applied: Map<string, number>; readonly removed: number; readonly added: number; readonly files: number } {
	const applied = new Map<string, number>();
	let removed = 0;
	let added = 0;
	let files = 0;
	for (const each of mended) {
		for (const [rule, count] of each.applied) { applied.set(rule, (applied.get(rule) ?? 0) + count); }
		removed += each.removed;
		added += each.added;
		if (each.applied.size > 0) { files++; }
	}
	return { applied, removed, added, files };
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
const ruleCounts = (counts: ReadonlyMap<string, number>): string => sorted(counts).map(([rule, count]) => `${rule} ${count}`).join(', ');
