import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cliScript, startWarraq, temporaryFolder, warraq } from '../support/cli.ts';

const faulty = (index: number): string => ` date 2025-02-30 https://news.example.com/${index}\nمهرجان البحيرة\nمهرجان البحيرة\nانطلق\u200b المهرجان أمس.\n\nويستمر أسبوعا\u200b كاملا.\n`;

suite('warraq and its streams', () => {
	const { folder, remove } = temporaryFolder();
	const count = 25_000;
	const shell = (command: string) => spawnSync('bash', ['-c', command, 'bash', process.execPath, cliScript()], { cwd: folder, maxBuffer: 1 << 28 });
	suiteSetup(() => { writeFileSync(path.join(folder, 'many.txt'), Array.from({ length: count }, (_, index) => faulty(index)).join('')); });
	suiteTeardown(remove);

	test('hand a slow reader everything: 100,000 problems', async () => {
		const child = startWarraq(['check', '--format', 'ndjson', 'many.txt'], folder);
		const { stdout } = child;
		assert.ok(stdout !== null);
		let lines = 0;
		let problems = 0;
		let rest = '';
		for await (const chunk of stdout as AsyncIterable<Buffer>) {
			// Reads in small sips, so that the pipe is full most of the time.
			await new Promise(setImmediate);
			const parts = (rest + chunk.toString('latin1')).split('\n');
			rest = parts.pop() ?? '';
			lines += parts.length;
			for (const part of parts) { problems += part.match(/"rule":/gu)?.length ?? 0; }
		}
		assert.deepEqual([rest, lines, problems], ['', count, count * 4]);
	});
	test('end quietly where the reader goes away', () => {
		for (const format of ['pretty', 'ndjson', 'sarif']) {
			const { stdout, stderr, status } = shell(`"$@" check --format ${format} many.txt | head -1; exit \${PIPESTATUS[0]}`);
			assert.equal(stdout.toString().split('\n').length, 2);
			assert.equal(stderr.toString(), '');
			assert.ok(status === 0 || status === 1, `status ${status}`);
		}
	});
	test('say that a report cannot be written', function () {
		if (!existsSync('/dev/full')) { this.skip(); }
		const { stderr, status } = shell('"$@" check many.txt > /dev/full');
		assert.equal(status, 2);
		assert.match(stderr.toString(), /^The report cannot be written: the disk is full\. Make room and run again\.$/mu);
	});
	test('keep data and talk apart', () => {
		const { stdout, stderr } = warraq(['check', '--format', 'json', 'many.txt', 'gone.txt'], { cwd: folder });
		assert.doesNotThrow(() => { JSON.parse(stdout); });
		assert.equal(stderr, 'gone.txt: there is no such file; check the name.\n');
	});
	test('read long standard input in pieces, with the report of the file', () => {
		const input = Array.from({ length: 3000 }, (_, index) => faulty(index)).join('');
		writeFileSync(path.join(folder, 'same.txt'), input);
		const args = ['check', '--format', 'ndjson', '--today', '2026-06-01'];
		assert.equal(warraq([...args, '-', '--stdin-filename', 'same.txt'], { input, cwd: folder }).stdout, warraq([...args, 'same.txt'], { cwd: folder }).stdout);
	});
	test('need no more memory for a dump twice as large', () => {
		const article = ` date 2025-03-04 https://news.example.com/a\nمهرجان البحيرة\nمهرجان البحيرة\n${'انطلق المهرجان أمس على ضفة البحيرة بحضور آلاف الزوار. '.repeat(40)}\n`;
		const megabytes = (size: number): number => {
			writeFileSync(path.join(folder, 'large.txt'), article.repeat(size * 1e6 / Buffer.byteLength(article)));
			const tell = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`${process.resourceUsage().maxRSS}`))';
			const { stderr, status } = spawnSync(process.execPath, ['--import', tell, cliScript(), 'check', '--quiet', '--jobs', '1', 'large.txt'], { cwd: folder });
			assert.equal(status, 0, stderr.toString());
			return Number(stderr.toString()) / 1000;
		};
		const [half, whole] = [megabytes(64), megabytes(128)];
		assert.ok(whole - half < 32, `${half} MB for 64 MB, ${whole} MB for 128 MB`);
	});
	test('give no colours and no progress to a file', () => {
		const { stdout, stderr } = warraq(['check', 'many.txt'], { cwd: folder });
		assert.doesNotMatch(stdout + stderr, /\u001b/u);
	});
	test('print the same whatever the locale', () => {
		const run = (locale: string): string => shell(`LC_ALL=${locale} LANG=${locale} "$@" check --today 2026-06-01 same.txt`).stdout.toString();
		assert.equal(run('C'), run('ar_EG.UTF-8'));
	});
	test('a run without problems ends at once when input ends', async () => {
		const child = startWarraq(['check', '-'], folder);
		child.stdin?.end();
		const [status] = await once(child, 'exit') as [number];
		assert.equal(status, 0);
	});
});
