import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Problem, Severity } from '#core/rules/rule.ts';
import { rulePage } from '#core/rules/page.ts';
import type { Status } from '#contract/server-api.ts';
import type { ClientProfile } from './client-profile.ts';
import { lspRangeIn, lspSeverity } from './convert.ts';
import type { Snapshot } from './snapshot.ts';

/** What VS Code shows of one file (`extHostDiagnostics.ts`, `_maxDiagnosticsPerFile`); others have no use for more. */
export const MOST_DIAGNOSTICS = 1000;
/** Lines from which the outline names articles only; an outline of more entries takes editors seconds. */
export const MOST_OUTLINE_LINES = 10_000;

export interface Report {
	readonly diagnostics: Diagnostic[];
	readonly status: Status;
}

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The problems of a dump, or of as many articles from its start, which have been checked; the gravest of them where there are too many. */
export function reportOf(snapshot: Snapshot, client: ClientProfile, part = snapshot.dump.articles.length): Report {
	const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
	const { articles } = snapshot.dump;
	for (let index = 0; index < part; index++) {
		for (const { severity } of snapshot.problemsOf(index)) { counts[severity]++; }
	}
	const total = counts.error + counts.warning + counts.information + counts.hint;
	const { error: errors, warning: warnings, information, hint: hints } = counts;
	return {
		diagnostics: [...chosen(snapshot, counts, total), ...acceptedIn(snapshot, part, MOST_DIAGNOSTICS - total)].map(([index, problem]) => diagnosticOf(snapshot, index, problem, client)),
		status: { uri: snapshot.uri, version: snapshot.version, articles: articles.length, errors, warnings, information, hints, limits: limitsOf(snapshot, total, client) },
	};
}

/** By position; where there are too many, those of each severity only as long as there is room, errors first. */
function chosen(snapshot: Snapshot, counts: Readonly<Record<Severity, number>>, total: number): (readonly [number, Problem])[] {
	const room: Record<Severity, number> = { ...counts };
	let left = MOST_DIAGNOSTICS;
	for (const severity of order) {
		room[severity] = Math.min(counts[severity], left);
		left -= room[severity];
	}
	const picked: (readonly [number, Problem])[] = [];
	const most = Math.min(total, MOST_DIAGNOSTICS);
	for (let index = 0; picked.length < most; index++) {
		for (const problem of snapshot.problemsOf(index)) {
			if (room[problem.severity]-- > 0) { picked.push([index, problem]); }
		}
	}
	return picked;
}

/** The accepted problems, as far as there is room for them. */
function acceptedIn(snapshot: Snapshot, part: number, room: number): (readonly [number, Problem])[] {
	const accepted: (readonly [number, Problem])[] = [];
	if (snapshot.checker.linter.baseline === undefined) { return accepted; }
	for (let index = 0; index < part && accepted.length < room; index++) {
		for (const problem of snapshot.acceptedOf(index)) { if (accepted.length < room) { accepted.push([index, problem]); } }
	}
	return accepted;
}

function limitsOf(snapshot: Snapshot, total: number, client: ClientProfile): string[] {
	const { dump, checker } = snapshot;
	const failed = checker.failures(dump.articles);
	return [
		...total > MOST_DIAGNOSTICS ? [`${MOST_DIAGNOSTICS.toLocaleString('en')} of ${total.toLocaleString('en')} problems are shown, errors first: ${client.commands.has('warraq.showProblems') ? 'the view “Warraq” lists all of them.' : 'mend some, or run “warraq check” for all.'}`] : [],
		...dump.lineCount > MOST_OUTLINE_LINES ? [`The outline names articles only: the dump has more than ${MOST_OUTLINE_LINES.toLocaleString('en')} lines.`] : [],
		...failed > 0 ? [`${failed.toLocaleString('en')} ${failed === 1 ? 'article' : 'articles'} could not be checked because of a defect in Warraq: the output channel says more.`] : [],
	];
}

export function diagnosticOf(snapshot: Snapshot, index: number, problem: Problem, client: ClientProfile): Diagnostic {
	const { rule, severity, range, message, related, isUnnecessary } = problem;
	return {
		range: lspRangeIn(snapshot.dump, index, range),
		severity: lspSeverity(severity),
		code: rule.id,
		...client.codeDescription ? { codeDescription: { href: pageOf(rule.id, client) } } : {},
		source: 'warraq',
		message,
		...isUnnecessary ? { tags: [1] } : {},
		...client.relatedInformation && related.length > 0 ? { relatedInformation: related.map((each): DiagnosticRelatedInformation => ({ location: { uri: snapshot.uri, range: lspRangeIn(snapshot.dump, index, each.range) }, message: each.message })) } : {},
	};
}

/** Address of a rule's page: the client's own copy where it has one. */
export const pageOf = (rule: string, { options }: ClientProfile): string => (options.rulePages === undefined ? rulePage(rule) : `${options.rulePages}/${rule}.md`);
