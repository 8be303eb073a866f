// @ts-check
// The embedded VS Code: npm's `code-server`, installed once into a git-ignored folder of the project.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explain, npmCommand } from '../install.mjs';
import { at, Refusal } from '../project.mjs';
import { run } from '../run.mjs';

/** The version every contributor and every test gets. */
export const CODE_SERVER = '4.139.1';

const folder = at('.vscode-test/code-server');
const stamp = 'installed.json';

/** The script that starts it, wherever it is installed. @param {string} base @returns {string} */
const entry = base => path.join(base, 'node_modules', 'code-server', 'out', 'node', 'entry.js');

/** Whether nothing has to be installed. @returns {boolean} */
export function hasCodeServer() {
	try {
		return JSON.parse(readFileSync(path.join(folder, stamp), 'utf8')).version === CODE_SERVER && existsSync(entry(folder));
	} catch { return false; }
}

/**
 * Installs the embedded VS Code where it is missing or of another version.
 * @param {(line: string) => void} report told what takes long, in one line
 * @returns {Promise<string>} the script to run with Node 24
 * @throws {Refusal} where npm fails
 */
export async function installCodeServer(report) {
	if (hasCodeServer()) { return entry(folder); }
	if (process.platform === 'win32') {
		throw new Refusal('The embedded VS Code does not run on Windows; install VS Code, or name its Code.exe in the environment variable WARRAQ_VSCODE.');
	}
	const started = Date.now();
	report(`Installing the embedded VS Code (code-server ${CODE_SERVER}, about 600 MB in .vscode-test, once) …`);
	// Beside its place, then renamed: an installation that was interrupted is never taken for a whole one.
	const fresh = `${folder}.${process.pid}`;
	removeAbandoned();
	const removeFresh = () => rmSync(fresh, { recursive: true, force: true });
	process.once('exit', removeFresh);
	try {
		mkdirSync(fresh, { recursive: true });
		writeFileSync(path.join(fresh, 'package.json'), JSON.stringify({ private: true, description: 'The VS Code that `npm start` and the tests open.' }));
		// Its own scripts compile a terminal and a logger for 100 s; neither is needed.
		const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
		await npm(['install', `code-server@${CODE_SERVER}`, ...quiet], fresh);
		await npm(['install', '--omit=dev', ...quiet], path.join(fresh, 'node_modules', 'code-server', 'lib', 'vscode'));
		writeFileSync(path.join(fresh, stamp), JSON.stringify({ version: CODE_SERVER }));
		// Another process may have been faster; one whole installation is as good as another.
		if (!hasCodeServer()) {
			rmSync(folder, { recursive: true, force: true });
			renameSync(fresh, folder);
		}
	} finally {
		removeFresh();
		process.off('exit', removeFresh);
	}
	report(`The embedded VS Code is installed (${Math.round((Date.now() - started) / 1000)} s).`);
	return entry(folder);
}

/** @param {readonly string[]} args @param {string} cwd @throws {Refusal} */
async function npm(args, cwd) {
	const { command, args: before } = npmCommand();
	const { code, output } = await run(command, [...before, ...args], { cwd, show: false, timeout: 900 });
	if (code !== 0) { throw new Refusal(`The embedded VS Code could not be installed.\n${explain(output)}`); }
}

/** Removes installations that were interrupted by a kill. */
function removeAbandoned() {
	if (!existsSync(path.dirname(folder))) { return; }
	for (const name of readdirSync(path.dirname(folder))) {
		const pid = /^code-server\.(\d+)$/.exec(name)?.[1];
		if (pid !== undefined && !isRunning(Number(pid))) { rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true }); }
	}
}

/** @param {number} pid @returns {boolean} */
function isRunning(pid) {
	try { return process.kill(pid, 0); } catch { return false; }
}
