import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at } from '../../scripts/project.mjs';
import { findDesktop } from '../../scripts/vscode/desktop.mjs';
import { MARK, processesOf } from './support/processes.ts';
import { until } from './support/until.ts';

const EXTENSION = { name: 'probe', publisher: 'warraq', version: '0.0.1', engines: { vscode: '^1.108.0' }, main: './index.js', browser: './index.js' };

suite('launcher', () => {
	let temp: string;
	setup(() => {
		temp = mkdtempSync(path.join(tmpdir(), 'warraq-launch-'));
		writeFileSync(path.join(temp, 'package.json'), JSON.stringify(EXTENSION));
	});
	teardown(() => { rmSync(temp, { recursive: true, force: true }); });

	/** Starts VS Code as @vscode/test-electron does; temporary files go below the test's own folder. */
	function launch(tests: string, ...args: readonly string[]) {
		writeFileSync(path.join(temp, 'index.js'), tests);
		mkdirSync(path.join(temp, 'tmp'), { recursive: true });
		const child = spawn(at('scripts/vscode/launcher.mjs'), [
			'--no-sandbox', '--disable-workspace-trust', `--extensionDevelopmentPath=${temp}`, `--extensionTestsPath=${path.join(temp, 'index.js')}`, ...args, temp,
		], { env: { ...process.env, [MARK]: temp, TMPDIR: path.join(temp, 'tmp') }, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) { stream.on('data', data => { output += String(data); }); }
		return { child, output: () => output, exited: new Promise<number | null>(resolve => { child.once('exit', resolve); }) };
	}

	function assertNothingLeft(): void {
		assert.deepEqual(processesOf(temp), []);
		assert.deepEqual(readdirSync(path.join(temp, 'tmp')), []);
	}

	test('gives 1 when a test fails, and passes on what the extension host prints', async () => {
		const { exited, output } = launch("exports.run = async () => { console.log('host:', typeof importScripts); throw new Error('on purpose'); };");
		assert.equal(await exited, 1);
		assert.match(output(), /host: undefined/u);
		assert.match(output(), /on purpose/u);
		assertNothingLeft();
	});

	test('runs an extension in a web worker when asked to', async () => {
		const { exited, output } = launch("exports.run = async () => { console.log('host:', typeof importScripts); };", '--extensionDevelopmentKind=web');
		assert.equal(await exited, 0, output());
		assert.match(output(), /host: function/u);
		assertNothingLeft();
	});

	for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
		test(`leaves no process behind after ${signal}`, async () => {
			const { child, exited, output } = launch("exports.run = () => { console.log('running'); return new Promise(() => {}); };");
			await until('the test to run', () => Promise.resolve(output().includes('running')), () => Promise.resolve(output()), 60_000);
			assert.ok(processesOf(temp).length > 3);
			child.kill(signal);
			await exited;
			await until('the processes to end', () => Promise.resolve(processesOf(temp).length === 0), () => Promise.resolve(processesOf(temp)));
			await until('the folders to be removed', () => Promise.resolve(signal === 'SIGKILL' || readdirSync(path.join(temp, 'tmp')).length === 0), () => Promise.resolve(readdirSync(path.join(temp, 'tmp'))));
		});
	}

	test('wants tests', async () => {
		const child = spawn(at('scripts/vscode/launcher.mjs'), [], { stdio: ['ignore', 'ignore', 'pipe'] });
		let error = '';
		child.stderr.on('data', data => { error += String(data); });
		assert.equal(await new Promise(resolve => { child.once('close', resolve); }), 2);
		assert.match(error, /give --extensionTestsPath=FILE/u);
	});

	test('finds the desktop VS Code from its command, its program and its folder', () => {
		for (const [platform, command, program] of [
			['linux', 'bin/code', 'code'], ['darwin', 'Contents/Resources/app/bin/code', 'Contents/MacOS/Electron'], ['win32', 'bin/code.cmd', 'Code.exe'],
		] as const) {
			const folder = path.join(temp, platform, 'Visual Studio Code.app');
			const expected = { command: path.join(folder, command), program: path.join(folder, program) };
			for (const file of Object.values(expected)) {
				mkdirSync(path.dirname(file), { recursive: true });
				writeFileSync(file, '');
			}
			for (const named of [expected.command, expected.program, folder]) { assert.deepEqual(findDesktop({ WARRAQ_VSCODE: named }, platform), expected); }
		}
		assert.equal(findDesktop({ WARRAQ_VSCODE: 'embedded' }), undefined);
		assert.throws(() => findDesktop({ WARRAQ_VSCODE: temp }), /where there is no VS Code/u);
	});
});
