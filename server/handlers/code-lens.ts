import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import * as z from 'zod/mini';
import { lensKinds, lensTitle, type LensKind } from '#core/features/lenses.ts';
import type { ClientProfile } from '../client-profile.ts';
import { startOfLine } from '../convert.ts';
import { Outdated } from '../guard.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

const SHOW_PREVIEW = 'warraq.showPreview';
const SHOW_PROBLEMS = 'workbench.actions.view.problems';

/** What an unfinished lens carries; it comes back from the client, and is read again here. */
export const lensData = z.object({ uri: z.string(), version: z.int(), index: z.int(), kind: z.enum(lensKinds) });

/** `textDocument/codeLens`: their titles are made when they come into view. */
export function codeLens({ dump, uri, version }: Snapshot, _params: CodeLensParams, { client }: Surroundings): CodeLens[] {
	const kinds = lensKinds.filter(kind => kind !== 'preview' || client.commands.has(SHOW_PREVIEW));
	return dump.articles.flatMap((_, index) => kinds.map(kind => ({ range: startOfLine(dump.firstLineOf(index)), data: { uri, version, index, kind } })));
}

/** `codeLens/resolve` */
export function resolveLens(snapshot: Snapshot, lens: CodeLens, { client }: Surroundings): CodeLens {
	const { uri, version, index, kind } = lensData.parse(lens.data);
	const article = snapshot.dump.articles[index];
	if (version !== snapshot.version || article === undefined) { throw new Outdated(); }
	const problems = kind === 'problems' ? snapshot.problemsOf(index) : [];
	return { range: lens.range, command: { title: lensTitle(kind, article, problems, snapshot.settings), ...commandOf(kind, uri, index, client) } };
}

/** An empty command is a title that does nothing. */
function commandOf(kind: LensKind, uri: string, index: number, { commands }: ClientProfile): { readonly command: string; readonly arguments?: unknown[] } {
	if (kind === 'preview') { return { command: SHOW_PREVIEW, arguments: [uri, index] }; }
	return { command: kind === 'problems' && commands.has(SHOW_PROBLEMS) ? SHOW_PROBLEMS : '' };
}
