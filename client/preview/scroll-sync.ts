/** Milliseconds in which what an editor says of its place is the echo of where we have put it. */
const ECHO = 350;

/**
 * Keeps editor and preview from following each other in circles. Whoever the reader scrolls leads; what the other side
 * says while it follows is an echo. The page knows by itself whether its reader scrolled, an editor does not tell.
 */
export class ScrollSync {
	#echoUntil = Number.NEGATIVE_INFINITY;
	#line = Number.NaN;

	/**
	 * The reader has scrolled the page.
	 * @param now milliseconds
	 * @returns whether the editor has to be moved
	 */
	fromPage(line: number, now: number): boolean {
		this.#echoUntil = now + ECHO;
		if (line === this.#line) { return false; }
		this.#line = line;
		return true;
	}

	/** The first visible line of an editor has changed; true when the page has to follow. */
	fromEditor(line: number, now: number): boolean {
		if (now < this.#echoUntil || line === this.#line) { return false; }
		this.#line = line;
		return true;
	}

	/** Another dump is shown: nothing is known of it. */
	reset(): void {
		this.#line = Number.NaN;
		this.#echoUntil = Number.NEGATIVE_INFINITY;
	}
}
