import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { reportOf, type Report } from '../report.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkAll } from '../work.ts';

/** `textDocument/diagnostic`; `tell` hears of every report that has been made anew. */
export async function diagnostic(snapshot: Snapshot, { previousResultId }: DocumentDiagnosticParams, { client, environment, watch }: Surroundings, tell: (snapshot: Snapshot, report: Report) => void): Promise<DocumentDiagnosticReport> {
	const { resultId } = snapshot;
	if (previousResultId === resultId) { return { kind: 'unchanged', resultId }; }
	await checkAll(snapshot, environment, watch);
	const report = reportOf(snapshot, client);
	tell(snapshot, report);
	return { kind: 'full', resultId, items: report.diagnostics };
}
