import path from 'node:path';
import { counted } from '#core/text/quote.ts';
import { reasonOf } from '#disk/read-file.ts';
import { acceptProblems } from '../accept.ts';
import type { Arguments } from '../arguments.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { ReportWriter } from '../reporters/writer.ts';
import { proveAll } from '../proof.ts';
import { Run } from '../run.ts';
import { covers, dropLines, staleLines } from '../stale.ts';
import { wantsColour } from '../terminal.ts';

/** `warraq check`: reports problems; gives the exit status. */
export async function check(args: Arguments, host: Host): Promise<number> {
	const { format, isQuiet, maxWarnings } = args;
	if (args.accept !== undefined && !acceptProblems(args, args.accept, host)) { return Exit.Trouble; }
	const run = new Run(args, host);
	const output = new Output();
	const isColoured = format === 'pretty' && wantsColour(process.stdout, args.isColourDeclined);
	const writer = await run.check(format, { isColoured, isQuiet }, async reporter => {
		const opened = new ReportWriter(output, reporter);
		await opened.head();
		return opened;
	});
	await writer.tail(run.sum);
	await output.end();
	if (output.failure !== undefined) { run.complain(`The report cannot be written: ${reasonOf(output.failure)}`); }
	if (args.isProof) { proveAll(run, isQuiet); }
	const isStale = settleBaselines(args, host, run);
	const { error, warning } = run.sum.severities;
	if (warning > maxWarnings) { run.note(`${counted(warning, 'warning')}; --max-warnings allows ${maxWarnings}.`); }
	if (run.hasTrouble) { return Exit.Trouble; }
	return error > 0 || warning > maxWarnings || isStale ? Exit.Problems : Exit.Fine;
}

/** Drops or tells of what baselines accept in vain; true where that is to be a failure. */
function settleBaselines({ stale, paths }: Arguments, host: Host, run: Run): boolean {
	if (stale === 'keep') { return false; }
	let isStale = false;
	for (const seen of run.baselines()) {
		const { file } = seen.baseline;
		const lines = staleLines(seen);
		if (lines.length === 0) { continue; }
		if (run.hasTrouble || !covers(paths, file)) {
			run.complain(run.hasTrouble ? `${file}: left as it is, because not everything could be checked.` : `${file}: left as it is, because not all that it speaks of was checked; name the folder ${path.dirname(file)}.`);
		} else if (stale === 'fail') {
			isStale = true;
			for (const line of lines) { host.say(`${file}:${line}: This line accepts nothing any more; delete it, or run “warraq check --prune-baseline”.`); }
		} else {
			const { message, isDone } = dropLines(file, lines);
			if (isDone) { run.note(message); } else { run.complain(message); }
		}
	}
	return isStale;
}
