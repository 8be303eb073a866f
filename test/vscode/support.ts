// What the suites share. They run in the extension host, Node's and the web worker's: no Node here.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What `activate` of the extension gives. */
export interface Api {
	readonly server: string;
	isTooLarge(uri: vscode.Uri): boolean;
	statusOf(uri: vscode.Uri): { readonly articles: number; readonly errors: number; readonly limits: readonly string[] } | undefined;
	readonly problems: vscode.TreeDataProvider<unknown> | undefined;
}

export const DUMP = 'article-dump';

export function extension(): vscode.Extension<Api> {
	const found = vscode.extensions.getExtension<Api>('warraq.warraq');
	assert.ok(found);
	return found;
}

/** Asks until the answer is truthy; the editor and the server need their time. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, limit = 15_000): Promise<NonNullable<T>> {
	for (const end = Date.now() + limit; ; ) {
		const answer = await ask();
		if (answer !== undefined && answer !== null && answer !== false) { return answer; }
		if (Date.now() > end) { assert.fail(`Waited ${limit} ms in vain for: ${what}`); }
		await new Promise(resolve => { setTimeout(resolve, 30); });
	}
}

/** Lets everything happen that is going to: for tests that something does not. */
export const settle = (ms = 400): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms); });

export function folder(): vscode.Uri {
	const [first] = vscode.workspace.workspaceFolders ?? [];
	assert.ok(first);
	return first.uri;
}

let files = 0;

/** Writes a new file into the workspace. */
export async function file(extensionName: string, text: string): Promise<vscode.Uri> {
	const uri = vscode.Uri.joinPath(folder(), `test-${++files}${extensionName}`);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return uri;
}

/** Opens a file as a user does: a document that an extension opens itself stays open for minutes behind its closed editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
	await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
	return eventually(`an editor of ${uri.toString()}`, () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()));
}

/** Opens a new dump and waits until it has been checked. */
export async function showDump(text: string, extensionName = '.txt'): Promise<vscode.TextEditor> {
	const editor = await show(await file(extensionName, text));
	await eventually('the language of the dump', () => editor.document.languageId === DUMP);
	await checked(editor.document.uri);
	return editor;
}

/** Waits until the server has said how a dump stands. */
export async function checked(uri: vscode.Uri): Promise<void> {
	const { exports } = extension();
	await eventually(`the status of ${uri.toString()}`, () => exports.statusOf(uri));
}

export const text = (editor: vscode.TextEditor): string => editor.document.getText().replaceAll('\r\n', '\n');

export async function closeAll(): Promise<void> { await vscode.commands.executeCommand('workbench.action.closeAllEditors'); }

export const codesOf = (uri: vscode.Uri): string[] =>
	vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code)).sort();

/** A place in a document, by the text that begins there. */
export function placeOf(document: vscode.TextDocument, part: string, nth = 0): vscode.Position {
	let at = -1;
	for (let count = 0; count <= nth; count++) { at = document.getText().indexOf(part, at + 1); }
	assert.ok(at >= 0, `${part} is in the document`);
	return document.positionAt(at);
}

export const header = (path = 'a', day = '2025-11-08'): string => ` date ${day} https://www.almanbar.example/${day.replaceAll('-', '')}/${path}.html`;

/** A good article in Arabic. */
export const article = (path = 'a'): string =>
	`${header(path)}\nالمكتبة تفتح أبوابها ليلا\nالمكتبة تفتح أبوابها ليلا\nتفتح المكتبة العامة أبوابها للقراء حتى منتصف الليل طوال الشتاء.\nوقالت مديرتها إن القراء طلبوا ذلك منذ زمن بعيد.\n`;
