import type { MendedArticle } from '#core/mend/article-mender.ts';
import { hunksOf } from '#core/report/diff.ts';
import { paintedHunk, type Painter } from '#core/report/painter.ts';

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
