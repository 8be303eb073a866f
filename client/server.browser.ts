import type { MessageTransports } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageserver-protocol/browser';
import * as vscode from 'vscode';

// One at a time: each start ends what is left of the one before.
let worker: Worker | undefined;

/** Starts the server in a worker of its own. */
export function startServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): MessageTransports {
	worker?.terminate();
	worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true));
	const reader = new Reader(worker);
	worker.addEventListener('error', ({ message }) => {
		log.error(`The language server failed: ${message}`);
		reader.end();
	});
	return { reader, writer: new BrowserMessageWriter(worker) };
}

/** Takes an error that nobody caught for the end of the server: a worker says no more when it is gone. */
class Reader extends BrowserMessageReader {
	end(): void { this.fireClose(); }
}
