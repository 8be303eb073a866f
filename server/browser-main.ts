import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { readFileOfClient } from './client-files.ts';
import { startServer } from './server.ts';

// The global scope of the worker is the port; its type belongs to the DOM, which this project does not know.
const scope = globalThis as never;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, {
	readFile: readFileOfClient(connection),
	today() {
		const now = new Date();
		return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
	},
	now: () => performance.now(),
	// A timer is held back to 4 ms by browsers once it is nested; a message is not.
	pause: () => new Promise(resolve => {
		const { port1, port2 } = new MessageChannel();
		port1.addEventListener('message', () => { port1.close(); resolve(); });
		port1.start();
		port2.postMessage(undefined);
	}),
	async contentHash(text) {
		// Only secure contexts have it, as vscode.dev is one; a plain http page is not.
		const { subtle } = globalThis.crypto as { readonly subtle: typeof globalThis.crypto.subtle | undefined };
		if (subtle === undefined) { return undefined; }
		const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
		return [...digest.subarray(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
	},
	watch: undefined,
	files: undefined,
});
