import * as vscode from 'vscode';
import { connect, type Link } from '#contract/channel.ts';
import type { ArticlesChanged } from '#contract/preview-article.ts';
import { previewHost, previewPage, type PreviewState, type Typography } from '#contract/preview.ts';
import { findIn } from '#core/features/find.ts';
import { editorsOf, scrollEditorTo, topLineOf } from './editor-place.ts';
import { newNonce, previewHtml, type PageSources } from './html.ts';
import { neighbourProblem } from './problems.ts';
import { saveAsHtml } from './save-html.ts';
import { ScrollSync } from './scroll-sync.ts';
import { openDump, type ServerArticles } from './server-articles.ts';
import { readSettings } from './settings.ts';

export const PREVIEW_TYPE = 'warraq.preview';
/** Matches a search brings at most. */
const MATCHES = 10_000;

export interface PanelDependencies {
	readonly extensionUri: vscode.Uri;
	readonly articles: ServerArticles;
	readonly log: vscode.LogOutputChannel;
}

/** What a page may load: the folder of the bundles, nothing else. */
export const webviewOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({ enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] });

/** One preview. The page is told nothing before it asks (`ready`), which it does again whenever it comes back into sight. */
export class PreviewPanel implements vscode.Disposable {
	readonly panel: vscode.WebviewPanel;
	readonly #dependencies: PanelDependencies;
	readonly #link: Link<typeof previewPage>;
	readonly #sync = new ScrollSync();
	#uri: string;
	#isLocked: boolean;
	#isReady = false;
	#wantedLine: number | undefined;
	/** States that are being made for the page. */
	#telling = 0;

	constructor(panel: vscode.WebviewPanel, uri: string, isLocked: boolean, dependencies: PanelDependencies) {
		this.panel = panel;
		this.#uri = uri;
		this.#isLocked = isLocked;
		this.#dependencies = dependencies;
		const { extensionUri, log } = dependencies;
		this.#link = connect({
			post: message => { void panel.webview.postMessage(message); },
			listen: receive => {
				const listening = panel.webview.onDidReceiveMessage(receive);
				return () => { listening.dispose(); };
			},
		}, previewHost, {
			ready: () => this.#ready(),
			articles: ({ first, last }) => dependencies.articles.articles(this.#uri, first, last),
			sizes: () => dependencies.articles.sizes(this.#uri),
			find: ({ query, isExact }) => this.#find(query, isExact),
			neighbourProblem: async ({ offset, direction }) => neighbourProblem(await openDump(this.#uri), offset, direction),
			applyFix: ({ version, rule, range, fix }) => this.#applyFix(version, rule, range, fix),
			reveal: ({ range }) => { this.#run(this.#reveal(range)); },
			scrolled: ({ line }) => { this.#scrolled(line); },
			openRule: ({ rule }) => { this.#run(vscode.commands.executeCommand('warraq.openRulePage', rule)); },
			setLocked: change => { this.#isLocked = change.isLocked; this.#name(); },
			save: ({ isXray, typography }) => { this.#run(this.#save(isXray, typography)); },
		}, previewPage, error => { log.error(error); });
		panel.onDidChangeViewState(() => { if (!panel.visible) { this.#isReady = false; } });
		panel.iconPath = new vscode.ThemeIcon('preview');
		this.#name();
		panel.webview.options = webviewOptions(extensionUri);
		const file = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
		panel.webview.html = previewHtml({ script: file('preview.js'), style: file('preview.css'), source: panel.webview.cspSource, nonce: newNonce(), ...pageLanguage() });
	}

	get uri(): string { return this.#uri; }
	get isLocked(): boolean { return this.#isLocked; }

	/** Shows another dump; a page that is hidden asks when it comes back. */
	show(uri: string): void {
		if (uri === this.#uri) { return; }
		this.#uri = uri;
		this.#wantedLine = undefined;
		this.#sync.reset();
		this.#name();
		this.resync();
	}

	/** Shows a line of the dump at the upper edge, now or when the page comes. */
	goTo(line: number): void {
		if (this.#isReady && this.#telling === 0) { this.#link.remote.scrollTo({ line }); } else { this.#wantedLine = line; }
	}

	/** Tells the page everything anew. */
	resync(): void {
		if (!this.#isReady) { return; }
		this.#telling++;
		this.#run(this.#state().then(state => { if (this.#isReady && state.uri === this.#uri) { this.#link.remote.show(state); } }).finally(() => { this.#telling--; }));
	}

	toggleLock(): void {
		this.#isLocked = !this.#isLocked;
		this.#name();
		if (this.#isReady) { this.#link.remote.locked({ isLocked: this.#isLocked }); }
	}

	run(command: 'toggleXray' | 'find' | 'save'): void {
		if (this.#isReady) { this.#link.remote.run({ command }); }
	}

	changed(change: ArticlesChanged): void {
		if (this.#isReady && change.uri === this.#uri) { this.#link.remote.changed(change); }
	}

	settingsChanged(): void {
		if (this.#isReady) { this.#link.remote.settings(readSettings(this.#resource)); }
	}

	editorScrolled(editor: vscode.TextEditor): void {
		if (!this.#isReady || editor.document.uri.toString() !== this.#uri || !readSettings(this.#resource).isSynchronised) { return; }
		const line = topLineOf(editor);
		if (line !== null && this.#sync.fromEditor(line, performance.now())) { this.#link.remote.scrollTo({ line }); }
	}

	caretMoved(editor: vscode.TextEditor): void {
		if (this.#isReady && editor.document.uri.toString() === this.#uri) { this.#link.remote.caret({ line: editor.selection.active.line }); }
	}

	dispose(): void {
		this.#isReady = false;
		this.#link.dispose();
		this.panel.dispose();
	}

	get #resource(): vscode.Uri | undefined { return this.#uri === '' ? undefined : vscode.Uri.parse(this.#uri); }

	async #ready(): Promise<PreviewState> {
		const state = await this.#state();
		this.#isReady = this.panel.visible;
		// What happened meanwhile was not told: the answer may be old already.
		if (state.uri !== this.#uri) { return this.#ready(); }
		return state;
	}

	async #state(): Promise<PreviewState> {
		const uri = this.#uri;
		const sizes = uri === '' ? { version: 0, lines: [], lengths: [] } : await this.#dependencies.articles.sizes(uri);
		const editor = uri === '' ? undefined : editorsOf(uri)[0];
		const settings = readSettings(this.#resource);
		const wanted = this.#wantedLine;
		this.#wantedLine = undefined;
		return {
			uri, name: nameOf(uri), isLocked: this.#isLocked, settings, sizes,
			topLine: wanted ?? (editor === undefined || !settings.isSynchronised ? null : topLineOf(editor)),
			caretLine: editor?.selection.active.line ?? null,
		};
	}

	async #find(query: string, isExact: boolean): Promise<{ version: number; starts: number[]; ends: number[]; isCut: boolean }> {
		const document = await openDump(this.#uri);
		const { ranges, isCut } = findIn(document.getText(), query, { isExact, limit: MATCHES });
		return { version: document.version, starts: ranges.map(({ start }) => start), ends: ranges.map(({ end }) => end), isCut };
	}

	async #applyFix(version: number, rule: string, range: { readonly start: number; readonly end: number }, fix: number): Promise<{ isApplied: boolean; message: string }> {
		try {
			const isApplied = await this.#dependencies.articles.applyFix(this.#uri, version, rule, range, fix);
			return { isApplied, message: isApplied ? '' : vscode.l10n.t('The fix was not applied.') };
		} catch (error) {
			return { isApplied: false, message: error instanceof Error ? error.message : String(error) };
		}
	}

	async #reveal({ start, end }: { readonly start: number; readonly end: number }): Promise<void> {
		const document = await openDump(this.#uri);
		const column = editorsOf(this.#uri)[0]?.viewColumn ?? (this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
		const selection = new vscode.Selection(document.positionAt(start), document.positionAt(end));
		const editor = await vscode.window.showTextDocument(document, { viewColumn: column, selection });
		editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	}

	#scrolled(line: number): void {
		if (!this.#sync.fromPage(line, performance.now())) { return; }
		for (const editor of editorsOf(this.#uri)) { scrollEditorTo(editor, line); }
	}

	async #save(isXray: boolean, typography: Typography): Promise<void> {
		const uri = this.#resource;
		if (uri !== undefined) { await saveAsHtml({ ...this.#dependencies, uri, isXray, typography }); }
	}

	#name(): void {
		const name = nameOf(this.#uri);
		this.panel.title = this.#uri === '' ? vscode.l10n.t('Preview') : this.#isLocked ? vscode.l10n.t('[Preview] {0}', name) : vscode.l10n.t('Preview {0}', name);
	}

	#run(work: Thenable<unknown>): void {
		work.then(undefined, (error: unknown) => {
			this.#dependencies.log.error(error instanceof Error ? error : String(error));
			void vscode.window.showErrorMessage(vscode.l10n.t('Warraq preview: {0}', error instanceof Error ? error.message : String(error)));
		});
	}
}

/** A page speaks the language of VS Code where the extension has texts in it. */
const pageLanguage = (): Pick<PageSources, 'language' | 'words'> =>
	(vscode.l10n.bundle === undefined ? { language: 'en', words: {} } : { language: vscode.env.language, words: vscode.l10n.bundle });

/** File name of an address. */
const nameOf = (uri: string): string => (uri === '' ? '' : vscode.Uri.parse(uri).path.replace(/^.*\//u, ''));
