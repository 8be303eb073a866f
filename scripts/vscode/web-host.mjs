// @ts-check
// The web worker extension host of the embedded VS Code, as on vscode.dev.
import path from 'node:path';
import { FILES, serveFiles } from './files.mjs';
import { Refusal } from '../project.mjs';

/**
 * An extension whose files come over http runs in the web worker, as on vscode.dev. (One of the server's file system would
 * too, with the setting `remote.extensionKind`, but VS Code lets it start no worker of its own.)
 * @param {readonly string[]} developed folders of extensions
 * @param {string} [tests] the script whose `run` is called in the extension host, in one of these folders
 * @returns {Promise<{ options: Record<string, unknown>, close: () => Promise<unknown> }>} options for {@link developIn}; the files are served until they are closed
 */
export async function overHttp(developed, tests) {
	const served = await Promise.all(developed.map(async folder => ({ folder, ...await serveFiles(folder) })));
	const close = () => Promise.all(served.map(each => each.close()));
	const uri = (/** @type {number} */ port, /** @type {string} */ file) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: `${FILES}${file.split(path.sep).join('/')}` });
	const extensions = served.map(({ port }) => uri(port, ''));
	if (tests === undefined) { return { options: { extensions }, close }; }
	const found = served.find(({ folder }) => tests.startsWith(folder + path.sep));
	if (found === undefined) { throw new Refusal(`${tests} is outside the extension; the web worker host can only load what is in it.`); }
	return { options: { extensions, extensionTestsPath: uri(found.port, tests.slice(found.folder.length)) }, close };
}

/**
 * Changes the development options of the pages that a window or a whole browser context opens, and lets page and web worker
 * host load from the loopback address.
 * @param {import('playwright-core').Page | import('playwright-core').BrowserContext} target
 * @param {Record<string, unknown>} options
 */
export async function developIn(target, options) {
	const json = JSON.stringify(options).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
	await target.route(url => url.pathname === '/', route => answer(route, html => html.replace(/(?<=&quot;developmentOptions&quot;:)\{[^}]*\}/, () => json)));
	if ('extensions' in options) { await target.route(url => url.pathname.endsWith('/webWorkerExtensionHostIframe.html'), route => answer(route, html => html)); }
}

/**
 * Passes a page on, changed, with leave to load from the loopback address what its policy lets it load from https only.
 * @param {import('playwright-core').Route} route
 * @param {(html: string) => string} change
 */
async function answer(route, change) {
	const response = await route.fetch();
	const headers = response.headers();
	const open = (/** @type {string} */ policy) => policy.replace(/\b(connect|script|worker)-src /g, '$1-src http://127.0.0.1:* ');
	const html = change(await response.text()).replace(/<meta[^>]+Content-Security-Policy[^>]+>/, open);
	await route.fulfill({ response, body: html, headers: { ...headers, 'content-security-policy': open(headers['content-security-policy'] ?? '') } });
}
