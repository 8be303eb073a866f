import * as vscode from 'vscode';
import type { Detector } from '../detection/detector.ts';
import type { Server } from '../server.ts';
import type { Host } from '../host.ts';
import type { DumpStatus } from '../status/dump-status.ts';
import { acceptProblems, withdrawAcceptance } from './accept.ts';
import { copyAddress, goToNextArticle, goToPreviousArticle, newArticle } from './articles.ts';
import { notADump, treatAsDump } from './detection.ts';
import { fixAllInFile, fixAllOfRule } from './fix.ts';
import { openRulePage, openSample, openSettings, openWalkthrough } from './help.ts';
import type { CommandId } from './ids.ts';
import { showStatus } from './show-status.ts';

/** What the commands work on. */
export interface CommandContext {
	readonly context: vscode.ExtensionContext;
	readonly host: Host;
	readonly server: Server;
	readonly detector: Detector;
	readonly status: DumpStatus;
	readonly log: vscode.LogOutputChannel;
}

export function registerCommands(commandContext: CommandContext): vscode.Disposable {
	const { context, server, detector, log } = commandContext;
	const commands: Readonly<Record<CommandId, (...args: readonly unknown[]) => unknown>> = {
		'warraq.fixAllInFile': () => fixAllInFile(server),
		'warraq.fixAllOfRule': () => fixAllOfRule(server),
		'warraq.openRulePage': rule => openRulePage(context, rule),
		'warraq.showStatus': uri => showStatus(commandContext, uri),
		'warraq.treatAsDump': () => treatAsDump(detector),
		'warraq.notADump': () => notADump(detector),
		'warraq.acceptProblems': (...args) => acceptProblems(commandContext, args),
		'warraq.withdrawAcceptance': (...args) => withdrawAcceptance(server, args),
		'warraq.newArticle': newArticle,
		'warraq.copyAddress': copyAddress,
		'warraq.goToNextArticle': goToNextArticle,
		'warraq.goToPreviousArticle': goToPreviousArticle,
		'warraq.showOutput': () => { log.show(); },
		'warraq.restartServer': () => restartServer(server),
		'warraq.openWalkthrough': () => openWalkthrough(context),
		'warraq.openSample': () => openSample(context),
		'warraq.openSettings': () => openSettings(context),
	};
	return vscode.Disposable.from(...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)));
}

async function restartServer(server: Server): Promise<void> {
	await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Warraq: starting the language server again') }, () => server.restart());
}
