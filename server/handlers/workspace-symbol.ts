import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { fitOf, queryWords, type TitleEntry } from '#core/features/symbols.ts';
import { escapeInvisible } from '#core/text/quote.ts';
import { lineRange } from '../convert.ts';
import type { Environment } from '../environment.ts';
import type { Watch } from '../guard.ts';
import type { Snapshot } from '../snapshot.ts';
import { openEntries, type TitleIndex } from '../title-index.ts';
import { fileKey } from '../uri.ts';
import { Slices } from '../work.ts';

/** Answers at most; who looks for more types another word. */
const MOST = 200;

interface Found {
	readonly uri: string;
	readonly entry: TitleEntry;
	readonly fit: number;
}

/** `workspace/symbol`: articles by words of their title, their date or their outlet. */
export async function workspaceSymbol({ query }: WorkspaceSymbolParams, open: readonly Snapshot[], titles: TitleIndex, environment: Environment, watch: Watch): Promise<SymbolInformation[]> {
	const words = queryWords(query);
	const found: Found[] = [];
	const slices = new Slices(environment, watch);
	const isOpen = new Set(open.map(({ uri }) => fileKey(uri)));
	for (const [uri, entries] of sources(open, titles, isOpen)) {
		for (const entry of entries) {
			const fit = fitOf(entry, words);
			if (fit !== undefined) { found.push({ uri, entry, fit }); }
			if (slices.isDue) { await slices.pause(); }
		}
	}
	return found.sort((a, b) => b.fit - a.fit).slice(0, MOST).map(symbolOf);
}

function* sources(open: readonly Snapshot[], titles: TitleIndex, isOpen: ReadonlySet<string>): Generator<readonly [string, Iterable<TitleEntry>]> {
	for (const { uri, dump } of open) { yield [uri, openEntries(dump)]; }
	for (const [uri, entries] of titles.files) {
		if (!isOpen.has(fileKey(uri))) { yield [uri, entries]; }
	}
}

const symbolOf = ({ uri, entry: { title, date, host, line, length } }: Found): SymbolInformation => ({
	name: escapeInvisible(title) || 'Article without a title',
	kind: 5,
	containerName: [date, host].filter(part => part !== '').join(' · '),
	location: { uri, range: lineRange(line, length) },
});
