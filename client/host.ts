import type { MessageTransports } from 'vscode-languageclient';
import type * as vscode from 'vscode';

/** What differs between the extension host in Node and the one in a web worker; the entry files make it. */
export interface Host {
	/** Starts a server in a process or worker of its own. What the server prints goes to the log. */
	startServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<MessageTransports>;
	/** The user's name on the machine; empty where nobody knows it. */
	userName(): Promise<string>;
	/** At most the first `length` bytes of a file, without reading the rest; undefined where the host cannot do that. */
	readStart(uri: vscode.Uri, length: number): Promise<Uint8Array | undefined>;
}
