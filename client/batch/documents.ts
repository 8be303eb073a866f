import * as vscode from 'vscode';

const SCHEME = 'warraq-batch';
/** Lines that begin with + and - have the colours of a diff, long ones are wrapped. */
const LANGUAGE = 'warraq-report';

/** Shows what the server says of a batch as a text that nobody can edit; the last one of each name counts. */
export class BatchDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #changes = new vscode.EventEmitter<vscode.Uri>();
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
	readonly onDidChange = this.#changes.event;

	provideTextDocumentContent({ path }: vscode.Uri): string { return this.#texts.get(path) ?? ''; }

	async show(name: string, text: string): Promise<void> {
		const uri = vscode.Uri.from({ scheme: SCHEME, path: name });
		this.#texts.set(uri.path, text);
		this.#changes.fire(uri);
		const document = await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), LANGUAGE);
		await vscode.window.showTextDocument(document, { preview: false });
	}

	dispose(): void { vscode.Disposable.from(this.#registration, this.#changes).dispose(); }
}
