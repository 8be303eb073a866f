import * as vscode from 'vscode';
import { DUMP_LANGUAGE, type DumpReason } from '../dump.ts';
import type { Declined } from './declined.ts';
import { headerOf, MAX_FIRST_LINE, mayBeginDump } from './first-line.ts';

/** Documents that nobody opens as text of their own. */
const passedOver = new Set(['output', 'debug', 'comment', 'vscode', 'vscode-settings', 'vscode-chat-code-block', 'search-editor', 'walkThrough', 'walkThroughSnippet']);

/**
 * Gives documents that begin with a header the language of dumps, and remembers who declined. Until the first line of
 * a document begins with the word *date* it costs one regular expression a document.
 */
export class Detector implements vscode.Disposable {
	readonly #declined: Declined;
	readonly #log: vscode.LogOutputChannel;
	readonly #reasons = new Map<string, DumpReason>();
	readonly #dumps = new vscode.EventEmitter<vscode.TextDocument>();
	readonly #subscriptions: vscode.Disposable;
	/** The document whose language is being changed: VS Code closes and opens it in one go. */
	#changing: vscode.TextDocument | undefined;
	/** Documents whose language is being changed from here. */
	readonly #own = new Set<vscode.TextDocument>();

	/** A document is a dump: it was opened as one, or has become one. */
	readonly onDump = this.#dumps.event;

	constructor(declined: Declined, log: vscode.LogOutputChannel) {
		this.#declined = declined;
		this.#log = log;
		this.#subscriptions = vscode.Disposable.from(
			this.#dumps,
			vscode.workspace.onDidOpenTextDocument(document => { this.#opened(document); }),
			vscode.workspace.onDidCloseTextDocument(document => { this.#closed(document); }),
			vscode.workspace.onDidSaveTextDocument(document => { void this.#detect(document); }),
			// A new document has no first line yet when it is opened.
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (document.isUntitled && contentChanges.some(({ range }) => range.start.line === 0)) { void this.#detect(document); }
			}),
		);
	}

	/** Looks at the documents that are open already; to be called once somebody listens to {@link onDump}. */
	begin(): void {
		for (const document of vscode.workspace.textDocuments) { this.#opened(document); }
	}

	/** Why a document is treated as a dump. */
	reasonOf(document: vscode.TextDocument): DumpReason {
		return this.#reasons.get(document.uri.toString()) ?? { kind: document.fileName.toLowerCase().endsWith('.dump') ? 'name' : 'choice' };
	}

	/** Treats a document as a dump because the user says so. */
	async choose(document: vscode.TextDocument): Promise<void> {
		await this.#declined.remove(document.uri);
		this.#reasons.set(document.uri.toString(), { kind: 'choice' });
		await this.#setLanguage(document, DUMP_LANGUAGE);
	}

	/** Treats a document as plain text, now and whenever it is opened. */
	async decline(document: vscode.TextDocument): Promise<void> {
		await this.#rememberDeclined(document);
		await this.#setLanguage(document, 'plaintext');
	}

	async declineWorkspace(): Promise<void> {
		await this.#declined.addWorkspace();
		this.#log.info(vscode.l10n.t('No dumps are looked for in this workspace any more; the command "Warraq: Treat as a Dump" ends that.'));
	}

	dispose(): void { this.#subscriptions.dispose(); }

	#opened(document: vscode.TextDocument): void {
		const isLanguageChange = this.#changing === document;
		this.#changing = undefined;
		const isByHand = isLanguageChange && !this.#own.has(document);
		if (document.languageId === DUMP_LANGUAGE) {
			if (this.#declined.has(document.uri)) {
				if (!isByHand) { void this.#setLanguage(document, 'plaintext'); return; }
				void this.#declined.remove(document.uri);
			}
			this.#dumps.fire(document);
		} else if (isByHand && this.#reasons.get(document.uri.toString())?.kind === 'header') {
			// The user undid the detection in VS Code's own language menu.
			void this.#rememberDeclined(document);
		} else {
			void this.#detect(document);
		}
	}

	#closed(document: vscode.TextDocument): void {
		if (document.isClosed) { this.#reasons.delete(document.uri.toString()); return; }
		this.#changing = document;
	}

	async #detect(document: vscode.TextDocument): Promise<void> {
		if (document.languageId === DUMP_LANGUAGE || passedOver.has(document.uri.scheme) || this.#own.has(document)) { return; }
		const line = document.lineAt(0).text.slice(0, MAX_FIRST_LINE);
		if (!mayBeginDump(line) || this.#declined.has(document.uri) || !vscode.workspace.getConfiguration('warraq', document).get('detect', true)) { return; }
		const header = await headerOf(line);
		if (header === undefined || document.isClosed) { return; }
		this.#reasons.set(document.uri.toString(), { kind: 'header', line: line.slice(header.keyword.start, header.date?.end ?? header.keyword.end) });
		await this.#setLanguage(document, DUMP_LANGUAGE);
	}

	async #rememberDeclined(document: vscode.TextDocument): Promise<void> {
		this.#reasons.delete(document.uri.toString());
		this.#log.info(vscode.l10n.t('{0} is not treated as a dump; this is remembered.', document.uri.toString(true)));
		await this.#declined.add(document.uri);
	}

	async #setLanguage(document: vscode.TextDocument, language: string): Promise<void> {
		if (document.languageId === language) { return; }
		this.#own.add(document);
		try {
			await vscode.languages.setTextDocumentLanguage(document, language);
		} catch (error) {
			this.#log.warn(`${document.uri.toString(true)}: ${String(error)}`);
		} finally {
			this.#own.delete(document);
		}
	}
}
