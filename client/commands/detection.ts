import * as vscode from 'vscode';
import type { Detector } from '../detection/detector.ts';
import { DUMP_LANGUAGE } from '../dump.ts';

/** Takes the active document for plain text from now on, and offers the same for the workspace. */
export async function notADump(detector: Detector): Promise<void> {
	const document = vscode.window.activeTextEditor?.document;
	if (document?.languageId !== DUMP_LANGUAGE) { void vscode.window.showInformationMessage(vscode.l10n.t('The active editor shows no dump; open the one that is none after all.')); return; }
	await detector.decline(document);
	// The command has done its work; what follows is an offer.
	void offerMore(detector, document);
}

async function offerMore(detector: Detector, document: vscode.TextDocument): Promise<void> {
	const never = vscode.l10n.t('Never in This Workspace');
	const undo = vscode.l10n.t('Undo');
	const choice = await vscode.window.showInformationMessage(vscode.l10n.t('{0} is plain text from now on.', nameOf(document)), never, undo);
	if (choice === never) { await detector.declineWorkspace(); }
	if (choice === undo && !document.isClosed) { await detector.choose(document); }
}

export async function treatAsDump(detector: Detector): Promise<void> {
	const document = vscode.window.activeTextEditor?.document;
	if (document === undefined) { void vscode.window.showInformationMessage(vscode.l10n.t('Open the file that is a dump first.')); return; }
	await detector.choose(document);
}

const nameOf = ({ fileName }: vscode.TextDocument): string => fileName.split(/[\\/]/u).at(-1) ?? fileName;
