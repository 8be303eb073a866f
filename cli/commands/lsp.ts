import type { Host } from '../host.ts';

/** `warraq lsp --stdio`: hands the process over to the language server, which is a bundle of its own. */
export async function lsp(host: Host): Promise<void> {
	// The connection reads the transport from the arguments; editors that leave it out mean this one.
	if (!process.argv.includes('--stdio')) { process.argv.push('--stdio'); }
	const server = host.entry.pathname.endsWith('.ts') ? '../server/node-main.ts' : './server.js';
	await import(new URL(server, host.entry).href);
}
