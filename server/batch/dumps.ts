import { dumpFiles, type DumpFile } from '../dump-files.ts';
import { Refusal, type Watch } from '../guard.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import { fileKey, pathBelow, shownPath } from '../uri.ts';

/** More files than anybody has in one workspace; what lies beyond is said. */
const MOST_FILES = 200_000;

export interface Left {
	readonly path: string;
	readonly reason: string;
}

/** The dumps of a workspace: those that are open as the editor has them, all others as files. */
export interface WorkspaceDumps {
	readonly open: readonly Snapshot[];
	readonly files: readonly DumpFile[];
	/** What cannot be mended, with the reason. */
	readonly left: readonly Left[];
}

/** All dumps below the workspace folders. @throws Refusal where no folder is open */
export async function workspaceDumps(session: Session, watch: Watch): Promise<WorkspaceDumps> {
	const { folders, environment: { disk } } = session;
	if (folders.length === 0) { throw new Refusal('No folder is open: open the folder of the dumps and try again, or fix the open dump alone.'); }
	const open: Snapshot[] = [];
	for (const { uri } of session.all()) {
		const snapshot = folders.some(folder => pathBelow(folder, uri) !== undefined) ? await session.snapshot(uri) : undefined;
		if (snapshot !== undefined) { open.push(snapshot); }
	}
	const found = await dumpFiles(session.folderHost, watch, MOST_FILES);
	const closed = found.files.filter(({ uri }) => !isOpen(session, uri));
	const files = closed.filter(({ uri }) => disk?.reaches(uri) === true);
	const unreached = closed.length - files.length;
	return {
		open, files,
		left: [
			...unreached === 0 ? [] : [{ path: `${unreached.toLocaleString('en')} closed ${unreached === 1 ? 'file' : 'files'}`, reason: 'Here only open dumps can be mended: open them, or run “warraq fix” where the files lie.' }],
			...found.isCut ? [{ path: 'All other files', reason: `Only the first ${MOST_FILES.toLocaleString('en')} were read: open a part of the workspace.` }] : [],
		],
	};
}

export function isOpen(session: Session, uri: string): boolean {
	const key = fileKey(uri);
	return session.all().some(open => fileKey(open.uri) === key);
}

export const UNSAVED = 'It is open with changes that are not saved, and was left alone: save or close it, then try again.';

/** What people call a dump. */
export const nameOf = (session: Session, uri: string): string => shownPath(session.folders, uri);
