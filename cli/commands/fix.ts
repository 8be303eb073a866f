import { UsageError, type Arguments } from '../arguments.ts';
import { listBatches } from '../fix/list.ts';
import { FixRun } from '../fix/run.ts';
import { undo } from '../fix/undo.ts';
import type { Host } from '../host.ts';

/**
 * `warraq fix`: applies fixes in place; with --dry-run or --diff nothing is written. It never asks: whoever calls it in a
 * script gets the same as whoever types it, and the loss budget and the journal stand in for a question.
 */
export async function fix(args: Arguments, host: Host): Promise<number> {
	if (args.fix.isUndo) { return undo(args, host); }
	if (args.paths.length === 0) { throw new UsageError('“warraq fix” needs the files or folders to mend; “.” means this folder.'); }
	if (args.paths.includes('-') && args.paths.length > 1) { throw new UsageError('Standard input (-) is mended alone, because its text goes to standard output.'); }
	return args.fix.isList ? listBatches(args, host) : new FixRun(args, host).run();
}
