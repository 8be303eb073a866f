import type { DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver';
import { highlightsAt } from '#core/features/highlight.ts';
import { lspRangeIn, offsetOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';

/** `textDocument/documentHighlight`: the copies of a title; the date in header and address. */
export function documentHighlight({ dump }: Snapshot, { position }: DocumentHighlightParams): DocumentHighlight[] {
	const offset = offsetOf(dump, position);
	const index = dump.indexAt(offset);
	const article = dump.articles[index];
	return article === undefined ? [] : highlightsAt(article, offset - dump.startOf(index)).map(range => ({ range: lspRangeIn(dump, index, range), kind: 1 }));
}
