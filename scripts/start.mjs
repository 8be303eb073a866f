// Plain JavaScript for Node 20, with nothing but Node's own modules until the packages are installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './install.mjs';
import { at, isMain, onPath, Refusal } from './project.mjs';
import { run } from './run.mjs';
import { installCodeServer } from './vscode/code-server.mjs';
import { findDesktop } from './vscode/desktop.mjs';
import { atEnd, endAll, endOnSignals } from './vscode/ending.mjs';
import { installExtension, isFree, portTaken, prepareProfile, quietSettings, startServer } from './vscode/server.mjs';

/** Tried first, so that a browser finds its settings of the last time again. */
const PORT = 8370;

const usage = `npm start [-- FOLDER] [-- OPTIONS]

Opens FOLDER (default: the samples) in VS Code with this project's extension, in a profile of its own.

  --embedded       the VS Code that runs in the browser, even where a desktop VS Code is installed
  --port NUMBER    the port of the embedded VS Code (default: ${PORT}, or a free one)
  --no-open        print the address only
  --profile DIR    where its settings and extensions are kept (default: .vscode-test/profile)

WARRAQ_VSCODE names a desktop VS Code that is not on the PATH; WARRAQ_VSCODE=embedded is --embedded.`;

/**
 * Builds the extension and opens a folder with it.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 * @throws {Refusal} for what the user can mend
 */
export async function start(args) {
	const options = readOptions(args);
	if (options === undefined) {
		console.log(usage);
		return 0;
	}
	const { folder, port, profile, isEmbedded, isOpened } = options;
	if (port !== undefined && port !== 0 && !(await isFree(port))) { throw portTaken(port); }
	await installPackages(console.log);
	const desktop = isEmbedded ? undefined : findDesktop();
	const vsix = await buildExtension();
	const kind = desktop === undefined ? 'embedded' : 'desktop';
	const folders = { userData: path.join(profile, kind, 'data'), extensions: path.join(profile, kind, 'extensions') };
	prepareProfile(folders, { ...quietSettings, 'git.enabled': true, 'git.openRepositoryInParentFolders': 'never' });
	return desktop === undefined ? openEmbedded(folder, folders, vsix, port, isOpened) : openDesktop(desktop, folder, folders, vsix);
}

/** @returns what was asked for, or undefined for the usage */
function readOptions(args) {
	let parsed;
	try {
		parsed = parseArgs({
			args: args.filter(arg => arg !== '--'), allowPositionals: true,
			options: { help: { type: 'boolean', short: 'h' }, embedded: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string' }, profile: { type: 'string' } },
		});
	} catch (error) {
		throw new Refusal(`${String(error.message).split('. ')[0]}; “npm start -- --help” lists what there is.`);
	}
	const { values, positionals } = parsed;
	if (values.help) { return undefined; }
	if (positionals.length > 1) { throw new Refusal(`One folder can be opened at a time; you gave ${positionals.length}.`); }
	// npm runs scripts in the project's folder; a relative path is meant from where the command was typed.
	const from = process.env.INIT_CWD ?? process.cwd();
	const folder = positionals[0] === undefined ? at('samples') : path.resolve(from, positionals[0]);
	if (!existsSync(folder)) { throw new Refusal(`There is no folder ${folder}; check its name.`); }
	if (!statSync(folder).isDirectory()) { throw new Refusal(`${folder} is a file; give the folder it is in.`); }
	const port = values.port === undefined ? undefined : Number(values.port);
	if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) { throw new Refusal(`${values.port} is no port; choose a number from 1024 to 65535.`); }
	return {
		folder, port, profile: values.profile === undefined ? at('.vscode-test/profile') : path.resolve(from, values.profile),
		isEmbedded: values.embedded === true || port !== undefined, isOpened: values['no-open'] !== true,
	};
}

/** Builds and packages. @returns {Promise<string>} the .vsix */
async function buildExtension() {
	return step('Building the extension', async () => {
		// A process of its own keeps what the packager prints for the case that something is wrong.
		const { code, output } = await run(process.execPath, [at('scripts/package.mjs')], { show: false, timeout: 300 });
		if (code !== 0) { throw new Refusal(`${output.trim()}\nThe extension could not be built; correct what is named above, then try again.`); }
		// Late: it needs the packages that the first step installs.
		return (await import('./package.mjs')).vsixFile();
	});
}

async function openEmbedded(folder, folders, vsix, port, isOpened) {
	const entry = await installCodeServer(console.log);
	const server = await step('Starting VS Code', async () => {
		await installExtension(entry, folders, vsix);
		return startServer(entry, folders, { port: port ?? await preferred(PORT) });
	});
	atEnd(server.stop);
	const address = server.address(folder);
	console.log(`\nVS Code is open at\n\n  ${address}\n\nCtrl+C ends it.`);
	if (isOpened) { openBrowser(address); }
	const code = await server.exited;
	if (code !== 0) { throw new Refusal(`The embedded VS Code ended by itself; start it again. It said:\n${server.log().trim().split('\n').slice(-5).join('\n')}`); }
	return 0;
}

async function openDesktop({ command }, folder, { userData, extensions }, vsix) {
	const profile = ['--user-data-dir', userData, '--extensions-dir', extensions];
	const code = args => runCode(command, [...profile, ...args]);
	await step('Opening VS Code', async () => {
		const installed = await code(['--install-extension', vsix, '--force']);
		if (installed.code !== 0) { throw new Refusal(`VS Code did not accept the extension; --embedded opens the one in the browser. It said:\n${installed.output.trim()}`); }
		// The window outlives this command: it is the user's to close.
		const opened = await code(['--new-window', folder]);
		if (opened.code !== 0) { throw new Refusal(`VS Code could not be opened; --embedded opens the one in the browser. It said:\n${opened.output.trim()}`); }
	});
	console.log(`\n${folder} is open in VS Code.`);
	return 0;
}

/** The command line of VS Code, which on Windows is a batch file that only a shell can run. */
async function runCode(command, args) {
	if (process.platform !== 'win32') { return run(command, args, { show: false, timeout: 120 }); }
	const { status, stdout, stderr } = spawnSync(`"${command}"`, args.map(arg => `"${arg}"`), { shell: true, encoding: 'utf8' });
	return { code: status ?? 1, output: stdout + stderr };
}

/** A program that opens an address, where there is a display to open it on. */
function openBrowser(address) {
	const { platform, env } = process;
	if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) { return; }
	const command = platform === 'darwin' ? 'open' : onPath('xdg-open');
	if (command === undefined) { return; }
	const child = spawn(command, [address], { stdio: 'ignore', detached: true });
	child.once('error', () => console.log('No browser could be opened; open the address yourself.'));
	child.unref();
}

/** The port if it is free, else 0, which takes any. */
const preferred = async port => await isFree(port) ? port : 0;

/** Does something that may take a while, and says so. */
async function step(title, work) {
	const started = performance.now();
	const result = await work();
	const seconds = (performance.now() - started) / 1000;
	if (seconds >= 0.5) { console.log(`${title}: done (${seconds.toFixed(1)} s)`); }
	return result;
}

if (isMain(import.meta.url)) {
	endOnSignals(() => console.log('\nEnding …'));
	const code = await start(process.argv.slice(2)).catch(error => {
		console.error(error instanceof Refusal ? error.message : error);
		return 2;
	});
	await endAll();
	process.exit(code);
}
