import type { Environment } from './environment.ts';
import type { Watch } from './guard.ts';
import type { Snapshot } from './snapshot.ts';

/** Milliseconds of work after which waiting messages are let in. */
const SLICE = 8;

/** Cuts long work into slices: between two of them messages come in, and the work ends where it has become pointless. */
export class Slices {
	readonly #environment: Environment;
	readonly #watch: Watch;
	readonly #began: number;
	#slice: number;

	constructor(environment: Environment, watch: Watch) {
		this.#environment = environment;
		this.#watch = watch;
		this.#began = environment.now();
		this.#slice = this.#began;
	}

	/** Milliseconds since the work began. */
	get elapsed(): number { return this.#environment.now() - this.#began; }

	/** True when a pause is due: the caller then awaits {@link pause}. Short work never waits for anything. */
	get isDue(): boolean { return this.#environment.now() - this.#slice >= SLICE; }

	async pause(): Promise<void> {
		await this.#environment.pause();
		this.#watch.check();
		this.#slice = this.#environment.now();
	}
}

/** Checks every article, or as many from the start, that has not been checked yet. */
export async function checkAll(snapshot: Snapshot, environment: Environment, watch: Watch, part = snapshot.dump.articles.length): Promise<void> {
	const slices = new Slices(environment, watch);
	for (let index = 0; index < part; index++) {
		if (snapshot.isChecked(index)) { continue; }
		snapshot.problemsOf(index);
		if (slices.isDue) { await slices.pause(); }
	}
}
