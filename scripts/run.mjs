import { spawn, spawnSync } from 'node:child_process';
import { root } from './project.mjs';

const running = new Set();
const isWindows = process.platform === 'win32';

/** Ends a program with everything it has started. */
function kill(child, signal = 'SIGKILL') {
	if (child.pid === undefined) { return; }
	try {
		if (isWindows) { spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']); } else { process.kill(-child.pid, signal); }
	} catch {
		// It has gone already.
	}
}

const endings = [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]].map(([signal, code]) => [signal, () => process.exit(code)]);
const killAll = () => { for (const child of running) { kill(child); } };

/** Whatever ends this process, no program it has started stays behind. Callers have their own signal handlers back when nothing runs. */
function enter(child) {
	if (running.size === 0) {
		process.on('exit', killAll);
		for (const [signal, end] of endings) { process.on(signal, end); }
	}
	running.add(child);
}

function leave(child) {
	running.delete(child);
	if (running.size > 0) { return; }
	process.off('exit', killAll);
	for (const [signal, end] of endings) { process.off(signal, end); }
}

/**
 * Runs a program in the project's folder, in a process group of its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, show?: boolean }} [options] `timeout` in seconds; `show` prints the output as it comes, else it is only kept.
 * @returns {Promise<{ code: number, output: string, isTimedOut: boolean }>} `code` is 1 where the program was killed or could not be started.
 */
export function run(command, args, { cwd = root, env = process.env, timeout, show = true } = {}) {
	return new Promise(resolve => {
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: !isWindows });
		enter(child);
		let output = '';
		let isTimedOut = false;
		const timer = timeout === undefined ? undefined : setTimeout(() => { isTimedOut = true; kill(child); }, timeout * 1000);
		for (const [stream, target] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
			stream.setEncoding('utf8').on('data', text => {
				output += text;
				if (show) { target.write(text); }
			});
		}
		const done = code => {
			clearTimeout(timer);
			// What the program has left behind in its group ends with it.
			kill(child);
			leave(child);
			resolve({ code, output, isTimedOut });
		};
		child.on('error', error => { output += `${error.message}\n`; done(1); });
		child.on('exit', code => {
			// A grandchild may hold the pipes open: the rest of the output is given a moment, not for ever.
			const closing = setTimeout(() => done(code ?? 1), 2000);
			child.on('close', () => { clearTimeout(closing); done(code ?? 1); });
		});
	});
}
