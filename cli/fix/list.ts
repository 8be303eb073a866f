import { BatchCounter, batchRules, type Batch } from '#core/mend/batches.ts';
import { needsUnsafe } from '#core/mend/menders.ts';
import { codec } from '#disk/codec.ts';
import { rehearseFile } from '#disk/mend-file.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { reasonOf } from '#disk/read-file.ts';
import type { Arguments } from '../arguments.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { Progress } from '../progress.ts';
import { Run } from '../run.ts';
import { painter, wantsColour } from '../terminal.ts';
import { selectionOf } from './selection.ts';

/** `warraq fix --list-batches`: what each rule alone would change, by outlet and language; writes nothing. */
export async function listBatches(args: Arguments, host: Host): Promise<number> {
	const run = new Run(args, host);
	const output = new Output();
	const { files } = run.targets();
	const { only } = args.fix;
	const rules = only.length > 0 ? only : batchRules();
	const counter = new BatchCounter(rules, selectionOf(args), args.isUnsafe);
	const progress = new Progress(files.reduce((sum, { size }) => sum + size, 0), !args.isQuiet);
	const cutter = new PieceCutter();
	for (const target of files) {
		try {
			await rehearseFile(target.path, counter.menders({ ...target, settings: run.settingsOf(target) }, codec), cutter, bytes => { progress.add(bytes); return Promise.resolve(); });
		} catch (error) {
			run.complain(`${target.name}: ${reasonOf(error)}`);
		}
		await new Promise(setImmediate);
	}
	progress.end();
	const { batches } = counter.table;
	if (args.format === 'json') {
		await output.write(`${JSON.stringify({ version: 1, tool: { name: 'warraq', version: host.version }, batches: batches.map(batch => ({ ...batch, needsUnsafe: needsUnsafe(batch.rule) })) })}\n`);
	} else if (batches.length > 0) {
		const width = Math.max(...rules.map(rule => rule.length));
		await output.write(`${painter(wantsColour(process.stdout, args.isColourDeclined)).bold(row(['fixes', 'articles', 'removed', 'added'], 'rule', width, 'language, outlet'))}\n`);
		for (const { fixes, articles, removed, added, rule, language, outlet } of batches) { await output.write(`${row([fixes, articles, removed, added], rule, width, `${language}  ${outlet}`)}\n`); }
	}
	await output.end();
	const [first] = batches;
	run.note(first === undefined ? 'There is no such batch: these rules would change nothing.' : `Rehearse one by “warraq fix --dry-run ${choiceOf(first)} …”, and run it without --dry-run.`);
	if (output.failure !== undefined) { run.complain(`The list cannot be written: ${reasonOf(output.failure)}`); }
	return run.hasTrouble ? Exit.Trouble : Exit.Fine;
}

const choiceOf = ({ rule, outlet, language }: Batch): string => `--only ${rule}${needsUnsafe(rule) ? ' --unsafe' : ''} --outlet "${outlet}" --language ${language}`;

const row = (counts: readonly (string | number)[], rule: string, width: number, rest: string): string => `${counts.map(each => String(each).padStart(9)).join('')}  ${rule.padEnd(width)}  ${rest}`;
