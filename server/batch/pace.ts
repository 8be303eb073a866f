import type { CancellationToken } from 'vscode-languageserver';
import { Cancelled, Watch } from '../guard.ts';
import type { Session } from '../session.ts';
import { Slices } from '../work.ts';

/** Lets messages in while many dumps are worked on, tells how far that is, and ends it where the user says so. */
export class Pace {
	readonly watch: Watch;
	readonly #token: CancellationToken;
	readonly #slices: Slices;
	readonly #report: (done: number, total: number) => void;
	#done = 0;
	/** Of what {@link step} counts. */
	total = 0;

	constructor({ environment }: Session, token: CancellationToken, report: (done: number, total: number) => void) {
		this.#token = token;
		this.watch = new Watch(token, () => false);
		this.#slices = new Slices(environment, this.watch);
		this.#report = report;
	}

	/** @throws Cancelled */
	readonly step = async (amount: number): Promise<void> => {
		this.#done += amount;
		this.#report(this.#done, this.total);
		if (this.#slices.isDue) { await this.#slices.pause(); }
		if (this.#token.isCancellationRequested) { throw new Cancelled(); }
	};
}
