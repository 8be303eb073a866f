// @ts-check
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.mjs': 'text/javascript', '.png': 'image/png', '.svg': 'image/svg+xml' };

/** In front of every path; VS Code cannot do without a path. */
export const FILES = '/files';

/**
 * Serves a folder on the loopback address, to read, as vscode.dev serves an extension's files.
 * @param {string} folder
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function serveFiles(folder) {
	const root = realpathSync(folder);
	const server = createServer(({ method, url }, response) => {
		const file = method === 'GET' || method === 'HEAD' ? inside(root, url ?? '/') : undefined;
		// The page, its frames and its workers are of other origins.
		const headers = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'no-store' };
		if (file === undefined) { response.writeHead(404, headers).end(); return; }
		response.writeHead(200, { ...headers, 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' });
		if (method === 'HEAD') { response.end(); } else { createReadStream(file).pipe(response); }
	});
	await new Promise(resolve => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		port,
		close: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => resolve()); }),
	};
}

/** The file an address names, if it is in the folder. @param {string} root @param {string} url @returns {string | undefined} */
function inside(root, url) {
	try {
		const { pathname } = new URL(url, 'http://127.0.0.1');
		if (!pathname.startsWith(`${FILES}/`)) { return undefined; }
		const file = realpathSync(path.join(root, decodeURIComponent(pathname.slice(FILES.length))));
		return file.startsWith(root + path.sep) && statSync(file).isFile() ? file : undefined;
	} catch { return undefined; }
}
