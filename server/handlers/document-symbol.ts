import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { headOf, outlineOf, type OutlineKind, type OutlineNode } from '#core/features/outline.ts';
import { lspRangeIn } from '../convert.ts';
import { MOST_OUTLINE_LINES } from '../report.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

const kinds: Readonly<Record<OutlineKind, SymbolKind>> = {
	article: 5 satisfies typeof SymbolKind.Class,
	date: 7 satisfies typeof SymbolKind.Property,
	address: 7 satisfies typeof SymbolKind.Property,
	title: 8 satisfies typeof SymbolKind.Field,
	'title-copy': 8 satisfies typeof SymbolKind.Field,
	'extra-title': 8 satisfies typeof SymbolKind.Field,
	lead: 14 satisfies typeof SymbolKind.Constant,
	'related-headlines': 18 satisfies typeof SymbolKind.Array,
	paragraph: 15 satisfies typeof SymbolKind.String,
};

/** `textDocument/documentSymbol` */
export function documentSymbol(snapshot: Snapshot, _params: DocumentSymbolParams, { client }: Surroundings): DocumentSymbol[] | SymbolInformation[] {
	const { dump } = snapshot;
	const outline = dump.lineCount > MOST_OUTLINE_LINES ? headOf : outlineOf;
	if (client.hierarchicalSymbols) { return dump.articles.map((article, index) => nested(snapshot, index, outline(article))); }
	return dump.articles.flatMap((article, index) => flat(snapshot, index, outline(article), ''));
}

function nested(snapshot: Snapshot, index: number, { kind, name, detail, range, selection, children }: OutlineNode): DocumentSymbol {
	return {
		name, detail, kind: kinds[kind],
		range: lspRangeIn(snapshot.dump, index, range),
		selectionRange: lspRangeIn(snapshot.dump, index, selection),
		...children.length === 0 ? {} : { children: children.map(child => nested(snapshot, index, child)) },
	};
}

function flat(snapshot: Snapshot, index: number, { kind, name, detail, range, children }: OutlineNode, container: string): SymbolInformation[] {
	const own = { name, kind: kinds[kind], containerName: container === '' ? detail : container, location: { uri: snapshot.uri, range: lspRangeIn(snapshot.dump, index, range) } };
	return [own, ...children.flatMap(child => flat(snapshot, index, child, name))];
}
