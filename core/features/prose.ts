import { escapeInvisible } from '../text/quote.ts';

/** A piece of what a hover says: our own words, a value out of the dump, or something that is written in code type. */
export type Piece = string | { readonly value: string } | { readonly code: string };

/** One statement, with a label in front where it has one. */
export interface Statement {
	readonly label?: string;
	readonly pieces: readonly Piece[];
}

export const value = (text: string): Piece => ({ value: text });
export const code = (text: string): Piece => ({ code: text });
/** Units of a value that a hover shows; what is longer is cut. */
const LONGEST = 600;

/** Statements as Markdown, one paragraph each; values are escaped, and isolated (UAX #9, U+2068 … U+2069). */
export function toMarkdown(statements: readonly Statement[]): string {
	return statements.map(({ label, pieces }) => `${label === undefined ? '' : `**${escapeMarkdown(label)}:** `}${pieces.map(markdownOf).join('')}`).join('\n\n');
}

/** The same for clients that show no Markdown. */
export function toPlainText(statements: readonly Statement[]): string {
	return statements.map(({ label, pieces }) => `${label === undefined ? '' : `${label}: `}${pieces.map(plainOf).join('')}`).join('\n');
}

function markdownOf(piece: Piece): string {
	if (typeof piece === 'string') { return escapeMarkdown(piece); }
	return 'code' in piece ? codeSpan(piece.code) : isolated(escapeMarkdown(shown(piece.value)));
}

function plainOf(piece: Piece): string {
	if (typeof piece === 'string') { return piece; }
	return isolated(shown('code' in piece ? piece.code : piece.value));
}

// Our own words go from left to right: only a value with other letters could pull them along. Some terminals show the
// isolates as code points, so that they stand only where they are needed.
const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802-\ud803\ud83a-\ud83b]/u;

// A control out of the dump could end the isolate around it, so it is written as its name.
function shown(text: string): string {
	const short = text.length > LONGEST ? `${text.slice(0, isHigh(text.charCodeAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)}…` : text;
	return escapeInvisible(short);
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;

/** Everything that Markdown or its automatic links could take for markup. Blanks at line starts do not occur here. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_[\]<>&~|#!@$]/gu, '\\$&').replace(/:\/\//gu, '\\://').replace(/\bwww\./giu, match => `${match.slice(0, 3)}\\.`).replace(/[\n\r]+/gu, ' ');
}

/** A code span whose fence is longer than any run of backticks in it (CommonMark 6.1). */
function codeSpan(text: string): string {
	const inner = shown(text).replace(/[\n\r]+/gu, ' ');
	const longest = Math.max(0, ...(inner.match(/`+/gu) ?? []).map(run => run.length));
	const fence = '`'.repeat(longest + 1);
	const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
	return isolated(`${fence}${pad}${inner}${pad}${fence}`);
}
