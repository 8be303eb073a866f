import type { DiagnosticSeverity, Position, Range as LspRange, TextEdit } from 'vscode-languageserver';
import type { DumpDocument } from '#core/document/document.ts';
import type { Severity } from '#core/rules/rule.ts';
import type { Edit } from '#core/text/edit.ts';
import { shift, type Range } from '#core/text/range.ts';

// The one place where positions of the protocol are made and read: lines and UTF-16 units from 0.

/** `range` in offsets of the dump. */
export const lspRange = (dump: DumpDocument, { start, end }: Range): LspRange => ({ start: dump.positionAt(start), end: dump.positionAt(end) });

/** `range` in offsets of the article. */
export const lspRangeIn = (dump: DumpDocument, index: number, range: Range): LspRange => lspRange(dump, shift(range, dump.startOf(index)));

export const offsetOf = (dump: DumpDocument, position: Position): number => dump.offsetAt(position);

/** Offsets in the dump; a range that stands upside down is turned round. */
export function offsetsOf(dump: DumpDocument, { start, end }: LspRange): Range {
	const [a, b] = [dump.offsetAt(start), dump.offsetAt(end)];
	return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** Edits in offsets of the dump. */
export const textEdits = (dump: DumpDocument, edits: readonly Edit[]): TextEdit[] => edits.map(({ range, text }) => ({ range: lspRange(dump, range), newText: text }));

/** An empty range at the start of a line. */
export const startOfLine = (line: number): LspRange => ({ start: { line, character: 0 }, end: { line, character: 0 } });

/** The first `length` units of a line. */
export const lineRange = (line: number, length: number): LspRange => ({ start: { line, character: 0 }, end: { line, character: length } });

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

export const lspSeverity = (severity: Severity): DiagnosticSeverity => severities[severity];
