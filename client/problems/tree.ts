import * as vscode from 'vscode';
import { MOST_IN_PAGE, type ProblemFilter, type ProblemGroupsResult } from '#contract/problem-tree.ts';
import { itemOf, nameOf } from './items.ts';
import { ROOT, groupNode, levelBelow, problemNodes, type GroupBy, type GroupNode, type Grouping, type MoreNode, type NoteNode, type TreeNode } from './nodes.ts';
import type { ProblemRequests } from './requests.ts';

/** Nodes below another that are shown at once, and how many come with each “more”. */
const STEP = 200;
/** Milliseconds for which changes are collected. */
const QUIET = 300;
/** Of the protocol: an answer would be about a text that has changed; the request was withdrawn. */
const OVERTAKEN: readonly unknown[] = [-32801, -32800, -32802];

export interface TreeSettings {
	readonly grouping: Grouping;
	readonly filter: ProblemFilter;
}

/** The problems as a tree: each level is asked for when it is unfolded, a page at a time. */
export class ProblemTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
	readonly #requests: ProblemRequests;
	readonly #settings: () => TreeSettings;
	readonly #onRoot: (root: ProblemGroupsResult | undefined) => void;
	readonly #log: vscode.LogOutputChannel;
	readonly #changes = new vscode.EventEmitter<TreeNode | undefined>();
	/** Nodes shown below a node, by its id, where there are more than at first. */
	readonly #shown = new Map<string, number>();
	/** What was shown last, by the id of the node above. */
	readonly #last = new Map<string, TreeNode[]>();
	#waiting: ReturnType<typeof setTimeout> | undefined;

	readonly onDidChangeTreeData = this.#changes.event;

	/** @param onRoot hears what the whole looks like; undefined where the server could not say */
	constructor(requests: ProblemRequests, settings: () => TreeSettings, onRoot: (root: ProblemGroupsResult | undefined) => void, log: vscode.LogOutputChannel) {
		this.#requests = requests;
		this.#settings = settings;
		this.#onRoot = onRoot;
		this.#log = log;
	}

	getTreeItem(node: TreeNode): vscode.TreeItem { return itemOf(node); }

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		if (node?.kind === 'note') { return [...node.notes]; }
		if (node !== undefined && node.kind !== 'group') { return []; }
		const id = node?.id ?? ROOT;
		try {
			const nodes = await this.#below(node);
			this.#last.set(id, nodes);
			return nodes;
		} catch (error) {
			if (typeof error === 'object' && error !== null && 'code' in error && OVERTAKEN.includes(error.code)) {
				this.refreshSoon();
				return this.#last.get(id) ?? [];
			}
			this.#log.error(error instanceof Error ? error : String(error));
			if (node === undefined) { this.#onRoot(undefined); }
			return [noteOf(vscode.l10n.t('The problems cannot be listed.'), error instanceof Error ? error.message : String(error))];
		}
	}

	/** Shows another page below the node that a “more” stands for. */
	more({ below }: MoreNode): void {
		this.#shown.set(below, (this.#shown.get(below) ?? STEP) + STEP);
		this.#changes.fire(undefined);
	}

	/** Asks for everything that is unfolded again. */
	refresh(): void {
		clearTimeout(this.#waiting);
		this.#waiting = undefined;
		this.#changes.fire(undefined);
	}

	/** The same once, however often something changes meanwhile. */
	refreshSoon(): void { this.#waiting ??= setTimeout(() => { this.refresh(); }, QUIET); }

	/** Forgets how far lists have been turned over: other ones come. */
	reset(): void {
		this.#shown.clear();
		this.#last.clear();
		this.refresh();
	}

	dispose(): void {
		clearTimeout(this.#waiting);
		this.#changes.dispose();
	}

	async #below(node: GroupNode | undefined): Promise<TreeNode[]> {
		const { grouping } = this.#settings();
		const by = levelBelow(grouping, node?.depth ?? 0);
		if (by !== undefined) { return this.#groups(grouping, by, node); }
		return node === undefined ? [] : this.#problems(node);
	}

	async #groups(grouping: Grouping, by: GroupBy, above: GroupNode | undefined): Promise<TreeNode[]> {
		let answer: ProblemGroupsResult | undefined;
		const { total, found } = await this.#pages(above, async page => {
			answer = await this.#requests.groups(by, page);
			return { total: answer.total, found: answer.groups };
		});
		const nodes: TreeNode[] = [...found.map(group => groupNode(grouping, above, by, group)), ...moreOf(above, total - found.length)];
		if (above !== undefined || answer === undefined) { return nodes; }
		this.#onRoot(answer);
		return [...nodes, ...notesOf(answer)];
	}

	async #problems(above: GroupNode): Promise<TreeNode[]> {
		const { total, found } = await this.#pages(above, async page => {
			const { total: all, problems } = await this.#requests.list(page);
			return { total: all, found: problems };
		});
		return [...problemNodes(above, found), ...moreOf(above, total - found.length)];
	}

	/** As many as are shown, which may take several answers. */
	async #pages<T>(above: GroupNode | undefined, ask: (page: { readonly part: GroupNode['part']; readonly filter: ProblemFilter; readonly first: number; readonly most: number }) => Promise<{ readonly total: number; readonly found: readonly T[] }>): Promise<{ readonly total: number; readonly found: readonly T[] }> {
		const { filter } = this.#settings();
		const wanted = this.#shown.get(above?.id ?? ROOT) ?? STEP;
		const found: T[] = [];
		for (;;) {
			const answer = await ask({ part: above?.part ?? {}, filter, first: found.length, most: Math.min(MOST_IN_PAGE, wanted - found.length) });
			found.push(...answer.found);
			if (answer.found.length === 0 || found.length >= Math.min(wanted, answer.total)) { return { total: answer.total, found }; }
		}
	}
}

const moreOf = (above: GroupNode | undefined, left: number): MoreNode[] => (left > 0 ? [{ kind: 'more', id: `${above?.id ?? ROOT} more`, below: above?.id ?? ROOT, left }] : []);

const noteOf = (text: string, detail: string, notes: readonly NoteNode[] = []): NoteNode => ({ kind: 'note', id: `note ${text}`, text, detail, notes });

/** What was left out of the check of the workspace. */
function notesOf({ workspace: { left, limits } }: ProblemGroupsResult): NoteNode[] {
	const files = left.map(({ uri, reason }): NoteNode => ({ kind: 'note', id: `note ${uri}`, text: nameOf(vscode.Uri.parse(uri)), detail: reason, uri, notes: [] }));
	return [
		...files.length > 0 ? [noteOf(files.length === 1 ? vscode.l10n.t('1 file was not checked') : vscode.l10n.t('{0} files were not checked', files.length), '', files)] : [],
		...limits.map(limit => noteOf(limit, '')),
	];
}
