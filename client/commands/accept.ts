import * as vscode from 'vscode';
import { acceptArguments, acceptanceApi, withdrawArguments } from '#contract/acceptance.ts';
import { inNumbers } from '../problems/items.ts';
import { ask } from '../requests.ts';
import type { Server } from '../server.ts';
import type { CommandContext } from './register.ts';

/** Lets problems of a rule stand, once the user has said why: the reason goes into the baseline. */
export async function acceptProblems({ server, host }: Pick<CommandContext, 'server' | 'host'>, args: readonly unknown[]): Promise<void> {
	const given = acceptArguments.safeParse(args);
	if (!given.success) { return; }
	const [uri, version, rule, range] = given.data;
	const why = await vscode.window.showInputBox({
		title: range === null ? vscode.l10n.t('Accept all problems of {0} in this dump', rule) : vscode.l10n.t('Accept this problem of {0}', rule),
		prompt: vscode.l10n.t('Why may it stand? The answer goes into warraq.baseline.ndjson, for all who work on the corpus.'),
		validateInput: text => (text.trim() === '' ? vscode.l10n.t('Say in a few words why.') : undefined),
	});
	if (why === undefined) { return; }
	const author = vscode.workspace.getConfiguration('warraq').get<unknown>('baseline.author');
	const who = typeof author === 'string' && author !== '' ? author : await host.userName();
	const { uri: baseline, lines, count } = await ask(server, acceptanceApi.accept, { uri, version, rule, range, who, why: why.trim() });
	await change(vscode.Uri.parse(baseline), ({ lineCount, lineAt }) => {
		const { range: { end }, text } = lineAt(lineCount - 1);
		return { range: new vscode.Range(end, end), text: text === '' ? lines : `\n${lines}` };
	});
	vscode.window.setStatusBarMessage(vscode.l10n.t('Accepted problems: {0}', inNumbers(count)), 4000);
}

/** Reports a problem again that somebody has accepted. */
export async function withdrawAcceptance(server: Server, args: readonly unknown[]): Promise<void> {
	const given = withdrawArguments.safeParse(args);
	if (!given.success) { return; }
	const [uri, version, rule, range] = given.data;
	const { uri: baseline, line, text } = await ask(server, acceptanceApi.withdraw, { uri, version, rule, range });
	await change(vscode.Uri.parse(baseline), ({ lineCount, lineAt }) => {
		if (line >= lineCount || lineAt(line).text !== text) { return undefined; }
		return { range: lineAt(line).rangeIncludingLineBreak, text: '' };
	});
}

type Lines = Pick<vscode.TextDocument, 'lineCount'> & { readonly lineAt: (line: number) => vscode.TextLine };

/** Changes a baseline through the editor, which may have it open, and saves it where nothing else in it waits to be saved. */
async function change(uri: vscode.Uri, editOf: (lines: Lines) => { readonly range: vscode.Range; readonly text: string } | undefined): Promise<void> {
	const creation = new vscode.WorkspaceEdit();
	creation.createFile(uri, { ignoreIfExists: true });
	await vscode.workspace.applyEdit(creation);
	const document = await vscode.workspace.openTextDocument(uri);
	const wasSaved = !document.isDirty;
	const edit = editOf({ lineCount: document.lineCount, lineAt: line => document.lineAt(line) });
	const changes = new vscode.WorkspaceEdit();
	if (edit !== undefined) { changes.replace(uri, edit.range, edit.text); }
	if (edit === undefined || !await vscode.workspace.applyEdit(changes)) {
		void vscode.window.showWarningMessage(vscode.l10n.t('The baseline has changed meanwhile: try again.'));
	} else if (wasSaved) { await document.save(); } else {
		void vscode.window.showInformationMessage(vscode.l10n.t('The baseline is open with other changes: it counts once it is saved.'));
	}
}
