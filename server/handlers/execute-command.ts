import type { ExecuteCommandParams } from 'vscode-languageserver';
import { ruleById } from '#core/rules/all.ts';
import type { FixChoice } from '#core/fix.ts';
import { shift } from '#core/text/range.ts';
import { applyFixArguments, fixAllArguments, openRulePageArguments, serverCommands, type FixAllResult } from '#contract/server-api.ts';
import { COMMAND_BUDGET, fixAll, remark } from '../fix-all.ts';
import { Refusal, Watch } from '../guard.ts';
import { pageOf } from '../report.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import { applyFixes } from '../workspace-edits.ts';
import type { CancellationToken } from 'vscode-languageserver';

/** `workspace/executeCommand` */
export async function executeCommand(session: Session, { command, arguments: raw = [] }: ExecuteCommandParams, token: CancellationToken): Promise<unknown> {
	switch (command) {
		case serverCommands.fixAll: return runFixAll(session, raw, token);
		case serverCommands.applyFix: return runApplyFix(session, raw);
		case serverCommands.openRulePage: return runOpenRulePage(session, raw);
		default: throw new Refusal(`There is no command ${command}; update the editor's extension or Warraq.`);
	}
}

async function runFixAll(session: Session, raw: unknown[], token: CancellationToken): Promise<FixAllResult> {
	const parsed = fixAllArguments.safeParse(raw.length === 1 ? [raw[0], undefined] : raw);
	if (!parsed.success) { throw new Refusal('Fixing all takes the document and, if wanted, { rules, isUnsafe }.'); }
	const [uri, options] = parsed.data;
	const snapshot = await openSnapshot(session, uri);
	const unknown = options?.rules?.find(rule => ruleById(rule) === undefined);
	if (unknown !== undefined) { throw new Refusal(`There is no rule “${unknown}”; “warraq rules” lists them all.`); }
	const choice: FixChoice = { ...options?.isUnsafe === true ? { isUnsafe: true } : {}, ...options?.rules === undefined ? {} : { rules: new Set(options.rules) } };
	const watch = new Watch(token, () => session.current(uri)?.version !== snapshot.version);
	const fixes = await fixAll(snapshot, choice, session.environment, watch, COMMAND_BUDGET);
	const said = remark(fixes, snapshot);
	// Warraq's own client tells from the result that time ran out; every client must hear of a defect.
	const isTold = session.client.options.notifications === true && fixes.reached < snapshot.dump.articles.length;
	if (said !== undefined && !isTold) { session.tell(said, 'warning'); }
	if (fixes.edits.length > 0) { await applyFixes(session, snapshot, fixes.edits, 'Fix all'); }
	return { fixes: fixes.count, isComplete: fixes.reached === snapshot.dump.articles.length };
}

async function runApplyFix(session: Session, raw: unknown[]): Promise<boolean> {
	const parsed = applyFixArguments.safeParse(raw);
	if (!parsed.success) { throw new Refusal('Applying a fix takes document, version, rule, range and number of the fix.'); }
	const [uri, version, rule, range, at] = parsed.data;
	const snapshot = await openSnapshot(session, uri);
	if (snapshot.version !== version) { throw new Refusal('The text has changed since this fix was offered; open the quick fixes again.'); }
	const index = snapshot.dump.indexAt(range.start);
	const start = snapshot.dump.startOf(index);
	const problem = snapshot.problemsOf(index).find(each => each.rule.id === rule && each.range.start + start === range.start && each.range.end + start === range.end);
	const fix = problem?.fixes[at];
	if (fix === undefined) { throw new Refusal('There is no such fix at this place; open the quick fixes again.'); }
	await applyFixes(session, snapshot, fix.edits.map(edit => ({ range: shift(edit.range, start), text: edit.text })), fix.title);
	return true;
}

/** For clients that do not open pages themselves. */
async function runOpenRulePage({ connection, client }: Session, raw: unknown[]): Promise<null> {
	const parsed = openRulePageArguments.safeParse(raw.slice(0, 1));
	if (!parsed.success || ruleById(parsed.data[0]) === undefined) { throw new Refusal('There is no such rule; “warraq rules” lists them all.'); }
	await connection.window.showDocument({ uri: pageOf(parsed.data[0], client), external: true });
	return null;
}

async function openSnapshot(session: Session, uri: string): Promise<Snapshot> {
	const snapshot = await session.snapshot(uri);
	if (snapshot === undefined) { throw new Refusal('This dump is not open; open it and try again.'); }
	return snapshot;
}
