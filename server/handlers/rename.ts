import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { renameTitle, titleAt, whyNoTitle, type TitleAt } from '#core/features/twins.ts';
import { shift } from '#core/text/range.ts';
import { lspRangeIn, offsetOf } from '../convert.ts';
import { Refusal } from '../guard.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';
import { workspaceEdit } from '../workspace-edits.ts';

/** `textDocument/prepareRename`: null where there is no title. */
export function prepareRename({ dump }: Snapshot, { position }: PrepareRenameParams): PrepareRenameResult | null {
	const found = titleIn(dump, offsetOf(dump, position));
	return found === undefined ? null : { range: lspRangeIn(dump, found.index, found.title.range), placeholder: found.title.text };
}

/** `textDocument/rename`: all copies of the title change. */
export function rename(snapshot: Snapshot, { position, newName }: RenameParams, { client }: Surroundings): WorkspaceEdit {
	const { dump } = snapshot;
	const found = titleIn(dump, offsetOf(dump, position));
	if (found === undefined) { throw new Refusal('Only titles can be renamed; place the caret in the second or third line of an article.'); }
	const why = whyNoTitle(newName);
	if (why !== undefined) { throw new Refusal(why); }
	const start = dump.startOf(found.index);
	return workspaceEdit(snapshot, renameTitle(found.title, newName).map(({ range, text }) => ({ range: shift(range, start), text })), client);
}

function titleIn(dump: Snapshot['dump'], offset: number): { readonly index: number; readonly title: TitleAt } | undefined {
	const index = dump.indexAt(offset);
	const article = dump.articles[index];
	const title = article === undefined ? undefined : titleAt(article, offset - dump.startOf(index));
	return title === undefined ? undefined : { index, title };
}
