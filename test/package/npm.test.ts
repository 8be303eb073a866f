import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const samples = path.resolve('samples');
const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; dependencies?: unknown };

/** Node as the user has it, and the one of the tests, where they differ. */
const nodes = [...new Set([process.execPath, process.env['WARRAQ_SYSTEM_NODE'] ?? process.execPath])];

function npm(cwd: string, ...args: string[]): string {
	const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', env: { ...process.env, WARRAQ_TOTALS: '' } });
	assert.equal(status, 0, stderr);
	return stdout;
}

suite('the npm package', () => {
	let folder = '';
	suiteSetup(() => { folder = mkdtempSync(path.join(tmpdir(), 'warraq-npm-')); });
	suiteTeardown(() => { rmSync(folder, { recursive: true, force: true }); });

	test('needs no other package', () => { assert.equal(dependencies, undefined); });
	test('holds exactly the command line and its texts', () => {
		const [packed] = JSON.parse(npm('.', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)) as { files: { path: string }[] }[];
		assert.deepEqual(packed?.files.map(file => file.path).sort(), [
			'CHANGELOG.md', 'LICENSE', 'README.md', 'dist/server.js', 'dist/third-party-licences.txt', 'dist/warraq.mjs', 'package.json', 'schemas/warraq.config.schema.json',
		]);
	});
	test('installs offline into an empty folder, alone', () => {
		writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
		npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./warraq-${version}.tgz`);
		assert.deepEqual(readdirSync(path.join(folder, 'node_modules')).filter(name => !name.startsWith('.')), ['warraq']);
	});
	for (const node of nodes) {
		const name = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
		const warraq = (...args: string[]) => spawnSync(node, [path.join(folder, 'node_modules/warraq/dist/warraq.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
		test(`runs under Node ${name}: version, clean and defective samples, a rule's page`, () => {
			assert.match(warraq('--version').stdout, new RegExp(`\\b${version.replaceAll('.', '\\.')}\\b`, 'u'));
			const good = warraq('check', '--today', '2026-06-01', path.join(samples, 'arabic.txt'));
			assert.equal(good.status, 0, good.stdout + good.stderr);
			const bad = warraq('check', '--today', '2026-06-01', '--format', 'ndjson', path.join(samples, 'every-defect.dump'));
			assert.equal(bad.status, 1, bad.stderr);
			assert.ok(bad.stdout.split('\n').filter(line => line !== '').every(line => 'problems' in (JSON.parse(line) as object)));
			assert.match(warraq('explain', 'blank-line').stdout, /blank-line/u);
		});
		test(`serves any editor under Node ${name}`, async () => {
			const server = spawn(node, [path.join(folder, 'node_modules/warraq/dist/warraq.mjs'), 'lsp', '--stdio'], { cwd: folder });
			const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
			server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
			let answer = '';
			// The server ends with its standard input, so that stays open until it has answered.
			for await (const part of server.stdout) {
				answer += String(part);
				if (answer.includes('hoverProvider')) { break; }
			}
			server.kill();
			assert.match(answer, /"hoverProvider":true/u);
		});
	}
	test('is found by its name', () => {
		const { status } = spawnSync(path.join(folder, 'node_modules/.bin/warraq'), ['--help'], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
		assert.equal(status, 0);
	});
});
