import type { CompletionItem, CompletionItemKind, CompletionParams } from 'vscode-languageserver';
import { completionsAt, completionsInEmptyDump, type Completion, type CompletionFacts } from '#core/features/completion.ts';
import { hostOfArticle } from '#core/features/measure.ts';
import { lspRangeIn, offsetOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = { skeleton: 15, date: 12, outlet: 9, title: 18 };
/** Outlets offered. */
const MOST_OUTLETS = 50;

/** `textDocument/completion` */
export function completion(snapshot: Snapshot, { position }: CompletionParams, { client, all }: Surroundings): CompletionItem[] {
	const { dump, settings } = snapshot;
	const facts: CompletionFacts = { today: settings.today, outlets: () => outletsOf(snapshot, all()) };
	const offset = offsetOf(dump, position);
	const index = dump.indexAt(offset);
	const article = dump.articles[index];
	const start = dump.startOf(index);
	// Behind the last line end the caret stands in a line that no article has yet.
	const isNewLine = article === undefined || (offset === dump.length && /[\n\r]$/u.test(article.slice({ start: article.length - 1, end: article.length })));
	const found = isNewLine ? completionsInEmptyDump(facts) : completionsAt(article, offset - start, facts);
	return found.map((each, at) => itemOf(each, at, isNewLine ? { start: position, end: position } : lspRangeIn(dump, index, each.range), client.snippets));
}

function itemOf({ kind, label, detail, text, snippet }: Completion, at: number, range: { readonly start: CompletionParams['position']; readonly end: CompletionParams['position'] }, withSnippets: boolean): CompletionItem {
	const isSnippet = withSnippets && snippet !== undefined;
	return {
		label, detail, kind: kinds[kind], sortText: String(at).padStart(3, '0'), filterText: text,
		insertTextFormat: isSnippet ? 2 : 1,
		textEdit: { range, newText: isSnippet ? snippet : text },
	};
}

/** Outlets of the configuration first, then hosts of open dumps, the commonest first. */
function outletsOf({ settings }: Snapshot, open: readonly Snapshot[]): { readonly host: string; readonly name: string }[] {
	const counts = new Map<string, number>();
	for (const { dump } of open) {
		for (const article of dump.articles) {
			const host = hostOfArticle(article);
			if (host !== '') { counts.set(host, (counts.get(host) ?? 0) + 1); }
		}
	}
	const configured = [...settings.outlets.values()].map(({ host, name }) => ({ host, name: name ?? host }));
	const others = [...counts].filter(([host]) => !settings.outlets.has(host)).sort((a, b) => b[1] - a[1]).map(([host, count]) => ({ host, name: `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}` }));
	return [...configured, ...others].slice(0, MOST_OUTLETS);
}
