import type { CancellationToken } from 'vscode-languageserver';
import type { WorkspaceState } from '#contract/problem-tree.ts';
import { Refusal } from '../guard.ts';
import { progressOf } from '../progress.ts';
import type { Session } from '../session.ts';

/** `warraq/checkWorkspace` */
export async function checkWorkspace(session: Session, { workDoneToken }: { readonly workDoneToken?: string | number | undefined }, token: CancellationToken): Promise<WorkspaceState> {
	if (session.folders.length === 0) { throw new Refusal('There is no folder to check: open one and try again.'); }
	return session.workspace.run(token, progressOf(session, workDoneToken));
}
