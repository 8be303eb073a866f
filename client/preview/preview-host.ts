import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import * as z from 'zod/mini';
import { clientApi } from '#contract/server-api.ts';
import { previewSaved } from '#contract/preview.ts';
import { DUMP_LANGUAGE } from '../dump.ts';
import { PREVIEW_TYPE, PreviewPanel, webviewOptions, type PanelDependencies } from './panel.ts';
import { openDump, ServerArticles } from './server-articles.ts';
import { PREVIEW_SECTION, readSettings } from './settings.ts';
import { saveAsHtml } from './save-html.ts';

export interface PreviewDependencies {
	readonly context: vscode.ExtensionContext;
	/** The running client. @throws where the server cannot be started */
	client(): Promise<BaseLanguageClient>;
	readonly log: vscode.LogOutputChannel;
}

/** The previews of a window, their commands, and what brings them back after a reload. */
export function registerPreview(dependencies: PreviewDependencies): vscode.Disposable {
	const previews = new Previews(dependencies);
	const command = (id: string, run: (...args: readonly unknown[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(id, run);
	return vscode.Disposable.from(
		previews,
		command('warraq.showPreview', (resource, index) => previews.show(resource, vscode.ViewColumn.Active, index)),
		command('warraq.showPreviewToSide', (resource, index) => previews.show(resource, vscode.ViewColumn.Beside, index)),
		command('warraq.togglePreviewLock', () => { previews.active?.toggleLock(); }),
		command('warraq.togglePreviewXray', () => { previews.active?.run('toggleXray'); }),
		command('warraq.savePreviewAsHtml', resource => previews.save(resource)),
		vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, previews),
		vscode.window.onDidChangeActiveTextEditor(editor => { previews.follow(editor); }),
		// A file is recognised as a dump after it has become active: its language changes, which VS Code tells as an opening.
		vscode.workspace.onDidOpenTextDocument(document => { if (vscode.window.activeTextEditor?.document === document) { previews.follow(vscode.window.activeTextEditor); } }),
		vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => { for (const each of previews.all) { each.editorScrolled(textEditor); } }),
		vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { for (const each of previews.all) { each.caretMoved(textEditor); } }),
		vscode.workspace.onDidChangeConfiguration(change => { if (change.affectsConfiguration(PREVIEW_SECTION)) { for (const each of previews.all) { each.settingsChanged(); } } }),
	);
}

class Previews implements vscode.WebviewPanelSerializer, vscode.Disposable {
	readonly #dependencies: PreviewDependencies;
	readonly #articles: ServerArticles;
	readonly #panels = new Set<PreviewPanel>();
	#heard: BaseLanguageClient | undefined;
	readonly #hearing: vscode.Disposable[] = [];

	constructor(dependencies: PreviewDependencies) {
		this.#dependencies = dependencies;
		this.#articles = new ServerArticles(() => this.#client());
	}

	get all(): Iterable<PreviewPanel> { return this.#panels; }

	/** The preview the reader is in, else the one that is seen, else the one that follows. */
	get active(): PreviewPanel | undefined {
		const panels = [...this.#panels];
		return panels.find(({ panel }) => panel.active) ?? panels.find(({ panel }) => panel.visible) ?? panels.find(({ isLocked }) => !isLocked);
	}

	/**
	 * @param resource the dump, as a menu (Uri) or a code lens (text) names it; the active one where it is missing
	 * @param index of the article to begin with
	 */
	async show(resource: unknown, column: vscode.ViewColumn, index: unknown): Promise<void> {
		const uri = asUri(resource) ?? this.#activeDump();
		if (uri === undefined) {
			void vscode.window.showInformationMessage(vscode.l10n.t('Open a dump first; then its preview can be shown.'));
			return;
		}
		const document = await openDump(uri.toString());
		const preview = this.#following(document.uri.toString(), column);
		if (typeof index === 'number') {
			const { lines } = await this.#articles.sizes(preview.uri);
			preview.goTo(lines.slice(0, index).reduce((sum, count) => sum + count, 0));
		}
	}

	/** The preview that follows the active dump, in sight; a new one where there is none. */
	#following(uri: string, column: vscode.ViewColumn): PreviewPanel {
		const following = [...this.#panels].find(({ isLocked }) => !isLocked);
		if (following !== undefined) {
			following.show(uri);
			following.panel.reveal(column === vscode.ViewColumn.Beside ? following.panel.viewColumn : column, true);
			return following;
		}
		const panel = vscode.window.createWebviewPanel(PREVIEW_TYPE, '', { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside }, webviewOptions(this.#dependencies.context.extensionUri));
		return this.#add(panel, uri, false);
	}

	/** The active preview as its reader has set it; without one, a dump as the settings have it. */
	async save(resource: unknown): Promise<void> {
		const preview = this.active;
		if (asUri(resource) === undefined && preview !== undefined && preview.panel.visible) { preview.run('save'); return; }
		const uri = asUri(resource) ?? this.#activeDump();
		if (uri !== undefined) {
			await saveAsHtml({ extensionUri: this.#dependencies.context.extensionUri, articles: this.#articles, uri, isXray: false, typography: readSettings(uri).typography });
		}
	}

	follow(editor: vscode.TextEditor | undefined): void {
		if (editor?.document.languageId !== DUMP_LANGUAGE) { return; }
		for (const preview of this.#panels) {
			if (!preview.isLocked) { preview.show(editor.document.uri.toString()); }
			preview.caretMoved(editor);
		}
	}

	/** A page of an earlier window; what it has kept came from outside and is read like any message. */
	deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const saved = z.safeParse(previewSaved, state);
		this.#add(panel, saved.success ? saved.data.uri : this.#activeDump()?.toString() ?? '', saved.success && saved.data.isLocked);
		return Promise.resolve();
	}

	dispose(): void {
		for (const preview of this.#panels) { preview.dispose(); }
		for (const hearing of this.#hearing) { hearing.dispose(); }
	}

	#activeDump(): vscode.Uri | undefined {
		const { activeTextEditor, visibleTextEditors } = vscode.window;
		const editors = [...(activeTextEditor === undefined ? [] : [activeTextEditor]), ...visibleTextEditors];
		return (editors.find(({ document }) => document.languageId === DUMP_LANGUAGE) ?? activeTextEditor)?.document.uri;
	}

	#add(panel: vscode.WebviewPanel, uri: string, isLocked: boolean): PreviewPanel {
		const dependencies: PanelDependencies = { extensionUri: this.#dependencies.context.extensionUri, articles: this.#articles, log: this.#dependencies.log };
		const preview = new PreviewPanel(panel, uri, isLocked, dependencies);
		this.#panels.add(preview);
		panel.onDidDispose(() => {
			this.#panels.delete(preview);
			preview.dispose();
		});
		return preview;
	}

	/** The client, whose news of changed articles goes to every preview. */
	async #client(): Promise<BaseLanguageClient> {
		const client = await this.#dependencies.client();
		if (client === this.#heard) { return client; }
		this.#heard = client;
		this.#hearing.push(
			client.onNotification(clientApi.articlesChanged.method, (raw: unknown) => {
				const change = z.safeParse(clientApi.articlesChanged.params, raw);
				if (!change.success) { this.#dependencies.log.error(change.error); return; }
				for (const preview of this.#panels) { preview.changed(change.data); }
			}),
			// A server that was started again counts anew.
			client.onDidChangeState(({ newState }) => { if (newState === State.Running) { for (const preview of this.#panels) { preview.resync(); } } }),
		);
		return client;
	}
}

/** A menu over a preview names the preview's own tab, which is no document. */
function asUri(resource: unknown): vscode.Uri | undefined {
	if (typeof resource === 'string' && /^[a-z][\w+.-]*:/iu.test(resource)) { return vscode.Uri.parse(resource); }
	return resource instanceof vscode.Uri && resource.scheme !== 'webview-panel' ? resource : undefined;
}
