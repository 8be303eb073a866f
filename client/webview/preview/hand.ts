/** What the reader's hand does: whether a pointer is down, as on the scroll bar, and when a key or a pointer was last used. */
export class Hand {
	#isDown = false;
	/** Time of the last input, as `performance.now` tells it. */
	lastInput = 0;

	/** @param released is called when the pointer goes up */
	constructor(released: () => void) {
		const listen = (types: readonly string[], listener: () => void): void => {
			for (const type of types) { addEventListener(type, listener, { passive: true, capture: true }); }
		};
		listen(['wheel', 'touchstart', 'pointerdown', 'keydown'], () => { this.lastInput = performance.now(); });
		listen(['pointerdown'], () => { this.#isDown = true; });
		listen(['pointerup', 'pointercancel'], () => { this.#isDown = false; released(); });
	}

	get isDown(): boolean { return this.#isDown; }
}
