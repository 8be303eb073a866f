import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import * as z from 'zod/mini';
import { linkTarget, linkTooltip, linksOf } from '#core/features/links.ts';
import { lspRangeIn, offsetsOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Surroundings } from '../surroundings.ts';

/** Links from which targets are made only when one is pointed at: an encoded Arabic address is 500 units long. */
const MOST_WHOLE = 2000;

/** What an unfinished link carries; it comes back from the client, and is read again here. */
export const linkData = z.object({ uri: z.string(), version: z.int() });

/** `textDocument/documentLink` */
export function documentLink(snapshot: Snapshot, _params: DocumentLinkParams, { client }: Surroundings): DocumentLink[] {
	const { dump, uri, version } = snapshot;
	const links = dump.articles.flatMap((article, index) => linksOf(article).map(({ range }) => ({ article, index, range })));
	const isWhole = links.length <= MOST_WHOLE;
	return links.map(({ article, index, range }) => {
		const link = { range: lspRangeIn(dump, index, range) };
		return isWhole ? { ...link, ...targetOf(article.slice(range), client.linkTooltips) } : { ...link, data: { uri, version } };
	});
}

/** `documentLink/resolve` */
export function resolveLink({ dump }: Snapshot, link: DocumentLink, { client }: Surroundings): DocumentLink {
	return { ...link, ...targetOf(dump.slice(offsetsOf(dump, link.range)), client.linkTooltips) };
}

const targetOf = (address: string, withTooltip: boolean): Partial<DocumentLink> => ({ target: linkTarget(address), ...withTooltip ? { tooltip: linkTooltip(address) } : {} });
