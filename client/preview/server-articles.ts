import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import * as z from 'zod/mini';
import { serverApi, serverCommands } from '#contract/server-api.ts';
import type { ArticlesResult, SizesResult } from '#contract/preview-article.ts';
import { DUMP_LANGUAGE } from '../dump.ts';

/** What the preview asks the server for; answers are validated. */
export class ServerArticles {
	readonly #client: () => Promise<BaseLanguageClient>;

	constructor(client: () => Promise<BaseLanguageClient>) {
		this.#client = client;
	}

	async articles(uri: string, first: number, last: number): Promise<ArticlesResult> {
		const client = await this.#serving(uri);
		return z.parse(serverApi.articles.result, await client.sendRequest<unknown>(serverApi.articles.method, { uri, first, last }));
	}

	async sizes(uri: string): Promise<SizesResult> {
		const client = await this.#serving(uri);
		return z.parse(serverApi.articleSizes.result, await client.sendRequest<unknown>(serverApi.articleSizes.method, { uri }));
	}

	/** @throws an error whose message says why the fix was not applied */
	async applyFix(uri: string, version: number, rule: string, range: { readonly start: number; readonly end: number }, fix: number): Promise<boolean> {
		const client = await this.#serving(uri);
		return await client.sendRequest<unknown>('workspace/executeCommand', { command: serverCommands.applyFix, arguments: [uri, version, rule, range, fix] }) !== false;
	}

	/** The client, once the server has the document: VS Code closes one that no editor shows when it likes. */
	async #serving(uri: string): Promise<BaseLanguageClient> {
		await openDump(uri);
		return this.#client();
	}
}

/** The document of a dump, opened where it is not. @throws where the file cannot be read or is too large */
export async function openDump(uri: string): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
	return document.languageId === DUMP_LANGUAGE ? document : vscode.languages.setTextDocumentLanguage(document, DUMP_LANGUAGE);
}
