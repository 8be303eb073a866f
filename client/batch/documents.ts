import * as vscode from 'vscode';

const SCHEME = 'warraq-batch';

/** Shows what the server says of a batch as a text that nobody can edit; the last one of each name counts. */
export class BatchDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #changes = new vscode.EventEmitter<vscode.Uri>();
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
	readonly onDidChange = this.#changes.event;

	provideTextDocumentContent({ path }: vscode.Uri): string { return this.#texts.get(path) ?? ''; }

	/** @param name of the document; its ending decides about colours */
	async show(name: string, text: string): Promise<void> {
		const uri = vscode.Uri.from({ scheme: SCHEME, path: name });
		this.#texts.set(uri.path, text);
		this.#changes.fire(uri);
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
	}

	dispose(): void { vscode.Disposable.from(this.#registration, this.#changes).dispose(); }
}
