import { counted } from '#core/text/quote.ts';
import type { Arguments } from '../arguments.ts';
import { reasonOf } from '../engine/read-file.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { ReportWriter } from '../reporters/writer.ts';
import { Run } from '../run.ts';
import { wantsColour } from '../terminal.ts';

/** `warraq check`: reports problems; gives the exit status. */
export async function check(args: Arguments, host: Host): Promise<number> {
	const { format, isQuiet, maxWarnings } = args;
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
	const { error, warning } = run.sum.severities;
	if (warning > maxWarnings) { run.note(`${counted(warning, 'warning')}; --max-warnings allows ${maxWarnings}.`); }
	if (run.hasTrouble) { return Exit.Trouble; }
	return error > 0 || warning > maxWarnings ? Exit.Problems : Exit.Fine;
}
