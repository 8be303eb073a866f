import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from '../../scripts/project.mjs';
import { CLEAN } from './support/dumps.ts';
import { host } from './support/host.ts';
import { MARK, processesOf } from './support/processes.ts';
import { until } from './support/until.ts';

const SCRIPT = at('scripts/start.mjs');

suite('npm start', () => {
	let temp: string;
	setup(() => { temp = mkdtempSync(path.join(tmpdir(), 'warraq-start-')); });
	teardown(() => { rmSync(temp, { recursive: true, force: true }); });

	test('opens a folder with the extension installed, and leaves nothing when it is interrupted', async () => {
		const folder = path.join(temp, 'مجلد الأخبار'); // A name with a blank, in Arabic.
		mkdirSync(folder);
		writeFileSync(path.join(folder, 'dump.txt'), CLEAN);
		const started = start({ [MARK]: temp }, folder, '--embedded', '--no-open', '--port', '0', '--profile', path.join(temp, 'profile'));
		try {
			const address = await until('the address', () => Promise.resolve(/http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(started.output())?.[0]), () => Promise.resolve(started.output()), 120_000);
			const context = await (await host()).browser.newContext();
			try {
				const page = await context.newPage();
				await page.goto(address);
				await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'dump.txt' }).dblclick({ timeout: 60_000 });
				await page.locator('.statusbar-item', { hasText: 'Article Dump' }).first().waitFor({ timeout: 60_000 });
			} finally { await context.close(); }
			assert.ok(processesOf(temp).length > 3, 'server, extension host and language server run');
			started.process.kill('SIGINT');
			assert.equal(await started.exited, 130);
		} finally { started.process.kill('SIGKILL'); }
		assert.deepEqual(processesOf(temp), []);
	});

	test('says in one sentence what is wrong, and gives 2', async () => {
		const taken = createServer();
		await new Promise<void>(resolve => { taken.listen(0, '127.0.0.1', resolve); });
		const address = taken.address();
		const port = String(typeof address === 'object' ? address?.port : undefined);
		try {
			const profile = ['--profile', path.join(temp, 'profile')];
			for (const [args, sentence] of [
				[[path.join(temp, 'nothing')], /^There is no folder .*nothing; check its name\.$/u],
				[[at('package.json')], /^.*package\.json is a file; give the folder it is in\.$/u],
				[['--port', 'x'], /^x is no port; choose a number from 1024 to 65535\.$/u],
				[['--port', port, ...profile], new RegExp(`^Port ${port} is in use; choose another with --port NUMBER, or leave --port out\\.$`, 'u')],
				[['--nonsense'], /^Unknown option '--nonsense'; “npm start -- --help” lists what there is\.$/u],
			] as const) {
				const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
				assert.match(stderr.trim(), sentence);
				assert.equal(status, 2);
			}
		} finally { taken.close(); }
	});

	test('names WARRAQ_VSCODE when it leads nowhere', () => {
		const { status, stderr } = spawnSync(process.execPath, [SCRIPT, temp], { encoding: 'utf8', env: { ...process.env, WARRAQ_VSCODE: '/nowhere/code' } });
		assert.match(stderr, /^WARRAQ_VSCODE names \/nowhere\/code, where there is no VS Code/u);
		assert.equal(status, 2);
	});

	test('opens the folder in the desktop VS Code where there is one', () => {
		const log = path.join(temp, 'calls');
		const code = path.join(temp, 'app/bin/code');
		mkdirSync(path.dirname(code), { recursive: true });
		writeFileSync(path.join(temp, 'app/code'), '', { mode: 0o755 });
		writeFileSync(code, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\n`, { mode: 0o755 });
		const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, temp, '--profile', path.join(temp, 'profile')], { encoding: 'utf8', env: { ...process.env, WARRAQ_VSCODE: code } });
		assert.equal(status, 0, stderr);
		assert.match(stdout, /is open in VS Code\./u);
		const [install, open] = readFileSync(log, 'utf8').trim().split('\n');
		assert.match(install ?? '', /--user-data-dir .*profile\/desktop\/data --extensions-dir .*profile\/desktop\/extensions --install-extension .*\.vsix --force$/u);
		assert.equal(open?.endsWith(`--new-window ${temp}`), true, open);
	});
});

/** Runs the command as npm would, in the project's folder. */
function start(env: NodeJS.ProcessEnv, ...args: readonly string[]): { readonly process: ChildProcess; readonly output: () => string; readonly exited: Promise<number | null> } {
	const child = spawn(process.execPath, [SCRIPT, ...args], { cwd: at(), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) { stream.on('data', data => { output += String(data); }); }
	return { process: child, output: () => output, exited: new Promise(resolve => { child.once('exit', resolve); }) };
}
