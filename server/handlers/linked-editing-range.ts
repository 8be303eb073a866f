import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import { linkedTitles } from '#core/features/twins.ts';
import { lspRangeIn, offsetOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';

/** `textDocument/linkedEditingRange`: the copies of a title, while they are the same. */
export function linkedEditingRange({ dump }: Snapshot, { position }: LinkedEditingRangeParams): LinkedEditingRanges | null {
	const offset = offsetOf(dump, position);
	const index = dump.indexAt(offset);
	const article = dump.articles[index];
	const ranges = article === undefined ? [] : linkedTitles(article, offset - dump.startOf(index));
	// Anything but a line end belongs to a title, blanks above all: an editor would stop at the first one.
	return ranges.length === 0 ? null : { ranges: ranges.map(range => lspRangeIn(dump, index, range)), wordPattern: '[^\\r\\n]*' };
}
