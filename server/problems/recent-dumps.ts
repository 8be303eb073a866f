import type { Environment } from '../environment.ts';
import type { Snapshot } from '../snapshot.ts';
import { fileKey } from '../uri.ts';

/** UTF-16 units of text that are kept; one dump is, whatever its length. */
const MOST_UNITS = 16 << 20;
/** Milliseconds for which a dump is believed that nobody tells of changes. */
const FRESH = 5000;

interface Recent {
	readonly dump: Promise<Snapshot | undefined>;
	readonly at: number;
	units: number;
}

/** Dumps that are not open and have been read a moment ago: who turns the pages of a long list asks for the same ones again. */
export class RecentDumps {
	readonly #environment: Environment;
	readonly #isWatched: () => boolean;
	/** The one asked for last stands last. */
	readonly #kept = new Map<string, Recent>();

	/** @param isWatched whether somebody calls {@link drop} for every file that changes */
	constructor(environment: Environment, isWatched: () => boolean) {
		this.#environment = environment;
		this.#isWatched = isWatched;
	}

	async get(uri: string, read: () => Promise<Snapshot | undefined>): Promise<Snapshot | undefined> {
		const key = fileKey(uri);
		const now = this.#environment.now();
		const known = this.#kept.get(key);
		const recent = known !== undefined && (this.#isWatched() || now - known.at < FRESH) ? known : { dump: read(), at: now, units: 0 };
		this.#kept.delete(key);
		this.#kept.set(key, recent);
		const dump = await recent.dump;
		if (dump === undefined) { this.drop(uri); } else { recent.units = dump.dump.length; this.#shrink(); }
		return dump;
	}

	drop(uri: string): void { this.#kept.delete(fileKey(uri)); }

	clear(): void { this.#kept.clear(); }

	#shrink(): void {
		let units = 0;
		for (const [key, recent] of [...this.#kept].reverse()) {
			units += recent.units;
			if (units > MOST_UNITS && units !== recent.units) { this.#kept.delete(key); }
		}
	}
}
