// @ts-check
// What has to be undone when a command ends, in whatever way.

/** @typedef {() => unknown} Closer may be asynchronous */

/** @type {Closer[]} */
const closers = [];
/** @type {Promise<void> | undefined} */
let ended;

/** Has something closed at the end of this process, the last one first. @param {Closer} closer */
export function atEnd(closer) { closers.push(closer); }

/** Closes everything, once. @returns {Promise<void>} */
export function endAll() {
	ended ??= (async () => {
		for (const close of closers.reverse()) {
			try { await close(); } catch (error) { console.error(error); }
		}
	})();
	return ended;
}

/**
 * Ends the process in order when it is asked to end. A second signal does not wait.
 * @param {() => void} [before] called at the first signal
 */
export function endOnSignals(before) {
	for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])) {
		process.on(signal, () => {
			if (ended !== undefined) { process.exit(code); }
			before?.();
			void endAll().then(() => process.exit(code));
		});
	}
}
