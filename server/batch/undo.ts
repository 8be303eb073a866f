import { DumpDocument } from '#core/document/document.ts';
import { applyEdits } from '#core/text/edit.ts';
import type { UndoReport } from '#contract/batch.ts';
import { textEdits } from '../convert.ts';
import type { Session } from '../session.ts';
import { fileKey } from '../uri.ts';
import { workspaceEdit } from '../workspace-edits.ts';
import type { Applied, EditedDump } from './apply.ts';
import { UNSAVED, nameOf, type Left } from './dumps.ts';

const CHANGED = 'It was changed since it was mended, and was left alone.';

/**
 * Takes the last batch back: files by the journals in their folders, open dumps by an edit.
 * @param last of this session; where there is none, what the journals of the workspace folders tell of
 * @param others documents with changes that are not saved, besides the open dumps, by `fileKey`
 */
export async function undo(session: Session, last: Applied | undefined, others: ReadonlySet<string>): Promise<UndoReport> {
	const left: Left[] = [];
	let restored = 0;
	for (const dump of last?.edited ?? []) {
		const reason = await restoreOpen(session, dump);
		if (reason === undefined) { restored++; } else { left.push({ path: nameOf(session, dump.uri), reason }); }
	}
	const { environment } = session;
	const { disk } = environment;
	const unsaved = new Set([...others, ...await unsavedDumps(session)]);
	for (const folder of disk === undefined ? [] : last?.folders ?? session.folders.filter(each => disk.reaches(each))) {
		try {
			const undone = await disk?.undo(folder, { pause: () => environment.pause(), refusal: uri => (unsaved.has(fileKey(uri)) ? UNSAVED : undefined) });
			if (undone === undefined) { continue; }
			restored += undone.restored.length;
			for (const uri of undone.restored) { session.workspace.changed(uri, false); }
			for (const uri of undone.changed) { left.push({ path: nameOf(session, uri), reason: CHANGED }); }
			for (const { file, reason } of undone.failed) { left.push({ path: nameOf(session, file), reason }); }
		} catch (error) {
			left.push({ path: nameOf(session, folder), reason: disk?.reasonOf(error) ?? String(error) });
		}
	}
	return { restored, left };
}

/** Open dumps that are not what their files are. */
async function unsavedDumps(session: Session): Promise<ReadonlySet<string>> {
	const unsaved = new Set<string>();
	for (const { uri, dump } of session.all()) {
		if (await session.environment.readFile(uri) !== dump.text) { unsaved.add(fileKey(uri)); }
	}
	return unsaved;
}

/** Gives a dump that the editor has mended its text back, also where it was closed since; a sentence where that cannot be. */
async function restoreOpen(session: Session, { uri, after, inverse }: EditedDump): Promise<string | undefined> {
	const snapshot = session.current(uri);
	const text = snapshot?.dump.text ?? await session.environment.readFile(uri);
	if (text !== after) { return text === applyEdits(after, inverse) ? undefined : CHANGED; }
	const edit = snapshot === undefined ? { changes: { [uri]: textEdits(DumpDocument.read(text), inverse) } } : workspaceEdit(snapshot, inverse, session.client);
	const { applied } = await session.connection.workspace.applyEdit({ label: 'Undo fix all in workspace', edit });
	return applied ? undefined : 'The editor has not taken the edit: undo it there.';
}
