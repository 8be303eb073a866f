import { at } from '../scripts/project.mjs';
import { bytesIn, dumpOf, folderOf } from './inputs.ts';
import { compareRuns } from './process.ts';
import { compared, limited, type Figure } from './table.ts';

const MB = 1_000_000;
const FILES = 5000;
/** Problems found are no failure of the run. */
const accepted = [0, 1];
const floor = 'read and decode';

/** Whole processes: `warraq check` against Node reading and decoding the same bytes. */
export async function benchCheck(): Promise<Figure[]> {
	const warraq = at('dist/warraq.mjs');
	const check = (...args: string[]) => ({ args: [warraq, 'check', '--today', '2026-06-01', '--no-color', ...args], accepted });
	const dump = dumpOf(100);
	const folder = folderOf(FILES);
	const megabytes = bytesIn(dump) / MB;
	const large = await compareRuns(3, {
		floor: { args: [at('bench/floor.mjs'), dump] },
		quiet: check('--quiet', '--jobs', '1', dump),
		ndjson: check('--format', 'ndjson', '--jobs', '1', dump),
	});
	// Workers are worth their start in what takes seconds.
	const huge = dumpOf(500);
	const streamed = await compareRuns(2, {
		floor: { args: [at('bench/floor.mjs'), huge] },
		quiet: check('--quiet', '--jobs', '1', huge),
		two: check('--quiet', '--jobs', '2', huge),
	});
	const small = await compareRuns(3, {
		floor: { args: [at('bench/floor.mjs'), folder] },
		quiet: check('--quiet', '--jobs', '1', folder),
		two: check('--quiet', '--jobs', '2', folder),
	});
	const group = `check, ${megabytes.toFixed(0)} MB`;
	const streams = `check, ${(bytesIn(huge) / MB).toFixed(0)} MB`;
	const many = `check, ${FILES} files`;
	return [
		{ group, name: floor, value: megabytes / (large.floor.ms / 1000), unit: 'MB/s' },
		{ group, name: '--quiet, one job', value: megabytes / (large.quiet.ms / 1000), unit: 'MB/s' },
		compared({ group, name: '--quiet, one job', unit: 's', value: large.quiet.ms / 1000, against: { name: floor, value: large.floor.ms / 1000 }, limit: 1.2 }),
		compared({ group, name: '--format ndjson', unit: 's', value: large.ndjson.ms / 1000, against: { name: '--quiet', value: large.quiet.ms / 1000 }, limit: 1.3 }),
		compared({ group, name: 'peak memory, one job', unit: 'MiB', value: large.quiet.peak, against: { name: floor, value: large.floor.peak } }),
		limited(group, 'peak memory, one job', large.quiet.peak, 'MiB', 200),
		limited(group, 'peak memory, ndjson', large.ndjson.peak, 'MiB'),
		compared({ group: streams, name: '--quiet, one job', unit: 's', value: streamed.quiet.ms / 1000, against: { name: floor, value: streamed.floor.ms / 1000 }, limit: 1 }),
		compared({ group: streams, name: '--quiet, two jobs', unit: 's', value: streamed.two.ms / 1000, against: { name: 'one job', value: streamed.quiet.ms / 1000 }, limit: 0.65 }),
		limited(streams, 'peak memory, one job', streamed.quiet.peak, 'MiB', 200),
		limited(streams, 'peak memory, two jobs', streamed.two.peak, 'MiB'),
		compared({ group: many, name: '--quiet, one job', unit: 's', value: small.quiet.ms / 1000, against: { name: floor, value: small.floor.ms / 1000 }, limit: 1.2 }),
		compared({ group: many, name: '--quiet, two jobs', unit: 's', value: small.two.ms / 1000, against: { name: floor, value: small.floor.ms / 1000 } }),
		limited(many, 'peak memory, one job', small.quiet.peak, 'MiB'),
	];
}
