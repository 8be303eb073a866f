import type { ExtensionContext } from 'vscode';
import { activateIn, type WarraqApi } from './extension.ts';
import type { Host } from './host.ts';

const host: Host = {
	startServer: async (context, log) => (await import('./server.node.ts')).startServer(context, log),
	async userName() {
		const { userInfo } = await import('node:os');
		try { return userInfo().username; } catch { return ''; }
	},
	async readStart(uri, length) {
		if (uri.scheme !== 'file') { return undefined; }
		const { open } = await import('node:fs/promises');
		const file = await open(uri.fsPath);
		try {
			const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(length), position: 0 });
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	},
};

export const activate = (context: ExtensionContext): Promise<WarraqApi> => activateIn(context, host);
export { deactivate } from './extension.ts';
