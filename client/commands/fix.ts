import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import * as z from 'zod/mini';
import { fixAllResult, serverCommands } from '#contract/server-api.ts';
import { DUMP_LANGUAGE } from '../dump.ts';
import type { Server } from '../server.ts';

/** Applies every safe fix in the active dump, as one undo step. */
export async function fixAllInFile(server: Server): Promise<void> {
	const document = activeDump();
	if (document !== undefined) { await fixAll(server, document, undefined); }
}

/** Asks for one of the rules that have found something in the active dump, and applies its safe fixes. */
export async function fixAllOfRule(server: Server): Promise<void> {
	const document = activeDump();
	if (document === undefined) { return; }
	const counts = new Map<string, number>();
	for (const { source, code } of vscode.languages.getDiagnostics(document.uri)) {
		const rule = typeof code === 'object' ? code.value : code;
		if (source === 'warraq' && rule !== undefined) { counts.set(String(rule), (counts.get(String(rule)) ?? 0) + 1); }
	}
	if (counts.size === 0) { void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix in this dump.')); return; }
	const items = [...counts].sort(([, a], [, b]) => b - a).map(([label, count]) => ({ label, description: vscode.l10n.t('{0} problems', count) }));
	const choice = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Fix all of a rule'), placeHolder: vscode.l10n.t('Only safe fixes are applied') });
	if (choice !== undefined) { await fixAll(server, document, [choice.label]); }
}

async function fixAll(server: Server, document: vscode.TextDocument, rules: string[] | undefined): Promise<void> {
	const client = await server.started();
	const answer: unknown = await client.sendRequest(ExecuteCommandRequest.type, { command: serverCommands.fixAll, arguments: [client.code2ProtocolConverter.asUri(document.uri), rules === undefined ? {} : { rules }] });
	const result = z.safeParse(fixAllResult, answer);
	// Without an answer the server has said why: the dump has changed meanwhile, or the edit was refused.
	if (!result.success) { return; }
	const { fixes, isComplete } = result.data;
	if (!isComplete) { void vscode.window.showWarningMessage(vscode.l10n.t('{0} problems fixed, then time ran out; run the command again for the rest.', fixes)); return; }
	if (fixes === 0) { void vscode.window.showInformationMessage(vscode.l10n.t('No problem here has a safe fix; the others are offered one by one on the lamp.')); return; }
	vscode.window.setStatusBarMessage(fixes === 1 ? vscode.l10n.t('1 problem fixed') : vscode.l10n.t('{0} problems fixed', fixes), 4000);
}

function activeDump(): vscode.TextDocument | undefined {
	const document = vscode.window.activeTextEditor?.document ?? vscode.window.visibleTextEditors.find(editor => editor.document.languageId === DUMP_LANGUAGE)?.document;
	if (document?.languageId === DUMP_LANGUAGE) { return document; }
	void vscode.window.showInformationMessage(vscode.l10n.t('The active editor shows no dump; open the one to be fixed.'));
	return undefined;
}
