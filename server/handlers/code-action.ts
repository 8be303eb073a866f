import type { CodeAction, CodeActionParams, Command, Diagnostic } from 'vscode-languageserver';
import { problemsAt } from '#core/features/fixes.ts';
import type { Problem } from '#core/rules/rule.ts';
import { shift, type Range } from '#core/text/range.ts';
import { acceptanceCommands } from '#contract/acceptance.ts';
import { serverCommands } from '#contract/server-api.ts';
import { lspRangeIn, offsetsOf } from '../convert.ts';
import { SAVE_BUDGET, fixAll, type AllFixes } from '../fix-all.ts';
import { pageOf } from '../report.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';
import { workspaceEdit } from '../workspace-edits.ts';

export const FIX_ALL_KIND = 'source.fixAll.warraq';
/** Problems of a selection for which fixes are offered one by one; a menu of more helps nobody. */
const MOST_PROBLEMS = 30;

/** `textDocument/codeAction`; `remark` hears what a fix-all left undone. */
export async function codeAction(snapshot: Snapshot, { range, context }: CodeActionParams, surroundings: Surroundings, remark: (fixes: AllFixes) => void): Promise<(CodeAction | Command)[]> {
	const { client } = surroundings;
	// What was not asked for is not computed: saving asks for source.fixAll alone, and waits.
	const wants = (kind: string): boolean => context.only === undefined || context.only.some(only => kind === only || kind.startsWith(`${only}.`) || only === '');
	const actions: CodeAction[] = [];
	if (wants('quickfix')) { actions.push(...quickFixes(snapshot, offsetsOf(snapshot.dump, range), context.diagnostics, surroundings)); }
	if (context.only === undefined) { actions.push(lazyFixAll(snapshot)); } else if (wants(FIX_ALL_KIND)) { actions.push(...await fixAllAction(snapshot, surroundings, remark)); }
	return client.literalActions ? actions : actions.flatMap(action => asCommand(action));
}

function quickFixes(snapshot: Snapshot, range: Range, diagnostics: readonly Diagnostic[], surroundings: Surroundings): CodeAction[] {
	const { dump } = snapshot;
	const actions: CodeAction[] = [];
	const rules = new Map<string, Diagnostic[]>();
	const fixable = new Set<string>();
	let left = MOST_PROBLEMS;
	for (let index = Math.max(0, dump.indexAt(range.start)); index < dump.articles.length && dump.startOf(index) <= range.end && left > 0; index++) {
		const start = dump.startOf(index);
		for (const problem of problemsAt(snapshot.problemsOf(index), shift(range, -start)).slice(0, left)) {
			left--;
			const own = matching(snapshot, index, problem, diagnostics);
			rules.set(problem.rule.id, [...rules.get(problem.rule.id) ?? [], ...own]);
			if (problem.fixes.some(({ safety }) => safety === 'safe')) { fixable.add(problem.rule.id); }
			actions.push(...fixActions(snapshot, index, problem, own, surroundings));
		}
	}
	for (const rule of fixable) { actions.push(ruleAction(snapshot, rule, rules.get(rule) ?? [])); }
	actions.push(...acceptActions(snapshot, range, rules, surroundings));
	for (const [rule, own] of rules) { actions.push(...pageAction(rule, own, surroundings)); }
	return actions;
}

/** The client's diagnostics that are this problem; what they carry is not believed, only shown again. */
function matching({ dump }: Snapshot, index: number, problem: Problem, diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const { start, end } = lspRangeIn(dump, index, problem.range);
	return diagnostics.filter(({ code, range }) => code === problem.rule.id && range.start.line === start.line && range.start.character === start.character && range.end.line === end.line && range.end.character === end.character);
}

function fixActions(snapshot: Snapshot, index: number, { rule, range, fixes }: Problem, diagnostics: Diagnostic[], { client }: Surroundings): CodeAction[] {
	const start = snapshot.dump.startOf(index);
	const isAlone = fixes.filter(({ safety }) => safety === 'safe').length === 1;
	return fixes.map(({ title, safety, edits }, at) => ({
		title,
		kind: 'quickfix',
		diagnostics,
		...isAlone && safety === 'safe' ? { isPreferred: true } : {},
		...client.literalActions
			? { edit: workspaceEdit(snapshot, edits.map(({ range: place, text }) => ({ range: shift(place, start), text })), client) }
			: { command: { title, command: serverCommands.applyFix, arguments: [snapshot.uri, snapshot.version, rule.id, shift(range, start), at] } },
	}));
}

function ruleAction({ uri }: Snapshot, rule: string, diagnostics: Diagnostic[]): CodeAction {
	const title = `Fix all problems of “${rule}” in this file`;
	return { title, kind: 'quickfix', diagnostics, command: { title, command: serverCommands.fixAll, arguments: [uri, { rules: [rule] }] } };
}

/** To let problems stand, and to take that back; for clients that keep the baseline themselves. */
function acceptActions(snapshot: Snapshot, range: Range, rules: ReadonlyMap<string, Diagnostic[]>, { client }: Surroundings): CodeAction[] {
	const { dump, uri, version } = snapshot;
	const { accept, withdraw } = acceptanceCommands;
	if (!client.commands.has(accept)) { return []; }
	const index = dump.indexAt(range.start);
	const start = dump.startOf(index);
	const action = (title: string, command: string, args: readonly unknown[], diagnostics: Diagnostic[]): CodeAction => ({ title, kind: 'quickfix', diagnostics, command: { title, command, arguments: [uri, version, ...args] } });
	const open = problemsAt(snapshot.problemsOf(index), shift(range, -start)).slice(0, MOST_PROBLEMS);
	const accepted = problemsAt(snapshot.acceptedOf(index), shift(range, -start)).slice(0, MOST_PROBLEMS);
	return [
		...open.map(({ rule, range: place }) => action(`Accept this problem (“${rule.id}”)…`, accept, [rule.id, shift(place, start)], rules.get(rule.id) ?? [])),
		...[...rules].map(([rule, diagnostics]) => action(`Accept all problems of “${rule}” in this file…`, accept, [rule, null], diagnostics)),
		...accepted.map(({ rule, range: place }) => action(`No longer accept this problem (“${rule.id}”)`, withdraw, [rule.id, shift(place, start)], [])),
	];
}

function pageAction(rule: string, diagnostics: Diagnostic[], { client }: Surroundings): CodeAction[] {
	if (!client.commands.has(serverCommands.openRulePage) && !client.showsDocuments) { return []; }
	const title = `Open the page of “${rule}”`;
	return [{ title, kind: 'quickfix', diagnostics, command: { title, command: serverCommands.openRulePage, arguments: [rule, pageOf(rule, client)] } }];
}

/** For menus of editors that ask for everything at once: computed only when it is chosen. */
function lazyFixAll({ uri }: Snapshot): CodeAction {
	const title = 'Apply all safe fixes in this file';
	return { title, kind: FIX_ALL_KIND, command: { title, command: serverCommands.fixAll, arguments: [uri] } };
}

async function fixAllAction(snapshot: Snapshot, { client, environment, watch }: Surroundings, remark: (fixes: AllFixes) => void): Promise<CodeAction[]> {
	const fixes = await fixAll(snapshot, {}, environment, watch, SAVE_BUDGET);
	remark(fixes);
	if (fixes.edits.length === 0) { return []; }
	return [{ title: 'Apply all safe fixes in this file', kind: FIX_ALL_KIND, edit: workspaceEdit(snapshot, fixes.edits, client) }];
}

/** Clients from before LSP 3.8 take commands only. */
const asCommand = ({ command }: CodeAction): Command[] => (command === undefined ? [] : [command]);
