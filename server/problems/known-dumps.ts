import type { CancellationToken } from 'vscode-languageserver';
import type { CountedDump } from '#core/features/problem-counts.ts';
import { compareNames } from '#core/features/problem-groups.ts';
import { CLOSED } from '#contract/problem-tree.ts';
import { Cancelled, Outdated, Watch } from '../guard.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import { shownPath } from '../uri.ts';
import { countsOf } from './counting.ts';

/** A dump whose problems are counted; `snapshot` where it is open. */
export interface KnownDump extends CountedDump {
	readonly snapshot: Snapshot | undefined;
}

/** The dumps that are known at one moment, and what an answer about them needs. */
export interface KnownDumps {
	readonly dumps: readonly KnownDump[];
	/** Ends work on an answer that would be about other dumps than those. */
	readonly watch: Watch;
}

/** Every open dump, checked as far as that is still to be done, and those of the workspace that have been checked; by path. */
export async function knownDumps(session: Session, token: CancellationToken): Promise<KnownDumps> {
	const open: Snapshot[] = [];
	for (const { uri } of session.all()) {
		const snapshot = await session.snapshot(uri);
		if (snapshot !== undefined) { open.push(snapshot); }
	}
	if (token.isCancellationRequested) { throw new Cancelled(); }
	const watch = new Watch(token, () => open.some(snapshot => session.current(snapshot.uri) !== snapshot));
	const dumps: KnownDump[] = [];
	for (const snapshot of open) {
		dumps.push({ uri: snapshot.uri, path: shownPath(session.folders, snapshot.uri), counts: await countsOf(snapshot, session.environment, watch), snapshot });
	}
	const closed = session.workspace.dumps().map(dump => ({ ...dump, snapshot: undefined }));
	return { dumps: [...dumps, ...closed].sort((a, b) => compareNames(a.path, b.path)), watch };
}

/** The dump of a URI with its text. @throws {Outdated} where it is no longer known, or its articles are those of another version */
export async function wholeDump(session: Session, { dumps, watch }: KnownDumps, uri: string | undefined, version?: number): Promise<{ readonly dump: KnownDump; readonly snapshot: Snapshot }> {
	const dump = dumps.find(each => each.uri === uri);
	if (dump === undefined || (version !== undefined && version !== versionOf(dump))) { throw new Outdated(); }
	const snapshot = dump.snapshot ?? await session.workspace.snapshot(dump.uri, watch);
	if (snapshot === undefined) { throw new Outdated(); }
	return { dump, snapshot };
}

/** What an answer gives as the version of a dump. */
export const versionOf = ({ snapshot }: KnownDump): number => snapshot?.version ?? CLOSED;
