import * as vscode from 'vscode';
import { DUMP_LANGUAGE } from '../dump.ts';

/**
 * Shows the page of a rule, which comes with the extension.
 * @param rule its id, or a node of the tree of problems; without one, that of the problem at the caret, or the list of all rules
 */
export async function openRulePage(context: vscode.ExtensionContext, rule: unknown): Promise<void> {
	const id = typeof rule === 'string' ? rule : ruleOfNode(rule) ?? ruleAtCaret() ?? 'README';
	const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${/^[\w-]+$/u.test(id) ? id : 'README'}.md`);
	try {
		await vscode.workspace.fs.stat(page);
	} catch {
		void vscode.window.showWarningMessage(vscode.l10n.t('There is no page of a rule {0}.', id));
		return;
	}
	const commands = await vscode.commands.getCommands(true);
	// VS Code's own Markdown extension can be switched off.
	await (commands.includes('markdown.showPreview') ? vscode.commands.executeCommand('markdown.showPreview', page) : vscode.window.showTextDocument(page));
}

function ruleOfNode(node: unknown): string | undefined {
	return typeof node === 'object' && node !== null && 'rule' in node && typeof node.rule === 'string' ? node.rule : undefined;
}

function ruleAtCaret(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.languageId !== DUMP_LANGUAGE) { return undefined; }
	const found = vscode.languages.getDiagnostics(editor.document.uri).find(({ source, range }) => source === 'warraq' && range.contains(editor.selection.active));
	return typeof found?.code === 'object' ? String(found.code.value) : undefined;
}

export async function openWalkthrough(context: vscode.ExtensionContext): Promise<void> {
	await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#warraq.start`, false);
}

/** Opens a copy of the sample dump without a file, so that anything may be tried on it. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
	const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'walkthrough', 'sample.dump'));
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: DUMP_LANGUAGE, content: new TextDecoder().decode(bytes) }));
}

export async function openSettings(context: vscode.ExtensionContext): Promise<void> {
	await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${context.extension.id}`);
}
