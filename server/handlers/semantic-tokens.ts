import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend, SemanticTokensRangeParams } from 'vscode-languageserver';
import { encodedTokens, tokenModifiers, tokenTypes } from '#core/features/tokens.ts';
import { offsetsOf } from '../convert.ts';
import type { Snapshot } from '../snapshot.ts';

export const tokensLegend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

const FIELDS = 5;

/** `textDocument/semanticTokens/full` */
export const semanticTokens = (snapshot: Snapshot): SemanticTokens => ({ resultId: snapshot.resultId, data: dataOf(snapshot, 0, snapshot.dump.articles.length) });

/** `textDocument/semanticTokens/range`: whole articles, more of them than asked for at both ends. */
export function semanticTokensInRange(snapshot: Snapshot, { range }: SemanticTokensRangeParams): SemanticTokens {
	const { dump } = snapshot;
	const { start, end } = offsetsOf(dump, range);
	return { data: dataOf(snapshot, Math.max(0, dump.indexAt(start)), dump.indexAt(end) + 1) };
}

/** The one edit that turns the data of an earlier answer into that of `tokens`; cut at whole tokens. */
export function tokensDelta(before: readonly number[], { resultId, data }: SemanticTokens): SemanticTokensDelta {
	const shorter = Math.min(before.length, data.length);
	let head = 0;
	while (head < shorter && before[head] === data[head]) { head++; }
	head -= head % FIELDS;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === data[data.length - 1 - tail]) { tail++; }
	tail -= tail % FIELDS;
	const isSame = head === before.length && head === data.length;
	return {
		...resultId === undefined ? {} : { resultId },
		edits: isSame ? [] : [{ start: head, deleteCount: before.length - head - tail, data: data.slice(head, data.length - tail) }],
	};
}

/** Lines and characters relative to the token before, as the protocol has them. */
function dataOf({ dump }: Snapshot, first: number, last: number): number[] {
	const data: number[] = [];
	let lastLine = 0;
	let lastCharacter = 0;
	for (let index = first; index < last; index++) {
		const article = dump.articles[index];
		if (article === undefined) { break; }
		const tokens = encodedTokens(article);
		const base = dump.firstLineOf(index);
		for (let at = 0; at < tokens.length; at += FIELDS) {
			const line = base + (tokens[at] ?? 0);
			const character = tokens[at + 1] ?? 0;
			data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, tokens[at + 2] ?? 0, tokens[at + 3] ?? 0, tokens[at + 4] ?? 0);
			lastLine = line;
			lastCharacter = character;
		}
	}
	return data;
}
