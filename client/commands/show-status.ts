import * as vscode from 'vscode';
import { DUMP_LANGUAGE } from '../dump.ts';
import { articlesText, problemsText } from '../status/dump-status.ts';
import { checkCommand, sentence } from '../status/large-files.ts';
import type { CommandContext } from './register.ts';

interface Choice extends vscode.QuickPickItem {
	readonly command: string;
}

/**
 * Lists what can be done with the active dump.
 * @param uri of a dump that is too large for extensions: then says how to check it
 */
export async function showStatus({ status }: CommandContext, uri: unknown): Promise<void> {
	if (typeof uri === 'string') { await explainLargeFile(vscode.Uri.parse(uri)); return; }
	const document = vscode.window.activeTextEditor?.document;
	const isDump = document?.languageId === DUMP_LANGUAGE;
	const found = isDump ? status.of(document.uri) : undefined;
	const items: Choice[] = [
		...isDump ? [
			{ label: `$(list-unordered) ${vscode.l10n.t('Show problems')}`, description: found === undefined ? '' : problemsText(found), command: 'workbench.actions.view.problems' },
			{ label: `$(list-tree) ${vscode.l10n.t('Show the problems of all dumps by rule, outlet or file')}`, command: 'warraq.showProblems' },
			{ label: `$(wand) ${vscode.l10n.t('Fix all safe problems')}`, command: 'warraq.fixAllInFile' },
			{ label: `$(open-preview) ${vscode.l10n.t('Open the preview beside')}`, command: 'warraq.showPreviewToSide' },
			{ label: `$(circle-slash) ${vscode.l10n.t('This is no dump')}`, command: 'warraq.notADump' },
		] : [],
		{ label: `$(book) ${vscode.l10n.t('Rules')}`, command: 'warraq.openRulePage' },
		{ label: `$(output) ${vscode.l10n.t('Show output')}`, command: 'warraq.showOutput' },
		{ label: `$(gear) ${vscode.l10n.t('Settings')}`, command: 'warraq.openSettings' },
	];
	const limits: vscode.QuickPickItem[] = (found?.limits ?? []).map(limit => ({ label: `$(info) ${vscode.l10n.t('Limited')}`, detail: limit }));
	const choice = await vscode.window.showQuickPick([...limits, ...items], { title: found === undefined ? 'Warraq' : `Warraq: ${articlesText(found)}` });
	if (choice !== undefined && 'command' in choice) { await vscode.commands.executeCommand(String(choice.command)); }
}

async function explainLargeFile(uri: vscode.Uri): Promise<void> {
	const copy = vscode.l10n.t('Copy Command');
	if (await vscode.window.showWarningMessage(sentence(uri), copy) === copy) { await vscode.env.clipboard.writeText(checkCommand(uri)); }
}
