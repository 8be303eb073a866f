import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Refusal, at, isMain, node24, onPath, runMain } from './project.mjs';
import { run } from './run.mjs';

/** Holds the hash of the package-lock.json that node_modules was made from. */
const STAMP = at('node_modules/.warraq-lock');

/**
 * Installs the npm packages where they are missing or differ from package-lock.json. Runs on Node 20 without any package.
 * @param {(line: string) => void} log
 * @throws {Refusal} where npm cannot do it; the message tells the next step.
 */
export async function installPackages(log = console.log) {
	refuseOldNode();
	const lock = hashOf(at('package-lock.json'));
	if (!isInstalled(lock)) {
		log('Installing npm packages (about 20 seconds) …');
		const npm = npmCommand();
		const { code, output } = await run(npm.command, [...npm.args, 'ci', '--no-audit', '--no-fund'], { show: false, timeout: 900 });
		if (code !== 0) { throw new Refusal(explain(output)); }
		writeFileSync(STAMP, lock);
	}
	await ensureNode24(log);
}

function refuseOldNode() {
	const [major] = process.versions.node.split('.').map(Number);
	if (major < 20) { throw new Refusal(`Warraq needs Node 20 or newer, and this is ${process.versions.node}: install it from nodejs.org or with your package manager, then run the command again.`); }
}

const hashOf = file => createHash('sha256').update(readFileSync(file)).digest('hex');

function isInstalled(lock) {
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) { return true; }
	if (!matchesLock()) { return false; }
	// Somebody ran npm by hand: the packages are right, only the stamp is missing.
	writeFileSync(STAMP, lock);
	return true;
}

/** Whether what npm noted in node_modules is what package-lock.json asks for; packages for other systems may be absent. */
function matchesLock() {
	const noted = at('node_modules/.package-lock.json');
	if (!existsSync(noted)) { return false; }
	const { packages } = JSON.parse(readFileSync(noted, 'utf8'));
	return Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages)
		.filter(([folder, { optional }]) => folder !== '' && optional !== true)
		.every(([folder, { version }]) => packages[folder]?.version === version && existsSync(at(folder, 'package.json')));
}

/** npm as JavaScript where npm has started us, else the program on PATH. */
export function npmCommand() {
	const script = process.env.npm_execpath;
	if (script?.endsWith('npm-cli.js') && existsSync(script)) { return { command: process.execPath, args: [script] }; }
	const npm = onPath('npm');
	if (npm === undefined) { throw new Refusal('npm is not on PATH: install it (it comes with Node from nodejs.org; Debian: apt-get install npm), then run the command again.'); }
	return { command: npm, args: [] };
}

const reasons = [
	[/^(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT)$/u, 'npm cannot reach its registry: check the network and the proxy settings'],
	[/^(?:E401|E403)$/u, 'The npm registry refuses access: check the registry settings of npm (npm config list)'],
	[/^(?:E404|ETARGET)$/u, 'The npm registry does not have a package this project needs: check the registry settings of npm (npm config list)'],
	[/^E5\d\d$/u, 'The npm registry has a fault of its own: wait a moment'],
	[/^EINTEGRITY$/u, 'A package came damaged: run “npm cache verify”'],
	[/^(?:EACCES|EPERM|EROFS)$/u, 'npm may not write here: make the folder writable for this user'],
	[/^ENOSPC$/u, 'The disk is full: free about 400 MB'],
	[/^EUSAGE$/u, 'package.json and package-lock.json disagree: run “npm install”'],
];

/** One sentence for a failed npm, by the code npm prints, with npm's own last lines above it. */
export function explain(output) {
	const code = /^npm (?:error|ERR!) code (\S+)/mu.exec(output)?.[1] ?? '';
	const reason = reasons.find(([pattern]) => pattern.test(code))?.[1] ?? 'npm could not install the packages: read its message above';
	const tail = output.split('\n').filter(line => /^npm (?:error|ERR!) (?! )/u.test(line)).slice(0, 12).join('\n');
	return `${tail}${tail === '' ? '' : '\n'}${reason}, then run the command again.`;
}

/**
 * The `node` package fetches its program in an install script; npm may be set to ignore those, then it is run here.
 */
async function ensureNode24(log) {
	if (runs(node24())) { return; }
	log('Fetching Node 24 …');
	const npm = npmCommand();
	await run(npm.command, [...npm.args, 'rebuild', 'node', 'esbuild', '--ignore-scripts=false', '--foreground-scripts'], { show: false, timeout: 600 });
	if (!runs(node24())) {
		throw new Refusal('The npm package “node” has not brought its program, Node 24: run “npm rebuild node --ignore-scripts=false --foreground-scripts” and read what it says, then run the command again.');
	}
}

const runs = program => existsSync(program) && spawnSync(program, ['--version']).status === 0;

if (isMain(import.meta.url)) { await runMain(() => installPackages()); }
