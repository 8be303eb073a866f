import * as vscode from 'vscode';
import { headerOf, MAX_FIRST_LINE } from '../detection/first-line.ts';
import type { Host } from '../host.ts';

/** VS Code tells extensions nothing of a document with more UTF-16 units than this; a file of fewer bytes holds fewer units. */
const SYNC_LIMIT = 50 * 1024 * 1024;

/** True where a file can be over the limit: the question that costs nothing but a `stat`. */
export async function mayBeTooLarge(uri: vscode.Uri): Promise<boolean> {
	try {
		return (await vscode.workspace.fs.stat(uri)).size > SYNC_LIMIT;
	} catch {
		// The file is gone, or its file system cannot tell: nothing to say about it.
		return false;
	}
}

/** Milliseconds after which a document that VS Code has not announced is taken as one it will not announce. */
const PATIENCE = 3000;

/** Says once, in the status bar, that a dump is too large for extensions, and how to go on. */
export class LargeFiles implements vscode.Disposable {
	readonly #host: Host;
	readonly #log: vscode.LogOutputChannel;
	readonly #item = vscode.window.createStatusBarItem('warraq.large', vscode.StatusBarAlignment.Right, 90);
	readonly #dumps = new Map<string, boolean>();
	readonly #subscription: vscode.Disposable;

	constructor(host: Host, log: vscode.LogOutputChannel) {
		this.#host = host;
		this.#log = log;
		this.#item.name = vscode.l10n.t('Warraq: large dump');
		this.#item.text = `$(warning) ${vscode.l10n.t('Dump too large to check here')}`;
		this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
		this.#subscription = vscode.window.tabGroups.onDidChangeTabs(() => { this.#show(); });
	}

	/** To be called with a file over the limit that is shown without a document. */
	look(uri: vscode.Uri): void {
		if (this.#dumps.has(uri.toString())) { this.#show(); return; }
		setTimeout(() => { void this.#judge(uri); }, PATIENCE);
	}

	/** True for a dump of which it was said that it is too large. */
	has(uri: vscode.Uri): boolean { return this.#dumps.get(uri.toString()) === true; }

	dispose(): void { vscode.Disposable.from(this.#item, this.#subscription).dispose(); }

	async #judge(uri: vscode.Uri): Promise<void> {
		if (this.#dumps.has(uri.toString()) || vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())) { return; }
		const isDump = await this.#beginsWithHeader(uri);
		this.#dumps.set(uri.toString(), isDump);
		if (isDump) { this.#log.warn(sentence(uri)); }
		this.#show();
	}

	async #beginsWithHeader(uri: vscode.Uri): Promise<boolean> {
		const bytes = await this.#host.readStart(uri, MAX_FIRST_LINE * 2);
		// Where the start of a file cannot be read alone, its name has to do.
		if (bytes === undefined) { return uri.path.toLowerCase().endsWith('.dump'); }
		const line = new TextDecoder().decode(bytes).split(/[\r\n]/u, 1)[0] ?? '';
		return await headerOf(line.slice(0, MAX_FIRST_LINE)) !== undefined;
	}

	#show(): void {
		const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		if (!(input instanceof vscode.TabInputText) || this.#dumps.get(input.uri.toString()) !== true) { this.#item.hide(); return; }
		this.#item.tooltip = sentence(input.uri);
		this.#item.accessibilityInformation = { label: sentence(input.uri) };
		this.#item.command = { title: vscode.l10n.t('What to do'), command: 'warraq.showStatus', arguments: [input.uri.toString()] };
		this.#item.show();
	}
}

/** The command line that checks a file the editor cannot. */
export const checkCommand = (uri: vscode.Uri): string => `warraq check ${JSON.stringify(uri.fsPath)}`;

export const sentence = (uri: vscode.Uri): string =>
	vscode.l10n.t('VS Code shows files over 50 MB to no extension, so this dump is not checked here. Check it in a terminal: {0}', checkCommand(uri));
