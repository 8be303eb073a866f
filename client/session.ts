import * as vscode from 'vscode';
import type { Status } from '#contract/server-api.ts';
import { Batches } from './batch/batches.ts';
import { registerCommands } from './commands/register.ts';
import type { Detector } from './detection/detector.ts';
import { DUMP_LANGUAGE } from './dump.ts';
import type { Host } from './host.ts';
import { Server, type ServerState } from './server.ts';
import { registerPreview } from './preview/preview-host.ts';
import type { ProblemTree } from './problems/tree.ts';
import { ProblemsView } from './problems/view.ts';
import { DumpStatus } from './status/dump-status.ts';
import { LargeFiles } from './status/large-files.ts';

export interface SessionDependencies {
	readonly context: vscode.ExtensionContext;
	readonly host: Host;
	readonly detector: Detector;
	readonly log: vscode.LogOutputChannel;
}

/** All that works once a dump is there. */
export interface Session {
	readonly serverState: ServerState;
	readonly largeFiles: LargeFiles;
	readonly problems: ProblemTree;
	statusOf(uri: vscode.Uri): Status | undefined;
	/** Ends the server; the rest is disposed of with the extension. */
	stop(): Promise<void>;
}

export function startSession({ context, host, detector, log }: SessionDependencies): Session {
	const server = new Server(context, host, log);
	const largeFiles = new LargeFiles(host, log);
	const status = new DumpStatus(server, detector);
	const problems = new ProblemsView({ context, server, log });
	const batches = new Batches(server);
	const serveDump = (): void => { server.wake(); };
	context.subscriptions.push(
		server, largeFiles, status, problems, batches,
		registerCommands({ context, host, server, detector, status, log }),
		registerPreview({ context, client: () => server.started(), log }),
		detector.onDump(serveDump),
	);
	if (vscode.workspace.textDocuments.some(({ languageId }) => languageId === DUMP_LANGUAGE)) { serveDump(); }
	return {
		get serverState() { return server.state; },
		largeFiles,
		problems: problems.tree,
		statusOf: uri => status.of(uri),
		stop: () => server.stop(),
	};
}
