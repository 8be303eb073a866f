import { WorkDoneProgress, type CancellationToken } from 'vscode-languageserver';
import type { WorkspaceState } from '#contract/problem-tree.ts';
import { Refusal } from '../guard.ts';
import type { Session } from '../session.ts';

/** `warraq/checkWorkspace` */
export async function checkWorkspace(session: Session, { workDoneToken }: { readonly workDoneToken?: string | number | undefined }, token: CancellationToken): Promise<WorkspaceState> {
	const { connection, workspace } = session;
	if (session.folders.length === 0) { throw new Refusal('There is no folder to check: open one and try again.'); }
	let told = -1;
	return workspace.run(token, (done, total) => {
		const percentage = total === 0 ? 100 : Math.floor((100 * done) / total);
		if (workDoneToken === undefined || percentage === told) { return; }
		told = percentage;
		void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', percentage });
	});
}
