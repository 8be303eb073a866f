import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { STAGE, vsixFile } from '../../../scripts/package.mjs';
import { launchBrowser } from '../../../scripts/vscode/browser.mjs';
import { installCodeServer } from '../../../scripts/vscode/code-server.mjs';
import { installExtension, prepareProfile, quietSettings, startServer } from '../../../scripts/vscode/server.mjs';
import { developIn, overHttp } from '../../../scripts/vscode/web-host.mjs';

/** The embedded VS Code with the packaged extension, and a browser; one of each kind for all suites. */
export interface Host {
	/** Address of the window of a folder, which is absolute. */
	readonly address: (folder: string) => string;
	readonly browser: Browser;
	/** Removed at the end. */
	readonly temp: string;
	/** To be called with a context before its first page. */
	readonly prepare: (context: BrowserContext) => Promise<void>;
}

/** Where the extension runs: installed, in Node; or its packaged files over http, in a web worker, as on vscode.dev. */
export type HostKind = 'node' | 'web';

const starting = new Map<HostKind, Promise<Host>>();
const closing: (() => Promise<unknown>)[] = [];

/** Starts the host at the first call. */
export function host(kind: HostKind = 'node'): Promise<Host> {
	const running = starting.get(kind) ?? start(kind);
	starting.set(kind, running);
	return running;
}

async function start(kind: HostKind): Promise<Host> {
	const vsix = process.env['WARRAQ_VSIX'] ?? vsixFile();
	assert.ok(existsSync(vsix) && existsSync(STAGE), `${vsix} is missing; run npm run package`);
	const entry = await installCodeServer(console.log);
	const temp = mkdtempSync(path.join(tmpdir(), 'warraq-ui-'));
	closing.push(() => Promise.resolve(rmSync(temp, { recursive: true, force: true, maxRetries: 5 })));
	const profile = { userData: path.join(temp, 'data'), extensions: path.join(temp, 'extensions') };
	prepareProfile(profile, settings);
	addArabic(profile.userData, temp);
	if (kind === 'node') { await installExtension(entry, profile, vsix); }
	const server = await startServer(entry, profile, { env: { ...process.env, WARRAQ_OFFLINE: '1' }, remove: [temp] });
	closing.push(server.stop);
	const browserFiles = path.join(temp, 'browser');
	mkdirSync(browserFiles);
	const browser = await launchBrowser(browserFiles);
	closing.push(() => browser.close());
	if (kind === 'node') { return { address: server.address, browser, temp, prepare: () => Promise.resolve() }; }
	const { options, close } = await overHttp([STAGE]);
	closing.push(close);
	return { address: server.address, browser, temp, prepare: context => developIn(context, options) };
}

/** The user settings of every window; a suite sets its own in its folder. */
const settings = {
	...quietSettings,
	'editor.accessibilitySupport': 'off',
	'editor.cursorBlinking': 'solid',
	'files.autoSave': 'off',
	'files.simpleDialog.enable': true,
	'window.confirmBeforeClose': 'never',
	'workbench.list.smoothScrolling': false,
	'workbench.reduceMotion': 'on',
};

/** A language pack without texts, as VS Code notes the installed ones: its own words stay English, extensions speak Arabic in a browser that asks for it. */
function addArabic(userData: string, temp: string): void {
	const translations = path.join(temp, 'arabic.i18n.json');
	writeFileSync(translations, '{ "version": "1.0.0", "contents": {} }');
	const pack = { hash: 'ar', label: 'العربية', extensions: [{ extensionIdentifier: { id: 'warraq.language-pack-ar' }, version: '1.0.0' }], translations: { vscode: translations } };
	// Without this file it is English whatever a browser asks for.
	writeFileSync(path.join(userData, 'User', 'argv.json'), '{}');
	writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ ar: pack }));
}

/** Writes files in a folder of their own below the host's; their names may hold folders. */
export function makeFolder({ temp }: Host, name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
	const folder = path.join(mkdtempSync(path.join(temp, 'folder-')), name);
	for (const [name, content] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	return folder;
}

/** Ends the host; suites need not, it ends behind the last of them. */
export async function stopHost(): Promise<void> {
	for (const close of closing.splice(0).reverse()) { await close(); }
	starting.clear();
}

// A hook of the root suite: this module is first loaded while Mocha reads the files, outside any suite. The pictures are taken without Mocha.
if ('suiteTeardown' in globalThis) { suiteTeardown(stopHost); }
