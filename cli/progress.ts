const EVERY = 200;

/** One line on a terminal that tells how far a long run is; silent anywhere else. */
export class Progress {
	readonly #isShown: boolean;
	readonly #total: number;
	#bytes = 0;
	#last: number;
	#isDrawn = false;

	/** @param total bytes to work on */
	constructor(total: number, isShown: boolean) {
		this.#isShown = isShown && process.stderr.isTTY;
		this.#total = total;
		this.#last = performance.now();
	}

	add(bytes: number): void {
		this.#bytes += bytes;
		if (!this.#isShown || performance.now() - this.#last < EVERY) { return; }
		this.#last = performance.now();
		this.#isDrawn = true;
		const megabytes = (this.#bytes / 1e6).toFixed(0);
		process.stderr.write(`\r${Math.min(99, Math.floor((100 * this.#bytes) / Math.max(1, this.#total)))} % (${megabytes} MB)\u001b[K`);
	}

	/** Takes the line away. */
	end(): void {
		if (this.#isDrawn) { process.stderr.write('\r\u001b[K'); }
		this.#isDrawn = false;
	}
}
