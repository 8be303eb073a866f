import * as vscode from 'vscode';
import { problemTreeApi, type ProblemFilter, type ProblemFixResult, type ProblemGroupsParams, type ProblemGroupsResult, type ProblemListResult, type ProblemPart } from '#contract/problem-tree.ts';
import { ask, askPatiently } from '../requests.ts';
import type { Server } from '../server.ts';

/** Which groups or problems of a part are asked for. */
export interface Page {
	readonly part: ProblemPart;
	readonly filter: ProblemFilter;
	readonly first: number;
	readonly most: number;
}

/** What the view asks the server for. */
export class ProblemRequests {
	readonly #server: Server;

	constructor(server: Server) { this.#server = server; }

	groups(by: ProblemGroupsParams['by'], page: Page): Promise<ProblemGroupsResult> { return ask(this.#server, problemTreeApi.problemGroups, { by, ...page }); }

	list(page: Page): Promise<ProblemListResult> { return ask(this.#server, problemTreeApi.problemList, page); }

	fix(part: ProblemPart, filter: ProblemFilter): Promise<ProblemFixResult> { return ask(this.#server, problemTreeApi.fixProblems, { part, filter }); }

	async checkWorkspace(): Promise<void> { await askPatiently(this.#server, vscode.l10n.t('Checking all dumps of the workspace'), problemTreeApi.checkWorkspace, {}); }

	async forgetWorkspace(): Promise<void> { await (await this.#server.started()).sendNotification(problemTreeApi.forgetWorkspace.method, {}); }
}
