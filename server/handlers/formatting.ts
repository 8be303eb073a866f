import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { fixesInRange } from '#core/features/fixes.ts';
import type { Edit } from '#core/text/edit.ts';
import { shift } from '#core/text/range.ts';
import { offsetsOf, textEdits } from '../convert.ts';
import { SAVE_BUDGET, fixAll, type AllFixes } from '../fix-all.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

/** `textDocument/formatting`: the safe fixes; `remark` hears what was left undone. */
export async function formatting(snapshot: Snapshot, _params: DocumentFormattingParams, { environment, watch }: Surroundings, remark: (fixes: AllFixes) => void): Promise<TextEdit[]> {
	const fixes = await fixAll(snapshot, {}, environment, watch, SAVE_BUDGET);
	remark(fixes);
	return textEdits(snapshot.dump, fixes.edits);
}

/** `textDocument/rangeFormatting`: all safe fixes of articles that lie inside the range, and those inside the range of the others. */
export async function rangeFormatting(snapshot: Snapshot, { range }: DocumentRangeFormattingParams, { environment, watch }: Surroundings): Promise<TextEdit[]> {
	const { dump } = snapshot;
	const within = offsetsOf(dump, range);
	const whole = await fixAll(snapshot, {}, environment, watch, SAVE_BUDGET, within);
	const edits = [...whole.edits];
	const border = new Set([dump.indexAt(within.start), dump.indexAt(within.end)]);
	for (const index of border) { for (const edit of borderEdits(snapshot, index, within)) { edits.push(edit); } }
	return textEdits(dump, edits);
}

function borderEdits(snapshot: Snapshot, index: number, within: { readonly start: number; readonly end: number }): Edit[] {
	const { dump } = snapshot;
	const start = dump.startOf(index);
	const end = dump.startOf(index + 1);
	if (start >= within.start && end <= within.end) { return []; }
	// The last unit is the line end before the next header, which no fix may take away.
	const last = index === dump.articles.length - 1 ? end - start : end - start - 1;
	return fixesInRange(snapshot.problemsOf(index), { start: Math.max(0, within.start - start), end: Math.min(within.end - start, last) }, {})
		.map(({ range, text }) => ({ range: shift(range, start), text }));
}
