import { constants } from 'node:os';
import { performance } from 'node:perf_hooks';
import { removeUnfinished } from '#disk/replacement.ts';

/** Says that the user has asked to stop. */
export class Interrupted extends Error {}

const EVERY = 30;

/** Turns Ctrl+C into a stop between two files or before the one that is at work; a second one ends at once. */
export class Interruption {
	#signal: NodeJS.Signals | undefined;
	#last = performance.now();
	readonly #hear = (signal: NodeJS.Signals): void => {
		if (this.#signal !== undefined) { removeUnfinished(); process.exit(statusOf(signal)); }
		this.#signal = signal;
	};

	/** The exit status of a run that was stopped. */
	get status(): number | undefined { return this.#signal === undefined ? undefined : statusOf(this.#signal); }

	begin(): void { process.on('SIGINT', this.#hear).on('SIGTERM', this.#hear); }
	end(): void { process.off('SIGINT', this.#hear).off('SIGTERM', this.#hear); }

	/** Lets a signal in now and then. @throws Interrupted */
	async pause(): Promise<void> {
		if (performance.now() - this.#last > EVERY) {
			await new Promise(setImmediate);
			this.#last = performance.now();
		}
		if (this.#signal !== undefined) { throw new Interrupted(); }
	}
}

const statusOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];
