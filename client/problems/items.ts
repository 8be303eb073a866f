import * as vscode from 'vscode';
import type { ProblemGroupNode, ProblemListResult } from '#contract/problem-tree.ts';
import { problemsText } from '../status/dump-status.ts';
import { totalOf, type GroupNode, type MoreNode, type NoteNode, type ProblemNode, type TreeNode } from './nodes.ts';

type Severity = ProblemListResult['problems'][number]['severity'];

/** How VS Code shows a node. */
export function itemOf(node: TreeNode): vscode.TreeItem {
	const item = makeItem(node);
	item.id = node.id;
	return item;
}

function makeItem(node: TreeNode): vscode.TreeItem {
	switch (node.kind) {
		case 'group': return groupItem(node);
		case 'problem': return problemItem(node);
		case 'more': return moreItem(node);
		case 'note': return noteItem(node);
	}
}

export const inNumbers = (count: number): string => count.toLocaleString(vscode.env.language);

function groupItem({ by, group }: GroupNode): vscode.TreeItem {
	const label = labelOf(by, group);
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
	const { errors, warnings, information, hints } = { errors: group.counts.error, warnings: group.counts.warning, information: group.counts.information, hints: group.counts.hint };
	const parts = [problemsText({ errors, warnings, information, hints })];
	if (group.fixable > 0) { parts.push(vscode.l10n.t('{0} with a safe fix', inNumbers(group.fixable))); }
	if (group.unlisted > 0) { parts.push(vscode.l10n.t('{0} not in the Problems panel', inNumbers(group.unlisted))); }
	item.description = inNumbers(totalOf(group));
	if (by === 'dump') {
		const uri = vscode.Uri.parse(group.key);
		item.resourceUri = uri;
		const folder = folderOf(uri);
		item.description = folder === '' ? item.description : `${item.description} · ${folder}`;
	}
	item.iconPath = by === 'dump' ? vscode.ThemeIcon.File : by === 'rule' ? severityIcon(gravest(group)) : new vscode.ThemeIcon(by === 'outlet' ? 'globe' : 'note');
	item.tooltip = `${label}\n${parts.join('\n')}`;
	item.accessibilityInformation = { label: `${label}: ${parts.join(', ')}` };
	item.contextValue = [by, ...group.fixable > 0 ? ['fixable'] : []].join(' ');
	return item;
}

function labelOf(by: GroupNode['by'], { key, label }: ProblemGroupNode): string {
	switch (by) {
		case 'rule': return key;
		case 'outlet': return key === '' ? vscode.l10n.t('No outlet') : key;
		case 'dump': return nameOf(vscode.Uri.parse(key));
		case 'article': return label === '' ? vscode.l10n.t('Article without a title') : label;
	}
}

function problemItem({ problem, isPlaced }: ProblemNode): vscode.TreeItem {
	const { uri: address, rule, severity, message, title, range: { start, end }, isFixable } = problem;
	const uri = vscode.Uri.parse(address);
	const item = new vscode.TreeItem(message, vscode.TreeItemCollapsibleState.None);
	const line = vscode.l10n.t('line {0}', start.line + 1);
	const place = isPlaced ? `${nameOf(uri)}:${start.line + 1}` : line;
	item.description = place;
	item.iconPath = severityIcon(severity);
	item.tooltip = [message, title, `${rule} · ${place}`, ...isFixable ? [vscode.l10n.t('Has a safe fix')] : []].filter(each => each !== '').join('\n');
	item.accessibilityInformation = { label: `${severityName(severity)}: ${message} ${rule}, ${isPlaced ? `${nameOf(uri)}, ${line}` : line}` };
	item.contextValue = 'problem';
	const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start.line, start.character, end.line, end.character) };
	item.command = { title: vscode.l10n.t('Go to the Problem'), command: 'vscode.open', arguments: [uri, options] };
	return item;
}

function moreItem(node: MoreNode): vscode.TreeItem {
	const item = new vscode.TreeItem(vscode.l10n.t('{0} more …', inNumbers(node.left)), vscode.TreeItemCollapsibleState.None);
	item.iconPath = new vscode.ThemeIcon('ellipsis');
	item.command = { title: vscode.l10n.t('Show More'), command: 'warraq.moreProblems', arguments: [node] };
	return item;
}

function noteItem({ text, detail, uri, notes }: NoteNode): vscode.TreeItem {
	const item = new vscode.TreeItem(text, notes.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
	item.description = detail;
	item.tooltip = detail === '' ? text : `${text}\n${detail}`;
	item.iconPath = new vscode.ThemeIcon('info');
	if (uri !== undefined) { item.resourceUri = vscode.Uri.parse(uri); item.iconPath = vscode.ThemeIcon.File; }
	return item;
}

const gravest = ({ counts }: ProblemGroupNode): Severity => (['error', 'warning', 'information', 'hint'] as const).find(severity => counts[severity] > 0) ?? 'hint';

const icons: Readonly<Record<Severity, readonly [string, string?]>> = {
	error: ['error', 'problemsErrorIcon.foreground'], warning: ['warning', 'problemsWarningIcon.foreground'], information: ['info', 'problemsInfoIcon.foreground'], hint: ['lightbulb'],
};

function severityIcon(severity: Severity): vscode.ThemeIcon {
	const [name, color] = icons[severity];
	return color === undefined ? new vscode.ThemeIcon(name) : new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
}

export function severityName(severity: Severity): string {
	switch (severity) {
		case 'error': return vscode.l10n.t('Error');
		case 'warning': return vscode.l10n.t('Warning');
		case 'information': return vscode.l10n.t('Information');
		case 'hint': return vscode.l10n.t('Hint');
	}
}

export const nameOf = (uri: vscode.Uri): string => uri.path.replace(/^.*\//u, '');

/** The folder of a file as it is shown below the folders of the workspace; empty for one that lies directly in the only one. */
function folderOf(uri: vscode.Uri): string {
	const path = vscode.workspace.asRelativePath(uri);
	const end = path.lastIndexOf('/');
	return end < 0 ? '' : path.slice(0, end);
}
