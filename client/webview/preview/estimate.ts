import { partsOf } from '#core/features/article-view.ts';
import type { Typography } from '#contract/preview.ts';

/** How high an article is that has not been laid out: what its characters and lines take at this setting of the text. */
export class Estimate {
	readonly #perUnit: number;
	readonly #perLine: number;
	readonly #head: number;
	#measured = 0;
	#guessed = 0;

	/** @param width pixels a line of text has */
	constructor({ size, lineHeight }: Typography, width: number) {
		const leading = size * 1.9 * lineHeight;
		// Arabic, Hebrew and Latin letters are, blanks included, about 0.47 em wide in text faces.
		this.#perUnit = (leading * size * 0.47) / Math.max(width, size * 8);
		this.#perLine = leading * 0.5 + size * 0.9;
		this.#head = leading * 2 + 120;
	}

	heightOf(lineCount: number, length: number, part: number): number {
		return Math.max(24, Math.round(this.#guess(lineCount, length, part) * this.#factor));
	}

	/** A height was measured: later guesses are as good as these were on the whole. */
	learn(lineCount: number, length: number, part: number, height: number): void {
		this.#measured += height;
		this.#guessed += this.#guess(lineCount, length, part);
	}

	get #factor(): number {
		return this.#guessed < 2000 ? 1 : Math.max(0.3, Math.min(3, this.#measured / this.#guessed));
	}

	#guess(lineCount: number, length: number, part: number): number {
		const parts = partsOf(lineCount);
		return (length / parts) * this.#perUnit + (lineCount / parts) * this.#perLine + (part === 0 ? this.#head : 0);
	}
}
