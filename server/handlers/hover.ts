import type { Hover, HoverParams } from 'vscode-languageserver';
import { hoverStatements, hoverTarget } from '#core/features/hover.ts';
import { toMarkdown, toPlainText } from '#core/features/prose.ts';
import { lspRangeIn, offsetOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

/** `textDocument/hover` */
export async function hover(snapshot: Snapshot, { position }: HoverParams, { client, environment }: Surroundings): Promise<Hover | null> {
	const { dump, settings } = snapshot;
	const target = hoverTarget(dump, offsetOf(dump, position), index => snapshot.problemsOf(index));
	if (target === undefined) { return null; }
	const hash = target.kind === 'article' ? await environment.contentHash(dump.articles[target.index]?.text ?? '') : undefined;
	const statements = hoverStatements(target, { dump, settings, problems: snapshot.problemsOf(target.index), hash });
	if (statements.length === 0) { return null; }
	return {
		contents: client.markdown ? { kind: 'markdown', value: toMarkdown(statements) } : { kind: 'plaintext', value: toPlainText(statements) },
		range: lspRangeIn(dump, target.index, target.range),
	};
}
