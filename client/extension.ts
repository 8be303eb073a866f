import * as vscode from 'vscode';
import type { Status } from '#contract/server-api.ts';
import { allCommandIds } from './commands/ids.ts';
import { Declined } from './detection/declined.ts';
import { Detector } from './detection/detector.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

/** What the extension gives to others, and to its own tests. */
export interface WarraqApi {
	/** `idle` until the first dump is seen. */
	readonly server: 'idle' | 'starting' | 'running' | 'stopped';
	/** The server's last word on an open dump; undefined until there is one. */
	statusOf(uri: vscode.Uri): Status | undefined;
	/** True for a dump that VS Code shows to no extension, once the user has been told. */
	isTooLarge(uri: vscode.Uri): boolean;
	/** What the view of all problems shows; undefined until the first dump is seen. */
	readonly problems: vscode.TreeDataProvider<unknown> | undefined;
}

let running: Promise<Session> | undefined;

/**
 * Notices dumps and waits: all that is larger (language client, status, preview) is loaded and started by the first
 * dump, a preview of the last window, or a command. What is imported here runs in every folder with plain text, and stays small.
 */
export async function activateIn(context: vscode.ExtensionContext, host: Host): Promise<WarraqApi> {
	const log = vscode.window.createOutputChannel('Warraq', { log: true });
	const detector = new Detector(new Declined(context.workspaceState), log);
	let session: Session | undefined;
	const start = (): Promise<Session> => running ??= import('./session.ts').then(({ startSession }) => {
		placeholders.dispose();
		session = startSession({ context, host, detector, log });
		return session;
	});
	const placeholders = vscode.Disposable.from(vscode.window.registerTreeDataProvider('warraq.problems', emptyTree), ...allCommandIds.map(id =>
		vscode.commands.registerCommand(id, async (...args: unknown[]): Promise<unknown> => {
			await start();
			return vscode.commands.executeCommand(id, ...args);
		})));
	context.subscriptions.push(log, detector, placeholders, watchForLargeFiles(start), detector.onDump(() => { void start(); }));
	detector.begin();
	// A page of the last window waits for whoever brings it back.
	if (hasPreview()) { await start(); }
	return {
		get server() { return session?.serverState ?? 'idle'; },
		statusOf: uri => session?.statusOf(uri),
		isTooLarge: uri => session?.largeFiles.has(uri) ?? false,
		get problems() { return session?.problems; },
	};
}

/** Stands in for the tree of problems while there are no dumps. */
const emptyTree: vscode.TreeDataProvider<never> = { getChildren: () => [], getTreeItem: node => node };

export async function deactivate(): Promise<void> {
	const session = await running;
	running = undefined;
	await session?.stop();
}

const hasPreview = (): boolean => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('warraq.preview')));

/** VS Code shows a file that is too large for extensions without telling them of a document: only its tab is seen. */
function watchForLargeFiles(start: () => Promise<Session>): vscode.Disposable {
	const look = async (): Promise<void> => {
		const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		if (!(input instanceof vscode.TabInputText) || isOpen(input.uri)) { return; }
		const { mayBeTooLarge } = await import('./status/large-files.ts');
		if (await mayBeTooLarge(input.uri)) { (await start()).largeFiles.look(input.uri); }
	};
	void look();
	return vscode.window.tabGroups.onDidChangeTabs(() => { void look(); });
}

const isOpen = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
