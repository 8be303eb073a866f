import { applyEdits, type Edit } from '../text/edit.ts';
import { escapeInvisible } from '../text/quote.ts';

/** A line of a diff; what is removed stands before what is added. */
export interface DiffLine {
	readonly sign: ' ' | '-' | '+';
	readonly text: string;
}

/** A stretch of changed lines with unchanged ones around it; lines count from 1. */
export interface Hunk {
	readonly oldStart: number;
	readonly oldCount: number;
	readonly newStart: number;
	readonly newCount: number;
	readonly lines: readonly DiffLine[];
}

const CONTEXT = 2;
/** Longer lines are shown in part, UTF-16 units. */
const LONG = 160;
const AROUND = 50;

interface Change {
	readonly first: number;
	/** Behind the last line. */
	readonly last: number;
	readonly added: readonly string[];
}

/** The hunks that disjoint edits make in a text which begins at these lines. */
export function hunksOf(text: string, edits: readonly Edit[], oldLine: number, newLine: number): Hunk[] {
	const lines = linesOf(text);
	const changes = changesOf(text, lines, edits);
	const hunks: Hunk[] = [];
	let shift = newLine - oldLine;
	for (let at = 0; at < changes.length;) {
		const group: Change[] = [];
		do { group.push(changes[at++] as Change); } while (at < changes.length && (changes[at] as Change).first - (group.at(-1) as Change).last <= CONTEXT * 2);
		const first = Math.max(0, (group[0] as Change).first - CONTEXT);
		const last = Math.min(lines.length, (group.at(-1) as Change).last + CONTEXT);
		const shown: DiffLine[] = [];
		let from = first;
		for (const change of group) {
			for (const line of lines.slice(from, change.first)) { shown.push({ sign: ' ', text: clipped(line) }); }
			for (const line of changedLines(lines.slice(change.first, change.last), change.added)) { shown.push(line); }
			from = change.last;
		}
		for (const line of lines.slice(from, last)) { shown.push({ sign: ' ', text: clipped(line) }); }
		const oldCount = last - first;
		const newCount = oldCount + group.reduce((sum, change) => sum + change.added.length - (change.last - change.first), 0);
		// An empty side is said to begin at the line before it.
		hunks.push({ oldStart: oldLine + first - (oldCount === 0 ? 1 : 0), oldCount, newStart: oldLine + first + shift - (newCount === 0 ? 1 : 0), newCount, lines: shown });
		shift += newCount - oldCount;
	}
	return hunks;
}

/** `@@ -1,3 +1,2 @@` and the lines. */
export function renderHunk({ oldStart, oldCount, newStart, newCount, lines }: Hunk): string[] {
	return [`@@ -${oldStart},${oldCount} +${newStart},${newCount} @@`, ...lines.map(({ sign, text }) => sign + text)];
}

/** Lines with their line ends. */
function linesOf(text: string): string[] {
	return text === '' ? [] : text.split(/(?<=\n|\r(?!\n))/u);
}

function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
	const starts = [0];
	for (const line of lines) { starts.push((starts.at(-1) ?? 0) + line.length); }
	const changes: Change[] = [];
	let line = 0;
	const lineAt = (offset: number): number => {
		while (line < lines.length - 1 && (starts[line + 1] ?? 0) <= offset) { line++; }
		return line;
	};
	for (let at = 0; at < edits.length;) {
		const first = lineAt((edits[at] as Edit).range.start);
		let last = first + 1;
		const own: Edit[] = [];
		for (; at < edits.length && (own.length === 0 || (edits[at] as Edit).range.start < (starts[last] ?? text.length + 1) || last >= lines.length); at++) {
			const edit = edits[at] as Edit;
			own.push(edit);
			last = Math.max(last, lineAt(edit.range.end) + 1);
		}
		const start = starts[first] ?? 0;
		const end = starts[Math.min(last, lines.length)] ?? text.length;
		const after = applyEdits(text.slice(start, end), own.map(({ range, text: added }) => ({ range: { start: range.start - start, end: range.end - start }, text: added })));
		const change = after === undefined ? undefined : trimmedChange(lines, { first, last: Math.min(last, lines.length), added: linesOf(after) });
		if (change !== undefined) { changes.push(change); }
	}
	return changes;
}

/** Without the lines at either end that stay the same; undefined where nothing is left. */
function trimmedChange(lines: readonly string[], { first, last, added }: Change): Change | undefined {
	let from = 0;
	while (first + from < last && from < added.length && lines[first + from] === added[from]) { from++; }
	let tail = 0;
	while (last - tail > first + from && added.length - tail > from && lines[last - 1 - tail] === added[added.length - 1 - tail]) { tail++; }
	const change = { first: first + from, last: last - tail, added: added.slice(from, added.length - tail) };
	return change.first === change.last && change.added.length === 0 ? undefined : change;
}

function changedLines(removed: readonly string[], added: readonly string[]): DiffLine[] {
	const pairs = Math.min(removed.length, added.length);
	const minus: DiffLine[] = [];
	const plus: DiffLine[] = [];
	for (let at = 0; at < Math.max(removed.length, added.length); at++) {
		const before = removed[at];
		const after = added[at];
		const isPair = at < pairs && before !== undefined && after !== undefined;
		const [left, right] = isPair ? excerpts(before, after) : [before === undefined ? '' : clipped(before), after === undefined ? '' : clipped(after)];
		if (before !== undefined) { minus.push({ sign: '-', text: left }); }
		if (after !== undefined) { plus.push({ sign: '+', text: right }); }
	}
	return [...minus, ...plus];
}

/** Two forms of a line; of long ones the part where they differ, with some words around it. */
function excerpts(before: string, after: string): readonly [string, string] {
	const bodies = [bare(before), bare(after)] as const;
	const [left, right] = bodies[0] === bodies[1] ? [before, after] : bodies;
	if (Math.max(left.length, right.length) <= LONG) { return [visible(left), visible(right)]; }
	const shorter = Math.min(left.length, right.length);
	let head = 0;
	while (head < shorter && left[head] === right[head]) { head++; }
	let tail = 0;
	while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) { tail++; }
	const start = wordStart(left, head - AROUND);
	const keep = tail <= AROUND ? 0 : tail - AROUND;
	return [part(left, start, wordEnd(left, left.length - keep)), part(right, start, wordEnd(right, right.length - keep))];
}

const clipped = (line: string): string => (bare(line).length <= LONG ? visible(bare(line)) : part(bare(line), 0, wordEnd(line, LONG - AROUND)));

const part = (line: string, start: number, end: number): string => `${start > 0 ? '…' : ''}${visible(line.slice(start, end))}${end < line.length ? '…' : ''}`;

const bare = (line: string): string => line.replace(/\r\n$|\r$|\n$/u, '');
const visible = (line: string): string => escapeInvisible(line.replace(/\n$/u, ''));

/** The start of the word that holds `at`, so that no joined letters are cut; a very long word is cut all the same. */
function wordStart(line: string, at: number): number {
	if (at <= 0) { return 0; }
	const blank = line.lastIndexOf(' ', at);
	return blank < at - AROUND ? at - (isLow(line, at) ? 1 : 0) : blank + 1;
}

function wordEnd(line: string, at: number): number {
	if (at >= line.length) { return line.length; }
	const blank = line.indexOf(' ', at);
	return blank < 0 || blank > at + AROUND ? at + (isLow(line, at) ? 1 : 0) : blank;
}

const isLow = (line: string, at: number): boolean => (line.charCodeAt(at) & 0xfc00) === 0xdc00;
