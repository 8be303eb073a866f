// @ts-check
// The process behind kept.mjs: runs one command in a process group, ends the group when its own input closes, then removes folders.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE = 1500; // Milliseconds between the polite and the other signal.
const isWindows = process.platform === 'win32';

/** @type {{ command: string, args: string[], remove: string[] }} */
const { command, args, remove } = JSON.parse(process.argv[2] ?? '{}');
const child = spawn(command, args, { detached: !isWindows, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
/** @type {Promise<number> | undefined} */
let ending;

child.once('error', () => finish(127));
child.once('exit', code => finish(code ?? 1));
process.stdin.once('end', () => finish(0)).once('error', () => finish(0)).resume();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) { process.on(signal, () => finish(0)); }

/** @param {number} code */
function finish(code) {
	ending ??= clean().then(() => process.exit(code));
}

async function clean() {
	if (child.pid !== undefined) {
		if (isWindows) { spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']); } else { await endGroup(child.pid); }
	}
	for (const folder of remove) {
		try { rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }); } catch (error) { console.error(`Could not remove ${folder}: ${error}`); }
	}
	return 0;
}

/** @param {number} group */
async function endGroup(group) {
	signalGroup(group, 'SIGTERM');
	for (let waited = 0; waited < GRACE && signalGroup(group, 0); waited += 50) { await sleep(50); }
	// Twice: a process forked while the first signal was on its way joins the same group.
	for (let round = 0; round < 20 && signalGroup(group, 'SIGKILL'); round++) { await sleep(25); }
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether the group still has a process
 */
function signalGroup(group, signal) {
	try { return process.kill(-group, signal); } catch { return false; }
}
