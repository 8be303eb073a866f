import type { ProblemGroupNode, ProblemListResult, ProblemPart } from '#contract/problem-tree.ts';

/** What the first level of the tree is: rules, outlets or dumps. */
export const groupings = ['rule', 'outlet', 'dump'] as const;
export type Grouping = (typeof groupings)[number];
export type GroupBy = Grouping | 'article';

/** What the levels of the tree are made of; below the last one stand the problems. */
const levels: Readonly<Record<Grouping, readonly GroupBy[]>> = { rule: ['rule', 'dump'], outlet: ['outlet', 'rule'], dump: ['dump', 'article'] };

/** Groups below a node of that depth, the whole being 0; undefined where its problems come next. */
export const levelBelow = (grouping: Grouping, depth: number): GroupBy | undefined => levels[grouping][depth];

interface Common {
	/** The same for the same thing, so that what is unfolded stays so. */
	readonly id: string;
}

/** Problems that have something in common. */
export interface GroupNode extends Common {
	readonly kind: 'group';
	readonly by: GroupBy;
	readonly depth: number;
	readonly part: ProblemPart;
	readonly group: ProblemGroupNode;
	/** For the command that opens the page of a rule. */
	readonly rule: string | undefined;
}

export interface ProblemNode extends Common {
	readonly kind: 'problem';
	readonly problem: ProblemListResult['problems'][number];
	/** False where a node above names the dump. */
	readonly isPlaced: boolean;
	readonly rule: string;
}

/** Stands for what is not shown yet. */
export interface MoreNode extends Common {
	readonly kind: 'more';
	/** Id of the node it stands below. */
	readonly below: string;
	readonly left: number;
}

/** Something to be said in the tree, with a file or a command that helps. */
export interface NoteNode extends Common {
	readonly kind: 'note';
	readonly text: string;
	readonly detail: string;
	readonly uri?: string;
	readonly notes: readonly NoteNode[];
}

export type TreeNode = GroupNode | ProblemNode | MoreNode | NoteNode;

/** Id of the whole tree, which is no node. */
export const ROOT = '';

export function groupNode(grouping: Grouping, above: GroupNode | undefined, by: GroupBy, group: ProblemGroupNode): GroupNode {
	const { key } = group;
	const own: ProblemPart = by === 'dump' ? { uri: key } : by === 'article' ? { article: { index: Number(key), version: group.version } } : { [by]: key };
	const part = { ...above?.part, ...own };
	return { kind: 'group', id: `${above?.id ?? grouping} ${JSON.stringify(key)}`, by, depth: (above?.depth ?? 0) + 1, part, group, rule: part.rule };
}

/** Problems as nodes; of several that look the same each has an id of its own. */
export function problemNodes(above: GroupNode, problems: readonly ProblemNode['problem'][]): ProblemNode[] {
	const seen = new Map<string, number>();
	return problems.map(problem => {
		const { uri, rule, range: { start, end } } = problem;
		const place = `${uri}#${start.line}:${start.character}-${end.line}:${end.character} ${rule}`;
		const nth = (seen.get(place) ?? 0) + 1;
		seen.set(place, nth);
		return { kind: 'problem', id: `${above.id} ${place} ${nth}`, problem, isPlaced: above.part.uri === undefined, rule };
	});
}

/** How many problems a group has. */
export const totalOf = ({ counts }: Pick<ProblemGroupNode, 'counts'>): number => counts.error + counts.warning + counts.information + counts.hint;
