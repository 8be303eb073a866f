import * as vscode from 'vscode';

/** Offsets in the dump. */
export interface PlacedProblem {
	readonly start: number;
	readonly end: number;
	readonly rule: string;
}

/** The problem that begins behind, or before, an offset; the search goes round the end of the dump. Null where there is none. */
export function neighbourProblem(document: vscode.TextDocument, offset: number, direction: 'next' | 'previous'): PlacedProblem | null {
	const problems = vscode.languages.getDiagnostics(document.uri)
		.filter(({ source }) => source === 'warraq')
		.map(({ range, code }) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end), rule: typeof code === 'object' ? String(code.value) : String(code ?? '') }))
		.sort((a, b) => a.start - b.start || a.end - b.end);
	return direction === 'next'
		? problems.find(({ start }) => start > offset) ?? problems[0] ?? null
		: problems.findLast(({ start }) => start < offset) ?? problems.at(-1) ?? null;
}
