// @ts-check
// Where the desktop VS Code is, if there is one.
import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { onPath, Refusal } from '../project.mjs';

/**
 * @typedef {object} Desktop
 * @property {string} command the command line `code`, which installs extensions and opens folders
 * @property {string} program the editor itself, which runs extension tests and gives their exit code
 */

/**
 * The desktop VS Code: named by WARRAQ_VSCODE (its command line, its program or its folder), else `code` on PATH.
 * `WARRAQ_VSCODE=embedded` asks for none.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {Desktop | undefined} undefined where the embedded one is to be used
 * @throws {Refusal} where WARRAQ_VSCODE names nothing usable
 */
export function findDesktop(env = process.env, platform = process.platform) {
	const named = env.WARRAQ_VSCODE ?? '';
	if (named === 'embedded') { return undefined; }
	if (named !== '') {
		const found = desktopAt(named, platform);
		if (found === undefined) { throw new Refusal(`WARRAQ_VSCODE names ${named}, where there is no VS Code; name its program or its “code” command, or write “embedded”.`); }
		return found;
	}
	// In a VS Code terminal of a remote machine, `code` speaks to a window elsewhere and opens no profile of its own.
	if (env.VSCODE_IPC_HOOK_CLI) { return undefined; }
	if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) { return undefined; }
	const command = onPath('code');
	return command === undefined ? undefined : desktopAt(command, platform);
}

/**
 * @param {string} named
 * @param {NodeJS.Platform} platform
 * @returns {Desktop | undefined}
 */
function desktopAt(named, platform) {
	if (!existsSync(named)) { return undefined; }
	const file = realpathSync(named);
	// An installation holds, beside the program, a folder with the command line; both are found from either.
	const start = statSync(file).isDirectory() ? file : path.dirname(file);
	for (const base of ['.', '..', '../..', '../../../..'].map(up => path.resolve(start, up))) {
		for (const { command, program } of layouts[platform] ?? layouts.linux ?? []) {
			const desktop = { command: path.join(base, command), program: path.join(base, program) };
			if (existsSync(desktop.command) && existsSync(desktop.program)) { return desktop; }
		}
	}
	return undefined;
}

/** @type {Partial<Record<NodeJS.Platform, readonly Desktop[]>>} */
const layouts = {
	linux: [{ command: 'bin/code', program: 'code' }, { command: 'bin/code-insiders', program: 'code-insiders' }, { command: 'bin/codium', program: 'codium' }],
	darwin: [
		{ command: 'Contents/Resources/app/bin/code', program: 'Contents/MacOS/Electron' },
		{ command: 'Contents/Resources/app/bin/code', program: 'Contents/MacOS/Code' },
	],
	win32: [{ command: 'bin/code.cmd', program: 'Code.exe' }],
};
