import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleById } from '#core/rules/all.ts';
import type { Settings } from '#core/settings.ts';
import { counted } from '#core/text/quote.ts';
import { Replacement } from '#disk/replacement.ts';
import { reasonOf } from '#disk/read-file.ts';
import { isFolder, isWithin } from '#disk/folders.ts';
import type { LocatedBaseline } from './baselines.ts';

/** What a run tells of a baseline. */
export interface Seen {
	readonly baseline: LocatedBaseline;
	readonly settings: Settings;
	/** Numbers of the entries that accepted a problem. */
	readonly entries: ReadonlySet<number>;
	readonly isCorpus: boolean;
}

/** Lines of a baseline, from 1, that accept nothing any more; those of rules that did not run stay. */
export function staleLines({ baseline, settings, entries, isCorpus }: Seen): number[] {
	const isTried = (id: string): boolean => {
		const rule = ruleById(id);
		return rule === undefined || ((settings.rules.get(id)?.severity ?? 'off') !== 'off' && (isCorpus || (rule.on !== 'corpus' && rule.asksCorpus !== true)));
	};
	return baseline.lines.filter((_, entry) => !entries.has(entry) && isTried(baseline.entries[entry]?.rule ?? ''));
}

/** Whether a run over these paths has seen all that lies beside and below a file. */
export function covers(paths: readonly string[], file: string): boolean {
	const folder = path.dirname(file);
	return (paths.length === 0 ? ['.'] : paths).some(each => {
		const whole = path.resolve(each);
		return isFolder(whole) && isWithin(whole, folder);
	});
}

/** Takes lines out of a file, whole or not at all; all others stay byte for byte. Gives a sentence on what has become of it. */
export function dropLines(file: string, lines: readonly number[]): { readonly message: string; readonly isDone: boolean } {
	const gone = new Set(lines);
	try {
		const bytes = readFileSync(file);
		const replacement = new Replacement(file);
		try {
			const edits: { start: number; end: number; bytes: Buffer }[] = [];
			let start = 0;
			for (let line = 1; start < bytes.length; line++) {
				const feed = bytes.indexOf(0x0a, start);
				const end = feed < 0 ? bytes.length : feed + 1;
				if (gone.has(line)) { edits.push({ start, end, bytes: Buffer.alloc(0) }); }
				start = end;
			}
			replacement.add({ start: 0, bytes, isLast: true }, edits);
			replacement.commit();
		} finally { replacement.close(); }
		return { message: `${file}: dropped ${counted(lines.length, 'line')} that ${lines.length === 1 ? 'accepts' : 'accept'} nothing any more.`, isDone: true };
	} catch (error) {
		return { message: `${file}: ${reasonOf(error)}`, isDone: false };
	}
}
