import type { ExtensionContext } from 'vscode';
import { activateIn, type WarraqApi } from './extension.ts';
import type { Host } from './host.ts';

const host: Host = {
	startServer: async (context, log) => (await import('./server.browser.ts')).startServer(context, log),
	userName: () => Promise.resolve(''),
	readStart: () => Promise.resolve(undefined),
};

export const activate = (context: ExtensionContext): Promise<WarraqApi> => activateIn(context, host);
export { deactivate } from './extension.ts';
