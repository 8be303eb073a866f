import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionsAt } from '#core/features/selection.ts';
import { lspRange, offsetOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';

/** `textDocument/selectionRange` */
export function selectionRange({ dump }: Snapshot, { positions }: SelectionRangeParams): SelectionRange[] {
	return positions.map(position => {
		const offset = offsetOf(dump, position);
		let selection: SelectionRange | undefined;
		for (const range of selectionsAt(dump, offset).reverse()) { selection = { range: lspRange(dump, range), ...selection === undefined ? {} : { parent: selection } }; }
		return selection ?? { range: lspRange(dump, { start: offset, end: offset }) };
	});
}
