// @ts-check
// The embedded VS Code as a running server.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKept } from './kept.mjs';
import { node24, Refusal } from '../project.mjs';

/**
 * @typedef {object} Profile
 * @property {string} userData folder of settings and state
 * @property {string} extensions folder of installed extensions
 */

/**
 * @typedef {object} Server
 * @property {string} url ends in `/`
 * @property {number} port
 * @property {(folder: string) => string} address of a folder's window
 * @property {Promise<number>} exited
 * @property {() => Promise<void>} stop
 * @property {() => string} log what it printed so far, the last 20,000 characters
 */

const START_LIMIT = 60_000; // Milliseconds; about 2 s on an idle machine.

/** Settings of a workbench that asks for nothing and shows nothing beside the work. */
export const quietSettings = {
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'git.enabled': false,
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
};

/**
 * Writes a profile's settings; those a user has already written stay.
 * @param {Profile} profile
 * @param {Record<string, unknown>} settings
 */
export function prepareProfile(profile, settings) {
	const file = path.join(profile.userData, 'User', 'settings.json');
	mkdirSync(path.dirname(file), { recursive: true });
	mkdirSync(profile.extensions, { recursive: true });
	if (!existsSync(file)) { writeFileSync(file, `${JSON.stringify(settings, null, '\t')}\n`); }
}

/**
 * Starts the server on the loopback address.
 * @param {string} entry from `installCodeServer`
 * @param {Profile} profile
 * @param {{ port?: number, env?: NodeJS.ProcessEnv, remove?: readonly string[] }} [options] `port` 0 takes any free one; `remove`: folders removed when it ends
 * @returns {Promise<Server>}
 * @throws {Refusal} where the port is taken or the server does not start
 */
export async function startServer(entry, profile, { port = 0, env = process.env, remove = [] } = {}) {
	if (port !== 0 && !(await isFree(port))) { throw portTaken(port); }
	// Sockets and logs; short, because the path of a socket may have 107 bytes at most.
	const own = mkdtempSync(path.join(tmpdir(), 'warraq-'));
	const kept = startKept(node24(), [entry, ...separate(own), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...profileArguments(profile),
		'--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened'],
	{ env: serverEnv(env, own), remove: [own, ...remove] });
	let log = '';
	/** @type {string | undefined} */
	const url = await new Promise(resolve => {
		const timer = setTimeout(() => resolve(undefined), START_LIMIT);
		/** @param {Buffer} data */
		const read = data => {
			log = (log + data).slice(-20_000);
			const found = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(log)?.[1];
			if (found !== undefined) { clearTimeout(timer); resolve(`${found}/`); }
		};
		kept.stdout.on('data', read);
		kept.stderr.on('data', read);
		void kept.exited.then(() => { clearTimeout(timer); resolve(undefined); });
	});
	if (url === undefined) {
		await kept.stop();
		throw new Refusal(`The embedded VS Code did not start; remove .vscode-test and try again. It said:\n${log.trim().split('\n').slice(-5).join('\n')}`);
	}
	return {
		url, port: Number(new URL(url).port),
		address: folder => `${url}?folder=${encodeURIComponent(folder)}`,
		exited: kept.exited, stop: kept.stop, log: () => log,
	};
}

/**
 * Installs a packaged extension in a profile.
 * @param {string} entry
 * @param {Profile} profile
 * @param {string} vsix
 * @throws {Refusal} with what the editor said
 */
export async function installExtension(entry, profile, vsix) {
	const own = mkdtempSync(path.join(tmpdir(), 'warraq-'));
	try {
		const child = spawn(node24(), [entry, ...separate(own), ...profileArguments(profile), '--install-extension', vsix, '--force'],
			{ env: serverEnv(process.env, own), stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		for (const stream of [child.stdout, child.stderr]) { stream.on('data', data => { said += data; }); }
		const code = await new Promise(resolve => { child.once('error', resolve); child.once('exit', resolve); });
		if (code !== 0) { throw new Refusal(`VS Code did not accept ${path.basename(vsix)}:\n${said.trim()}`); }
	} finally {
		rmSync(own, { recursive: true, force: true });
	}
}

/** Its own configuration file and socket, so that neither the user's are read nor new ones left in the home folder. @param {string} own */
function separate(own) {
	const config = path.join(own, 'config.yaml');
	writeFileSync(config, 'auth: none\n');
	return ['--config', config, '--session-socket', path.join(own, 'session.sock')];
}

/** @param {Profile} profile */
function profileArguments({ userData, extensions }) {
	return ['--user-data-dir', userData, '--extensions-dir', extensions];
}

/**
 * The environment without what would steer code-server or VS Code (a VS Code terminal sets such names), and with folders of its own.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} own
 */
function serverEnv(env, own) {
	const steering = /^(PORT|(HASHED_)?PASSWORD|LOG_LEVEL|EXTENSIONS_GALLERY|GITHUB_TOKEN|ELECTRON_RUN_AS_NODE|NODE_OPTIONS|(CODE_SERVER|CS|VSCODE)_.*)$/;
	const kept = Object.entries(env).filter(([name]) => !steering.test(name));
	return { ...Object.fromEntries(kept), XDG_DATA_HOME: own, XDG_RUNTIME_DIR: own, TMPDIR: own, ...(env.WARRAQ_OFFLINE ? { EXTENSIONS_GALLERY: '{}' } : {}) };
}

/** @param {number} port */
export const portTaken = port => new Refusal(`Port ${port} is in use; choose another with --port NUMBER, or leave --port out.`);

/** Whether a server could listen on a loopback port. @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
	return new Promise(resolve => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}
