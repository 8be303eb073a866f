import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { problemFilter, type ProblemFilter, type ProblemGroupsResult } from '#contract/problem-tree.ts';
import type { Server } from '../server.ts';
import { fixNode } from './fix.ts';
import { inNumbers, severityName } from './items.ts';
import { groupings, totalOf, type GroupNode, type Grouping, type MoreNode, type TreeNode } from './nodes.ts';
import { ProblemRequests } from './requests.ts';
import { ProblemTree } from './tree.ts';

export const VIEW = 'warraq.problems';
/** Where the window keeps how the tree is arranged. */
const KEPT = 'warraq.problems';
const kept = z.object({ grouping: z.enum(groupings), severities: problemFilter.shape.severities });
const severities: ProblemFilter['severities'] = ['error', 'warning', 'information', 'hint'];

export interface ProblemsDependencies {
	readonly context: vscode.ExtensionContext;
	readonly server: Server;
	readonly log: vscode.LogOutputChannel;
}

/** The view of all problems, and its commands. */
export class ProblemsView implements vscode.Disposable {
	readonly tree: ProblemTree;
	readonly #memory: vscode.Memento;
	readonly #requests: ProblemRequests;
	readonly #view: vscode.TreeView<TreeNode>;
	readonly #subscriptions: vscode.Disposable;
	#grouping: Grouping = 'rule';
	#filter: ProblemFilter = { text: '', severities };
	#isChecking = false;

	constructor({ context, server, log }: ProblemsDependencies) {
		this.#memory = context.workspaceState;
		const before = z.safeParse(kept, this.#memory.get<unknown>(KEPT));
		if (before.success) { this.#grouping = before.data.grouping; this.#filter = { text: '', severities: before.data.severities }; }
		this.#requests = new ProblemRequests(server);
		this.tree = new ProblemTree(this.#requests, () => ({ grouping: this.#grouping, filter: this.#filter }), root => { this.#show(root); }, log);
		this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
		const command = (id: string, run: (...args: readonly unknown[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(id, run);
		this.#subscriptions = vscode.Disposable.from(
			this.tree, this.#view,
			command('warraq.showProblems', () => vscode.commands.executeCommand(`${VIEW}.focus`)),
			command('warraq.checkWorkspace', () => this.#checkWorkspace()),
			command('warraq.showOpenDumpsOnly', () => this.#requests.forgetWorkspace()),
			command('warraq.groupProblems', by => this.#group(by)),
			command('warraq.filterProblems', text => this.#filterByText(text)),
			command('warraq.filterProblemsBySeverity', () => this.#filterBySeverity()),
			command('warraq.clearProblemFilter', () => { this.#arrange(this.#grouping, { text: '', severities }); }),
			command('warraq.fixProblems', node => fixNode(this.#requests, node as GroupNode, this.#filter)),
			command('warraq.moreProblems', node => { this.tree.more(node as MoreNode); }),
			server.onProblems(() => { this.tree.refreshSoon(); }),
			server.onState(() => { this.tree.refreshSoon(); }),
		);
		// Where no dump was ever opened, nothing is to be seen of the view.
		setContext('isAvailable', true);
		this.#mark();
	}

	dispose(): void { this.#subscriptions.dispose(); }

	async #checkWorkspace(): Promise<void> {
		await vscode.commands.executeCommand(`${VIEW}.focus`);
		if (vscode.workspace.workspaceFolders === undefined) {
			void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first; then all of its dumps can be checked.'));
			return;
		}
		this.#isChecking = true;
		try {
			await this.#requests.checkWorkspace();
		} finally {
			this.#isChecking = false;
			this.tree.refresh();
		}
	}

	async #group(by: unknown): Promise<void> {
		const known = z.safeParse(z.enum(groupings), by);
		if (known.success) { this.#arrange(known.data, this.#filter); return; }
		const names: Readonly<Record<Grouping, string>> = { rule: vscode.l10n.t('Rule, then dump'), outlet: vscode.l10n.t('Outlet, then rule'), dump: vscode.l10n.t('Dump, then article') };
		const items = groupings.map(grouping => ({ label: names[grouping], description: grouping === this.#grouping ? vscode.l10n.t('now') : '', grouping }));
		const choice = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group the problems by') });
		if (choice !== undefined) { this.#arrange(choice.grouping, this.#filter); }
	}

	async #filterByText(given: unknown): Promise<void> {
		const text = typeof given === 'string' ? given : await vscode.window.showInputBox({
			title: vscode.l10n.t('Filter the problems'), value: this.#filter.text, prompt: vscode.l10n.t('Words of the rule or its group, the outlet or the path; all have to fit.'),
		});
		if (text !== undefined) { this.#arrange(this.#grouping, { ...this.#filter, text: text.trim().slice(0, 1000) }); }
	}

	async #filterBySeverity(): Promise<void> {
		const items = severities.map(severity => ({ label: severityName(severity), picked: this.#filter.severities.includes(severity), severity }));
		const choice = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Show problems of these severities'), canPickMany: true });
		if (choice !== undefined) { this.#arrange(this.#grouping, { ...this.#filter, severities: choice.map(({ severity }) => severity) }); }
	}

	#arrange(grouping: Grouping, filter: ProblemFilter): void {
		this.#grouping = grouping;
		this.#filter = filter;
		void this.#memory.update(KEPT, { grouping, severities: filter.severities });
		this.#mark();
		this.tree.reset();
	}

	get #isFiltered(): boolean { return this.#filter.text !== '' || this.#filter.severities.length < severities.length; }

	#mark(): void { setContext('isFiltered', this.#isFiltered); }

	#show(root: ProblemGroupsResult | undefined): void {
		const total = root === undefined ? 0 : totalOf(root);
		setContext('isEmpty', root === undefined ? '' : total > 0 ? '' : root.unfiltered > 0 ? 'filtered' : root.open + root.workspace.dumps > 0 || root.workspace.state === 'whole' ? 'clean' : 'none');
		setContext('knowsWorkspace', root !== undefined && root.workspace.state !== 'unchecked');
		// Without a message the welcome text is shown, and that says the same.
		this.#view.message = root === undefined || root.unfiltered === 0 ? '' : this.#sentences(root, total).join(' ');
	}

	#sentences({ unfiltered, unlisted, workspace: { state } }: ProblemGroupsResult, total: number): string[] {
		const { text, severities: chosen } = this.#filter;
		const by = [...text === '' ? [] : [`“${text}”`], ...chosen.length < severities.length ? [chosen.map(severityName).join(', ')] : []].join(' · ');
		return [
			this.#isFiltered ? vscode.l10n.t('{0} of {1} problems: {2}.', inNumbers(total), inNumbers(unfiltered), by) : unfiltered === 1 ? vscode.l10n.t('1 problem.') : vscode.l10n.t('{0} problems.', inNumbers(unfiltered)),
			...unlisted > 0 ? [vscode.l10n.t('{0} are listed here only: the Problems panel has room for 1,000 of each open dump.', inNumbers(unlisted))] : [],
			...state === 'partial' ? [this.#isChecking ? vscode.l10n.t('The workspace is being checked.') : vscode.l10n.t('The check of the workspace was stopped: dumps are missing here.')] : [],
			...state === 'outdated' ? [vscode.l10n.t('Settings or folders have changed since the workspace was checked: check it again.')] : [],
		];
	}
}

function setContext(name: string, value: unknown): void { void vscode.commands.executeCommand('setContext', `${VIEW}.${name}`, value); }
