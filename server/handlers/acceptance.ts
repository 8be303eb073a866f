import { acceptance } from '#core/baseline.ts';
import { formatDay } from '#core/format/day.ts';
import type { Problem } from '#core/rules/rule.ts';
import type { Range } from '#core/text/range.ts';
import type { AcceptanceParams, AcceptanceResult, WithdrawalParams, WithdrawalResult } from '#contract/acceptance.ts';
import { parseBaseline, printBaseline } from '#contract/baseline.ts';
import { Refusal } from '../guard.ts';
import type { Session } from '../session.ts';
import type { BaselineFile } from '../settings-store.ts';
import type { Snapshot } from '../snapshot.ts';

const OUTDATED = 'The text has changed since this was offered: open the quick fixes again.';

/** `warraq/accept`: the lines that a baseline needs to accept one problem, or all of a rule in a dump. */
export async function accept(session: Session, snapshot: Snapshot, { version, rule, range, who, why }: AcceptanceParams): Promise<AcceptanceResult> {
	const baseline = await baselineOf(session, snapshot, version);
	const by = { who, why, when: formatDay(session.environment.today()) };
	const entries = [...problemsOf(snapshot, rule, range, index => snapshot.problemsOf(index))].map(({ index, problem }) => acceptance(articleOf(snapshot, index), problem, by));
	if (entries.length === 0) { throw new Refusal(OUTDATED); }
	return { uri: baseline.uri, lines: printBaseline(entries), count: entries.length };
}

/** `warraq/withdraw`: the line of a baseline that accepts a problem. */
export async function withdraw(session: Session, snapshot: Snapshot, { version, rule, range }: WithdrawalParams): Promise<WithdrawalResult> {
	const { uri, text = '' } = await baselineOf(session, snapshot, version);
	const [found] = problemsOf(snapshot, rule, range, index => snapshot.acceptedOf(index));
	if (found === undefined) { throw new Refusal(OUTDATED); }
	const article = articleOf(snapshot, found.index);
	const entry = [...snapshot.checker.linter.accepted(article)].find(([problem]) => problem.rule.id === rule && isSame(problem.range, found.problem.range))?.[1];
	const { entries, lines } = parseBaseline(text);
	const line = lines[entry === undefined ? -1 : snapshot.settings.accepted.indexOf(entry)];
	if (line === undefined || entries.length !== snapshot.settings.accepted.length) { throw new Refusal('The baseline has changed meanwhile: try again.'); }
	return { uri, line: line - 1, text: text.split(/\r\n|\n|\r/u)[line - 1] ?? '' };
}

async function baselineOf(session: Session, { uri, version }: Snapshot, wanted: number): Promise<BaselineFile> {
	if (version !== wanted) { throw new Refusal(OUTDATED); }
	const baseline = await session.settings.baselineFor(uri, session.folders);
	if (baseline === undefined) { throw new Refusal('A problem can be accepted only in a dump that lies in a folder: save it first.'); }
	return baseline;
}

function* problemsOf({ dump }: Snapshot, rule: string, range: Range | null, of: (index: number) => readonly Problem[]): Generator<{ readonly index: number; readonly problem: Problem }> {
	const [first, last] = range === null ? [0, dump.articles.length - 1] : [dump.indexAt(range.start), dump.indexAt(range.start)];
	for (let index = first; index <= last; index++) {
		const start = dump.startOf(index);
		for (const problem of of(index)) {
			if (problem.rule.id === rule && (range === null || isSame(problem.range, { start: range.start - start, end: range.end - start }))) { yield { index, problem }; }
		}
	}
}

const isSame = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

function articleOf({ dump }: Snapshot, index: number): NonNullable<Snapshot['dump']['articles'][number]> {
	const article = dump.articles[index];
	if (article === undefined) { throw new Refusal(OUTDATED); }
	return article;
}
