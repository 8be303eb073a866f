import * as vscode from 'vscode';
import { readHeader, type Header } from '#core/format/header.ts';
import { mayBeginDump } from '../detection/first-line.ts';
import { DUMP_LANGUAGE } from '../dump.ts';

/** Puts the skeleton of an article behind the one at the caret; the title is typed once for both copies. */
export async function newArticle(): Promise<void> {
	const editor = await dumpEditor() ?? await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: DUMP_LANGUAGE }));
	const { document } = editor;
	const next = headerLine(document, editor.selection.active.line + 1, 1);
	const at = next === undefined ? document.lineAt(document.lineCount - 1).range.end : new vscode.Position(next, 0);
	const before = at.character > 0 ? '\n' : '';
	const snippet = new vscode.SnippetString(before);
	snippet.appendText(` date ${today()} `).appendPlaceholder('https://', 1).appendText('\n').appendPlaceholder(vscode.l10n.t('Title'), 2).appendText('\n').appendTabstop(2).appendText('\n').appendPlaceholder(vscode.l10n.t('Text'), 3);
	snippet.appendText(next === undefined ? '' : '\n');
	await editor.insertSnippet(snippet, at, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true });
	editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Copies the address of the article at the caret, letter for letter. */
export async function copyAddress(): Promise<void> {
	const editor = await dumpEditor();
	const line = editor === undefined ? undefined : headerLine(editor.document, editor.selection.active.line, -1);
	const text = line === undefined ? '' : editor?.document.lineAt(line).text ?? '';
	const address = readHeader(text)?.address;
	if (address === undefined) { void vscode.window.showInformationMessage(vscode.l10n.t('The article at the caret has no address.')); return; }
	await vscode.env.clipboard.writeText(text.slice(address.start, address.end));
	vscode.window.setStatusBarMessage(vscode.l10n.t('Address copied'), 2000);
}

export const goToNextArticle = (): Promise<void> => goToArticle(1, vscode.l10n.t('This is the last article.'));
export const goToPreviousArticle = (): Promise<void> => goToArticle(-1, vscode.l10n.t('This is the first article.'));

async function goToArticle(step: 1 | -1, none: string): Promise<void> {
	const editor = await dumpEditor();
	if (editor === undefined) { return; }
	const line = headerLine(editor.document, editor.selection.active.line + step, step);
	if (line === undefined) { vscode.window.setStatusBarMessage(none, 2000); return; }
	const start = new vscode.Position(line, 0);
	editor.selection = new vscode.Selection(start, start);
	editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

/** The first line at or beyond `line`, in the direction of the step, that is a header. */
function headerLine(document: vscode.TextDocument, line: number, step: 1 | -1): number | undefined {
	for (let at = line; at >= 0 && at < document.lineCount; at += step) {
		if (headerAt(document, at) !== undefined) { return at; }
	}
	return undefined;
}

function headerAt(document: vscode.TextDocument, line: number): Header | undefined {
	const { text } = document.lineAt(line);
	return mayBeginDump(text) ? readHeader(text) : undefined;
}

/** The active dump; from a preview, the one that is seen beside it. */
async function dumpEditor(): Promise<vscode.TextEditor | undefined> {
	const { activeTextEditor, visibleTextEditors } = vscode.window;
	if (activeTextEditor?.document.languageId === DUMP_LANGUAGE) { return activeTextEditor; }
	const [only, other] = visibleTextEditors.filter(({ document }) => document.languageId === DUMP_LANGUAGE);
	if (activeTextEditor !== undefined || only === undefined || other !== undefined) { return undefined; }
	return vscode.window.showTextDocument(only.document, only.viewColumn);
}

/** The day where the user is, as the format writes it. */
function today(): string {
	const now = new Date();
	return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
