import assert from 'node:assert/strict';
import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '#core/settings.ts';
import { jobsOf } from '../../cli/engine/jobs.ts';
import { runPool } from '../../cli/engine/pool.ts';
import type { Plan } from '../../cli/engine/task.ts';
import type { Target } from '../../cli/files.ts';
import { cliUrl, temporaryFolder, warraq } from '../support/cli.ts';
import { TODAY } from '../support/fixture.ts';

const article = (index: number): string => ` date 2025-0${index % 9 + 1}-${index % 31 + 1 < 10 ? '0' : ''}${index % 31 + 1} https://news.example.com/${index}\nالخبر ${index}\nالخبر ${index}\n${'افتتحت البلدية صباح اليوم مكتبة عامة تضم آلاف الكتب. '.repeat(index % 20 + 1)}${index % 7 === 0 ? '\u200b' : ''}\n`;

suite('workers', () => {
	const { folder, remove } = temporaryFolder();
	const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
	suiteSetup(() => {
		for (const [at, name] of names.entries()) {
			writeFileSync(path.join(folder, name), Array.from({ length: 40 + at * 400 }, (_, index) => article(index + at)).join('') + (at === 2 ? '\n' : ''));
		}
	});
	suiteTeardown(remove);

	const pooled = async (count: number, rangeSize: number): Promise<string> => {
		const settings = [defaultSettings(TODAY)];
		const plan: Plan = { settings, format: 'ndjson', setup: { version: '0', settings, isColoured: false, isQuiet: false, isCorpus: false }, pieceSize: 4096 };
		const targets: Target[] = names.map(name => ({ name, path: path.join(folder, name), size: statSync(path.join(folder, name)).size, settings: 0, isGuess: false }));
		let text = '';
		for await (const done of runPool(plan, jobsOf(targets, rangeSize), count, cliUrl())) {
			assert.deepEqual(done.results.map(({ trouble }) => trouble), done.tasks.map(() => undefined));
			text += done.texts.join('');
		}
		return text;
	};
	test('give the same report for any number of them and any size of parts', async () => {
		const expected = warraq(['check', '--format', 'ndjson', '--today', '2026-06-01', '--jobs', '1', ...names], { cwd: folder }).stdout;
		for (const [count, size] of [[1, 1 << 20], [2, 50_000], [3, 7000], [2, 400_000]] as const) { assert.ok(await pooled(count, size) === expected, `${count} workers, parts of ${size} bytes`); }
	});
	test('that fail are told, not waited for', async () => {
		const plan = { settings: undefined } as unknown as Plan;
		await assert.rejects(async () => { for await (const _ of runPool(plan, [[]], 1, cliUrl())) { /* Nothing comes. */ } }, TypeError);
	});
	test('give the same bytes out in every format for --jobs 1 and 2 on a large file', () => {
		const file = openSync(path.join(folder, 'large.txt'), 'w');
		const block = Array.from({ length: 2000 }, (_, index) => article(index)).join('');
		for (let size = 0; size < 34_000_000; size += Buffer.byteLength(block)) { writeSync(file, block); }
		closeSync(file);
		for (const format of ['ndjson', 'junit']) {
			const [one, two] = ['1', '2'].map(jobs => warraq(['check', '--format', format, '--today', '2026-06-01', '--jobs', jobs, 'large.txt', 'a.txt'], { cwd: folder }));
			assert.equal(one?.status, two?.status);
			assert.ok(one?.stdout === two?.stdout, format);
		}
	});
});
