import type { MendedArticle } from '#core/mend/mender.ts';
import { hunksOf, renderHunk, type Hunk } from '#core/report/diff.ts';
import type { Painter } from '../terminal.ts';

export const paintedHunk = (hunk: Hunk, { cyan, red, green }: Painter): string =>
	renderHunk(hunk).map(line => `${line.startsWith('@@') ? cyan(line) : line.startsWith('-') ? red(line) : line.startsWith('+') ? green(line) : line}\n`).join('');

/** Collects the diff of a file until somebody takes it. */
export class DiffWatcher {
	readonly #paint: Painter;
	#name = '';
	#texts: string[] = [];

	constructor(paint: Painter) { this.#paint = paint; }

	mended({ file, text, fixed, line, newLine }: MendedArticle): void {
		if (file !== this.#name) {
			this.#name = file;
			this.#texts.push(this.#paint.bold(`--- ${file}\n+++ ${file} (mended)\n`));
		}
		for (const hunk of hunksOf(text, fixed.edits, line, newLine)) { this.#texts.push(paintedHunk(hunk, this.#paint)); }
	}

	take(): string { return this.#texts.splice(0).join(''); }
}
