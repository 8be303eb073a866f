import * as vscode from 'vscode';
import { CLOSED, type ProblemFilter, type ProblemPart } from '#contract/problem-tree.ts';
import { openDump } from '../preview/server-articles.ts';
import { inNumbers } from './items.ts';
import type { GroupNode } from './nodes.ts';
import type { ProblemRequests } from './requests.ts';

/** Applies the safe fixes of what a node shows: in its dump, or in all open ones once the user has said so. */
export async function fixNode(requests: ProblemRequests, { part, group: { fixable } }: GroupNode, filter: ProblemFilter): Promise<void> {
	const { uri } = part;
	if (uri === undefined && !await isWanted(fixable)) { return; }
	const { fixes, dumps, isComplete, closed } = await requests.fix(uri === undefined ? part : await opened(part, uri), filter);
	if (!isComplete) { void vscode.window.showWarningMessage(vscode.l10n.t('{0} problems fixed, then time ran out; run the command again for the rest.', inNumbers(fixes))); return; }
	const done = fixes === 0 ? vscode.l10n.t('No problem in an open dump has a safe fix here.')
		: dumps === 1 ? vscode.l10n.t('{0} problems fixed.', inNumbers(fixes)) : vscode.l10n.t('{0} problems fixed in {1} dumps.', inNumbers(fixes), dumps);
	if (closed === 0) {
		if (fixes === 0) { void vscode.window.showInformationMessage(done); } else { vscode.window.setStatusBarMessage(done, 4000); }
		return;
	}
	const rest = vscode.l10n.t('{0} more are in dumps that are not open: open them, or fix all in the workspace.', inNumbers(closed));
	const workspace = vscode.l10n.t('Fix in the Workspace…');
	// A batch is told of rules, and not of the names that profiles give to outlets.
	const choices = part.outlet === undefined ? [workspace] : [];
	if (await vscode.window.showInformationMessage(`${done} ${rest}`, ...choices) === workspace) { await vscode.commands.executeCommand('warraq.fixWorkspace', part.rule); }
}

/** Text changes that the user does not see: they are announced. */
async function isWanted(fixable: number): Promise<boolean> {
	const fix = vscode.l10n.t('Fix');
	const detail = vscode.l10n.t('Every dump can be undone by itself; nothing is saved. Dumps that are not open stay as they are.');
	return await vscode.window.showWarningMessage(vscode.l10n.t('Apply the safe fixes of {0} problems in all open dumps?', inNumbers(fixable)), { modal: true, detail }, fix) === fix;
}

/** Shows the dump, so that what is changed is seen and can be undone. */
async function opened(part: ProblemPart, uri: string): Promise<ProblemPart> {
	const document = await openDump(uri);
	await vscode.window.showTextDocument(document, { preview: false, preserveFocus: true });
	return part.article?.version === CLOSED ? { ...part, article: { ...part.article, version: document.version } } : part;
}
