import * as vscode from 'vscode';

/** Editors that show a dump, the active one first. */
export function editorsOf(uri: string): readonly vscode.TextEditor[] {
	const found = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri);
	const active = vscode.window.activeTextEditor;
	return active !== undefined && found.includes(active) ? [active, ...found.filter(editor => editor !== active)] : found;
}

/** First visible line, from 0; the fraction says how much of a wrapped line lies above the edge. Null where nothing is visible. */
export function topLineOf(editor: vscode.TextEditor): number | null {
	const start = editor.visibleRanges[0]?.start;
	if (start === undefined) { return null; }
	const { length } = editor.document.lineAt(start.line).text;
	return start.line + (length === 0 ? 0 : Math.min(start.character / length, 0.99));
}

/** Scrolls an editor so that a line, with its fraction, is its first visible one. */
export function scrollEditorTo(editor: vscode.TextEditor, line: number): void {
	const { document } = editor;
	const index = Math.max(0, Math.min(Math.floor(line), document.lineCount - 1));
	const character = Math.floor((line - index) * document.lineAt(index).text.length);
	const position = new vscode.Position(index, Math.max(0, character));
	editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
}
