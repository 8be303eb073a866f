import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Publisher } from '../publisher.ts';
import { reportOf } from '../report.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkAll } from '../work.ts';

/** `textDocument/diagnostic`; a large dump is first answered with the problems of its first articles. */
export async function diagnostic(snapshot: Snapshot, { previousResultId }: DocumentDiagnosticParams, { client, environment, watch }: Surroundings, publisher: Publisher): Promise<DocumentDiagnosticReport> {
	const { reportId, dump } = snapshot;
	if (previousResultId === reportId) { return { kind: 'unchanged', resultId: reportId }; }
	const part = previousResultId === undefined ? publisher.firstPart(snapshot) : dump.articles.length;
	await checkAll(snapshot, environment, watch, part);
	const report = reportOf(snapshot, client, part);
	if (part < dump.articles.length) {
		publisher.finish(snapshot);
		return { kind: 'full', resultId: `${reportId}.${part}`, items: report.diagnostics };
	}
	publisher.tell(snapshot, report);
	return { kind: 'full', resultId: reportId, items: report.diagnostics };
}
