import { spawnSync } from 'node:child_process';
import { Refusal, onPath } from './project.mjs';
import { run } from './run.mjs';

const PACKAGES = ['chromium', 'fonts-noto-core'];

/**
 * Makes sure that a Chromium and a font with Arabic, Hebrew and Urdu letters are there, through apt where this user may.
 * @param {(line: string) => void} log
 * @throws {Refusal} naming the packages to install
 */
export async function ensureBrowser(log = console.log) {
	// Loaded late: it needs the npm packages.
	const { findChromium } = await import('./vscode/browser.mjs');
	const lacking = () => [...findChromium() === undefined ? [PACKAGES[0]] : [], ...hasFonts() ? [] : [PACKAGES[1]]];
	const wanted = lacking();
	if (wanted.length === 0) { return; }
	if (!mayInstall()) {
		const sudo = onPath('apt-get') === undefined ? 'with your package manager' : `by “sudo apt-get install ${wanted.join(' ')}”`;
		throw new Refusal(`The VS Code tests need what is missing here: ${wanted.map(name => described[name]).join(' and ')}. Install it ${sudo}, or name a Chromium in the environment variable CHROMIUM, then run the command again.`);
	}
	await install(wanted, log);
	if (lacking().length > 0) {
		throw new Refusal(`apt-get could not install ${lacking().join(' and ')}: run “apt-get install ${lacking().join(' ')}” and read what it says, then run the command again.`);
	}
}

/**
 * Looks for Neovim, and installs it through apt where this user may.
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>} undefined where it is there, else what to do
 */
export async function lackOfNeovim(log = console.log) {
	if (onPath('nvim') === undefined && mayInstall()) { await install(['neovim'], log); }
	return onPath('nvim') === undefined ? 'Neovim is not here: install the package neovim to have its tests run' : undefined;
}

const mayInstall = () => onPath('apt-get') !== undefined && process.getuid?.() === 0;

/** @param {readonly string[]} packages */
async function install(packages, log) {
	log(`Installing ${packages.join(' and ')} …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const attempt = () => run(onPath('apt-get'), ['install', '-y', '--no-install-recommends', ...packages], { env, show: false, timeout: 900 });
	if ((await attempt()).code === 0) { return; }
	// A bare machine has no package lists yet.
	await run(onPath('apt-get'), ['update'], { env, show: false, timeout: 300 });
	await attempt();
}

const described = { [PACKAGES[0]]: 'Chromium (package chromium)', [PACKAGES[1]]: 'a font with Arabic, Hebrew and Urdu letters (package fonts-noto-core)' };

/** True where fontconfig knows a font for the languages of the samples; other systems bring theirs. */
function hasFonts() {
	if (process.platform !== 'linux') { return true; }
	const list = onPath('fc-list');
	if (list === undefined) { return false; }
	return ['ar', 'he', 'ur', 'fa'].every(language => spawnSync(list, [`:lang=${language}`, 'family'], { encoding: 'utf8' }).stdout.trim() !== '');
}
