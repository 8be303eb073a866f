import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { foldsOf, type Fold } from '#core/features/folding.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

const outer = new Set<Fold['kind']>(['article']);

/** `textDocument/foldingRange`; where the client takes fewer, articles come before their parts. */
export function foldingRange({ dump }: Snapshot, _params: FoldingRangeParams, { client }: Surroundings): FoldingRange[] {
	const folds = dump.articles.flatMap((article, index) => foldsOf(article).map(fold => ({ fold, line: dump.firstLineOf(index) })));
	const kept = folds.length <= client.foldLimit ? folds : folds.filter(({ fold }) => outer.has(fold.kind)).slice(0, client.foldLimit);
	return kept.map(({ fold, line }) => ({ startLine: line + fold.first, endLine: line + fold.last, ...fold.kind === 'body' ? { kind: 'region' } : {} }));
}
