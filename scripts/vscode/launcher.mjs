#!/usr/bin/env node
// @ts-check
// Stands in for the desktop VS Code where @vscode/test-electron starts it: the same arguments, the same exit code;
// the editor is the embedded one, its window a Chromium without a display.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../project.mjs';
import { launchBrowser } from './browser.mjs';
import { installCodeServer } from './code-server.mjs';
import { atEnd, endAll, endOnSignals } from './ending.mjs';
import { prepareProfile, quietSettings, startServer } from './server.mjs';
import { developIn, overHttp } from './web-host.mjs';

/**
 * @typedef {object} Request
 * @property {readonly string[]} developed folders of extensions under development
 * @property {string} tests the script whose `run` is called in the extension host
 * @property {'node' | 'web'} host
 * @property {string | undefined} userData
 * @property {string | undefined} extensions
 * @property {string | undefined} folder opened in the window
 */

const LIMIT = Number(process.env.WARRAQ_HOST_LIMIT ?? 300) * 1000; // Seconds in the environment; a host that hangs ends then.

/**
 * Reads the arguments of the desktop VS Code; what has no meaning here is passed over.
 * @param {readonly string[]} args
 * @returns {Request}
 * @throws {Refusal} without tests
 */
export function readArguments(args) {
	/** @param {string} name @returns {string[]} */
	const values = name => args.flatMap((arg, i) => arg.startsWith(`--${name}=`) ? [arg.slice(name.length + 3)] : arg === `--${name}` && args[i + 1] !== undefined ? [args[i + 1] ?? ''] : []);
	const [tests] = values('extensionTestsPath');
	if (tests === undefined) { throw new Refusal('The launcher runs extension tests only; give --extensionTestsPath=FILE and --extensionDevelopmentPath=FOLDER.'); }
	const valued = new Set(['extensionTestsPath', 'extensionDevelopmentPath', 'extensionDevelopmentKind', 'user-data-dir', 'extensions-dir']);
	const folder = args.find((arg, i) => !arg.startsWith('-') && !valued.has((args[i - 1] ?? '').replace(/^--/, '')));
	return {
		developed: values('extensionDevelopmentPath').map(value => path.resolve(value)),
		tests: path.resolve(tests),
		host: values('extensionDevelopmentKind')[0] === 'web' ? 'web' : 'node',
		userData: values('user-data-dir')[0], extensions: values('extensions-dir')[0], folder: folder === undefined ? undefined : path.resolve(folder),
	};
}

/**
 * Runs the tests; their console output goes to standard output.
 * @param {Request} request
 * @returns {Promise<number>} the exit code of the test run
 */
async function launch({ developed, tests, host, userData, extensions, folder }) {
	const entry = await installCodeServer(line => console.error(line));
	const temp = mkdtempSync(path.join(tmpdir(), 'warraq-launcher-'));
	atEnd(() => rmSync(temp, { recursive: true, force: true, maxRetries: 5 }));
	process.env.TMPDIR = temp; // Playwright's own files too: one folder to remove, whatever happens.
	const profile = { userData: path.resolve(userData ?? path.join(temp, 'data')), extensions: path.resolve(extensions ?? path.join(temp, 'extensions')) };
	prepareProfile(profile, quietSettings);
	const server = await startServer(entry, profile, { env: { ...process.env, WARRAQ_OFFLINE: '1' }, remove: [temp] });
	atEnd(server.stop);
	const browser = await launchBrowser(temp);
	atEnd(() => browser.close());
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	/** @type {Promise<number>} */
	const exit = new Promise((resolve, reject) => {
		void page.exposeFunction('codeAutomationExit', resolve);
		setTimeout(() => reject(new Refusal(`The extension host gave no answer in ${LIMIT / 1000} s (WARRAQ_HOST_LIMIT).`)), LIMIT).unref();
		page.once('crash', () => reject(new Refusal('The window of the embedded VS Code crashed; there may be too little memory.')));
		void server.exited.then(() => reject(new Refusal(`The embedded VS Code ended by itself. It said:\n${server.log()}`)));
	});
	exit.catch(() => { /* Awaited below, unless opening the page fails first. */ });
	await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => console.log(...args));
	const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${server.port}${file}`;
	const web = host === 'web' ? await overHttp(developed, tests) : undefined;
	if (web !== undefined) { atEnd(web.close); }
	// A released workbench runs extension tests only when its page says that it is driven.
	await developIn(page, { enableSmokeTestDriver: true, ...web?.options });
	const payload = host === 'web' ? [] : [...developed.map(file => ['extensionDevelopmentPath', remote(file)]), ['extensionTestsPath', remote(tests)]];
	const open = folder === undefined ? 'ew=true' : `folder=${encodeURIComponent(folder)}`;
	await page.goto(`${server.url}?${open}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
	return await exit;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	endOnSignals();
	const kind = process.env.WARRAQ_HOST === 'web' ? ['--extensionDevelopmentKind=web'] : [];
	const code = await Promise.resolve().then(() => launch(readArguments([...kind, ...process.argv.slice(2)]))).catch(error => {
		console.error(error instanceof Refusal ? error.message : error);
		return 2;
	});
	await endAll();
	process.exit(code);
}
