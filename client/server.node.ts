import { fork } from 'node:child_process';
import type { MessageTransports } from 'vscode-languageclient';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import type * as vscode from 'vscode';

/** Milliseconds a server that was told to end may take. */
const GRACE = 2000;

/** Starts the server in a process of its own. */
export function startServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): MessageTransports {
	const server = fork(context.asAbsolutePath('dist/server.js'), ['--node-ipc', `--clientProcessId=${process.pid}`], {
		// In the desktop VS Code this process is Electron, which runs as Node only where it is told so.
		env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
		// A debugger's options are those of the extension host, and its port is taken.
		execArgv: [], silent: true,
	});
	server.stdout?.on('data', (data: Buffer) => { log.info(String(data)); });
	server.stderr?.on('data', (data: Buffer) => { log.error(String(data)); });
	server.once('disconnect', () => { setTimeout(() => { server.kill(); }, GRACE).unref(); });
	return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
}
