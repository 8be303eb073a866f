import { at } from '../scripts/project.mjs';
import { bytesIn, dumpOf, folderOf, goodDumpOf } from './inputs.ts';
import { compareRuns } from './process.ts';
import { compared, limited, type Figure } from './table.ts';

const MB = 1_000_000;
const FILES = 5000;
/** Problems found are no failure of the run. */
const accepted = [0, 1];
const floor = 'read and decode';

type Run = Awaited<ReturnType<typeof compareRuns>>[string];

const warraq = at('dist/warraq.mjs');
const check = (...args: string[]) => ({ args: [warraq, 'check', '--today', '2026-06-01', '--no-color', ...args], accepted });
const floorOf = (input: string) => ({ args: [at('bench/floor.mjs'), input] });

/** Whole processes: `warraq check` against Node reading and decoding the same bytes; news as it was scraped, good text with little damage, many files. */
export async function benchCheck(): Promise<Figure[]> {
	return [
		...await benchDumps('', dumpOf, 100),
		...await benchDumps(' of good text', goodDumpOf, 45),
		...await benchFiles(),
	];
}

/** Two sizes of one kind of text: what is over before V8 has made everything fast, and what lasts. */
async function benchDumps(kind: string, inputOf: (megabytes: number) => string, size: number): Promise<Figure[]> {
	const [dump, huge] = [inputOf(size), inputOf(500)];
	const once = await compareRuns(5, { floor: floorOf(dump), quiet: check('--quiet', '--jobs', '1', dump), ndjson: check('--format', 'ndjson', '--jobs', '1', dump) });
	// Workers are worth their start in what takes seconds.
	const long = await compareRuns(3, { floor: floorOf(huge), quiet: check('--quiet', '--jobs', '1', huge), two: check('--quiet', '--jobs', '2', huge) });
	const megabytes = bytesIn(dump) / MB;
	const group = `check, ${megabytes.toFixed(0)} MB${kind}`;
	const streams = `check, ${(bytesIn(huge) / MB).toFixed(0)} MB${kind}`;
	return [
		{ group, name: floor, value: megabytes / seconds(once.floor), unit: 'MB/s' },
		{ group, name: '--quiet, one job', value: megabytes / seconds(once.quiet), unit: 'MB/s' },
		compared({ group, name: '--quiet, one job', unit: 's', value: seconds(once.quiet), against: { name: floor, value: seconds(once.floor) }, limit: 1.2 }),
		compared({ group, name: '--format ndjson', unit: 's', value: seconds(once.ndjson), against: { name: '--quiet', value: seconds(once.quiet) }, limit: 1.3 }),
		limited(group, 'peak memory, ndjson', once.ndjson.peak, 'MiB'),
		compared({ group: streams, name: '--quiet, one job', unit: 's', value: seconds(long.quiet), against: { name: floor, value: seconds(long.floor) }, limit: 1 }),
		compared({ group: streams, name: '--quiet, two jobs', unit: 's', value: seconds(long.two), against: { name: 'one job', value: seconds(long.quiet) }, limit: 0.65 }),
		limited(streams, 'peak memory, one job', long.quiet.peak, 'MiB', 200),
		limited(streams, 'peak memory, two jobs', long.two.peak, 'MiB'),
	];
}

async function benchFiles(): Promise<Figure[]> {
	const folder = folderOf(FILES);
	const runs = await compareRuns(5, { floor: floorOf(folder), quiet: check('--quiet', '--jobs', '1', folder), two: check('--quiet', '--jobs', '2', folder) });
	const group = `check, ${FILES} files`;
	return [
		compared({ group, name: '--quiet, one job', unit: 's', value: seconds(runs.quiet), against: { name: floor, value: seconds(runs.floor) }, limit: 1.2 }),
		compared({ group, name: '--quiet, two jobs', unit: 's', value: seconds(runs.two), against: { name: floor, value: seconds(runs.floor) } }),
		limited(group, 'peak memory, one job', runs.quiet.peak, 'MiB'),
	];
}

const seconds = ({ ms }: Run): number => ms / 1000;
