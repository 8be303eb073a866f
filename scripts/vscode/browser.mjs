// @ts-check
// The Chromium that drives the embedded VS Code in tests.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Refusal } from '../project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * The browser: the one named by CHROMIUM, else the first found on PATH.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
	if (env.CHROMIUM) { return env.CHROMIUM; }
	const folders = (env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
	return [...names.flatMap(name => folders.map(folder => path.join(folder, name))), ...elsewhere].find(isExecutable);
}

/**
 * Starts Chromium without a window. It reaches the loopback address only.
 * @param {string} temp a folder of the caller's, for what Chromium would leave in the home folder
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Refusal} where there is none
 */
export async function launchBrowser(temp) {
	const executablePath = findChromium();
	if (executablePath === undefined || !isExecutable(executablePath)) {
		throw new Refusal(executablePath === undefined
			? 'Chromium is missing; install it (on Debian and Ubuntu: the packages chromium and fonts-noto-core), or name its program in the environment variable CHROMIUM.'
			: `CHROMIUM names ${executablePath}, which is no program; correct it, or leave it out.`);
	}
	return chromium.launch({
		executablePath,
		env: { .../** @type {Record<string, string>} */ (process.env), TMPDIR: temp, XDG_CONFIG_HOME: temp, XDG_CACHE_HOME: temp },
		// Signals are handled where the server is ended too, in one order.
		handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
		args: [
			'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
			'--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none',
			// A page whose HTML a route has answered may otherwise not speak to the loopback address.
			'--disable-features=LocalNetworkAccessChecks',
			// No test may lean on the network: every other host is unknown.
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
		],
	});
}

/** @param {string} file @returns {boolean} */
function isExecutable(file) {
	try { accessSync(file, constants.X_OK); return true; } catch { return false; }
}
