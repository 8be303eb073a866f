import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '#core/text/edit.ts';
import type { ClientProfile } from './client-profile.ts';
import { textEdits } from './convert.ts';
import { Refusal } from './guard.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

/** Edits in offsets of the dump, for exactly this version where the client can be told so. */
export function workspaceEdit({ uri, version, dump }: Snapshot, edits: readonly Edit[], client: ClientProfile): WorkspaceEdit {
	const changes = textEdits(dump, edits);
	return client.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}

/** Has the editor apply fixes. @throws {Refusal} where it does not */
export async function applyFixes({ connection, client }: Session, snapshot: Snapshot, edits: readonly Edit[], label: string): Promise<void> {
	const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit: workspaceEdit(snapshot, edits, client) });
	if (!applied) { throw new Refusal(`The editor has not applied the fix${failureReason === undefined ? '' : ` (${failureReason})`}; try again.`); }
}
