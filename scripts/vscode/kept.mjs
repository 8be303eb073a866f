// @ts-check
// Processes that leave nothing behind. What is started here runs under a keeper (keeper.mjs), a small process that ends it
// with all its children, and removes its folders, as soon as the one who asked for it lets go or dies, however it dies.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Kept
 * @property {import('node:stream').Readable} stdout
 * @property {import('node:stream').Readable} stderr
 * @property {Promise<number>} exited the exit code, after all is cleaned up
 * @property {() => Promise<void>} stop ends the process and its children; returns when they are gone
 */

/**
 * Starts a command whose process tree ends with this process at the latest.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, remove?: readonly string[] }} [options] `remove`: folders removed at the end
 * @returns {Kept}
 */
export function startKept(command, args, { env = process.env, cwd, remove = [] } = {}) {
	const keeper = spawn(process.execPath, [fileURLToPath(new URL('keeper.mjs', import.meta.url)), JSON.stringify({ command, args, remove })], {
		env, ...(cwd === undefined ? {} : { cwd }), stdio: ['pipe', 'pipe', 'pipe'],
		// A group of its own: Ctrl+C in the terminal reaches us alone, and the keeper ends when we let go of its input.
		detached: process.platform !== 'win32',
		windowsHide: true,
	});
	keeper.stdin.on('error', () => { /* The keeper ended first; `exited` tells. */ });
	/** @type {Promise<number>} */
	const exited = new Promise(resolve => {
		keeper.once('error', () => resolve(1));
		keeper.once('exit', code => resolve(code ?? 1));
	});
	return { stdout: keeper.stdout, stderr: keeper.stderr, exited, stop: async () => { keeper.stdin.end(); await exited; } };
}
