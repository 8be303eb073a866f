import type * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import * as z from 'zod/mini';
import { problemTreeApi, type ProblemFilter, type ProblemFixResult, type ProblemGroupsParams, type ProblemGroupsResult, type ProblemListResult, type ProblemPart, type WorkspaceState } from '#contract/problem-tree.ts';
import type { Server } from '../server.ts';

/** Which groups or problems of a part are asked for. */
export interface Page {
	readonly part: ProblemPart;
	readonly filter: ProblemFilter;
	readonly first: number;
	readonly most: number;
}

/** What the view asks the server for; answers are validated. */
export class ProblemRequests {
	readonly #server: Server;

	constructor(server: Server) { this.#server = server; }

	groups(by: ProblemGroupsParams['by'], page: Page): Promise<ProblemGroupsResult> { return this.#ask(problemTreeApi.problemGroups, { by, ...page }); }

	list(page: Page): Promise<ProblemListResult> { return this.#ask(problemTreeApi.problemList, page); }

	fix(part: ProblemPart, filter: ProblemFilter): Promise<ProblemFixResult> { return this.#ask(problemTreeApi.fixProblems, { part, filter }); }

	/** @param report hears how far it is, per cent */
	async checkWorkspace(token: vscode.CancellationToken, report: (percentage: number) => void): Promise<WorkspaceState> {
		const workDoneToken = `warraq-${Date.now()}`;
		const client = await this.#server.started();
		const hearing = client.onProgress(WorkDoneProgress.type, workDoneToken, value => { if (value.kind === 'report') { report(value.percentage ?? 0); } });
		try { return await this.#ask(problemTreeApi.checkWorkspace, { workDoneToken }, token); } finally { hearing.dispose(); }
	}

	async forgetWorkspace(): Promise<void> { await (await this.#server.started()).sendNotification(problemTreeApi.forgetWorkspace.method, {}); }

	async #ask<R extends z.ZodMiniType>({ method, result }: { readonly method: string; readonly result: R }, params: object, token?: vscode.CancellationToken): Promise<z.output<R>> {
		const client = await this.#server.started();
		return z.parse(result, await (token === undefined ? client.sendRequest<unknown>(method, params) : client.sendRequest<unknown>(method, params, token)));
	}
}
