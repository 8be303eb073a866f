import type { Dump } from './dump.ts';
import type { Piece } from './item.ts';

/** Marks the paragraph in which the editor's caret stands. */
export class Caret {
	#line: number | null = null;
	#index = -1;
	#local = -1;

	/** @param line of the dump; null where no editor shows it */
	set(line: number | null, dump: Dump, pieces: Iterable<Piece>): void {
		this.#line = line;
		this.refresh(dump, pieces);
	}

	/** Lines have moved. */
	refresh(dump: Dump, pieces: Iterable<Piece>): void {
		this.#index = this.#line === null || dump.total === 0 ? -1 : dump.indexOfLine(this.#line);
		this.#local = this.#line === null ? -1 : this.#line - dump.firstLine(this.#index);
		for (const piece of pieces) { this.mounted(piece); }
	}

	mounted({ root, index }: Piece): void {
		for (const marked of root.querySelectorAll('.at-caret')) {
			marked.classList.remove('at-caret');
			marked.removeAttribute('aria-current');
		}
		if (index !== this.#index) { return; }
		const block = root.querySelector(`[data-line="${this.#local}"]`);
		// A line that is not shown, such as the header or an equal copy of the title, is marked at the head.
		const shown = block !== null && block.getClientRects().length > 0 ? block.closest('.row') : this.#local < 3 ? root.querySelector('.head') : null;
		shown?.classList.add('at-caret');
		shown?.setAttribute('aria-current', 'location');
	}
}
