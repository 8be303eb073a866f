import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import * as z from 'zod/mini';
import type { Server } from './server.ts';

interface Request<R extends z.ZodMiniType> {
	readonly method: string;
	readonly result: R;
}

/** Asks the server; the answer is validated. @throws what the server refuses, as one sentence */
export async function ask<R extends z.ZodMiniType>(server: Server, { method, result }: Request<R>, params: object, token?: vscode.CancellationToken): Promise<z.output<R>> {
	const client = await server.started();
	return z.parse(result, await (token === undefined ? client.sendRequest<unknown>(method, params) : client.sendRequest<unknown>(method, params, token)));
}

let lastToken = 0;

/** Asks for what takes a while, shows how far it is, and lets the user stop it; undefined where that gave no answer. */
export async function askPatiently<R extends z.ZodMiniType>(server: Server, title: string, request: Request<R>, params: object): Promise<z.output<R> | undefined> {
	const client = await server.started();
	return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
		const workDoneToken = `warraq-${++lastToken}`;
		let reached = 0;
		const hearing = client.onProgress(WorkDoneProgress.type, workDoneToken, ({ kind, percentage }: { kind: string; percentage?: number }) => {
			if (kind !== 'report' || percentage === undefined) { return; }
			// Behind Arabic the number would be torn from its sign.
			progress.report({ increment: percentage - reached, message: `\u2066${percentage} %\u2069` });
			reached = percentage;
		});
		try {
			return await ask(server, request, { ...params, workDoneToken }, token);
		} catch (error) {
			if (token.isCancellationRequested) { return undefined; }
			throw error;
		} finally { hearing.dispose(); }
	});
}
