import { paintedHunk, type Painter } from '../report/painter.ts';
import { counted } from '../text/quote.ts';
import { percent } from './budget.ts';
import type { FixDiff, RehearsalReport, RuleChange } from './rehearsal.ts';

export const countedFixes = (count: number): string => `${count} ${count === 1 ? 'fix' : 'fixes'}`;

/** What fixes would do, in a line and a table with a line for each rule. */
export function rehearsalTable({ read, total, rules }: RehearsalReport, paint: Painter): string[] {
	const share = (count: number, whole: number): string => percent(whole === 0 ? 0 : (100 * count) / whole);
	return [
		`Rehearsal: ${countedFixes(total.fixes)} in ${total.articles} of ${counted(read.articles, 'article')}; ${share(total.removed, read.characters)} of the characters are taken out or replaced, ${share(total.lettersLost, read.letters)} of the letters are lost.`,
		...rules.length === 0 ? [] : [paint.bold(row(columns.map(([title]) => title), 'rule'))],
		...rules.map(change => row(columns.map(([, value]) => String(value(change))), change.rule)),
	];
}

const columns: readonly (readonly [string, (change: RuleChange) => number])[] = [
	['fixes', ({ fixes }) => fixes], ['edits', ({ edits }) => edits], ['articles', ({ articles }) => articles], ['files', ({ files }) => files],
	['removed', ({ removed }) => removed], ['replaced', ({ changed }) => changed], ['added', ({ added }) => added], ['letters lost', ({ lettersLost }) => lettersLost],
];

// The name stands last, as in all tables, because right-to-left names would turn a row round.
const row = (cells: readonly string[], name: string): string => `${cells.map((cell, index) => cell.padStart(Math.max(9, (columns[index]?.[0].length ?? 0) + 1))).join('')}  ${name}`;

/** The fixes that were drawn, and the largest, as diffs. */
export function rehearsalDiffs({ sample, largest, total, seed }: RehearsalReport, paint: Painter): string {
	if (sample.length === 0) { return ''; }
	const isAll = sample.length === total.fixes;
	const parts = [isAll ? `\n${paint.bold('All of them')}\n` : `\n${paint.bold(`A sample of ${sample.length}`)} (--seed ${seed})\n`, ...sample.map(each => diffText(each, paint))];
	if (!isAll) { parts.push(`\n${paint.bold(`The ${largest.length} largest`)}\n`, ...largest.map(each => diffText(each, paint))); }
	return parts.join('');
}

function diffText({ rule, file, line, removed, added, hunks, hiddenLines }: FixDiff, paint: Painter): string {
	const rest = hiddenLines === 0 ? '' : paint.dim(`… ${counted(hiddenLines, 'more line')}\n`);
	return `\n${paint.underlined(`${file}:${line}`)}  ${rule}  ${paint.dim(`${removed} out, ${added} in`)}\n${hunks.map(hunk => paintedHunk(hunk, paint)).join('')}${rest}`;
}
