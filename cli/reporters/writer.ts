import { addTally, newTally, type Tally } from '#core/report/tally.ts';
import type { Output } from '../output.ts';
import type { Sink } from '../run.ts';
import type { Reporter } from './reporter.ts';

/** Puts the texts of a report together: heads, separators, tails. */
export class ReportWriter implements Sink {
	readonly #output: Output;
	readonly #reporter: Reporter;
	#name = '';
	#held: string[] = [];
	#tally = newTally();
	#isHeaded = false;
	#isSeparated = true;

	constructor(output: Output, reporter: Reporter) {
		this.#output = output;
		this.#reporter = reporter;
	}

	async head(): Promise<void> { await this.#output.write(this.#reporter.head()); }

	async begin(name: string): Promise<void> {
		this.#name = name;
		this.#tally = newTally();
		this.#isHeaded = false;
		this.#held = [];
		await Promise.resolve();
	}

	write(text: string): Promise<void> | undefined {
		if (text === '') { return undefined; }
		if (this.#reporter.isHeadCounted) { this.#held.push(text); return undefined; }
		const parts = this.#isSeparated ? text : this.#reporter.separator + text;
		this.#isSeparated = this.#reporter.separator === '';
		if (this.#isHeaded) { return this.#output.write(parts); }
		this.#isHeaded = true;
		return this.#output.write(this.#reporter.fileHead(this.#name, this.#tally) + parts);
	}

	count(tally: Tally): void { addTally(this.#tally, tally); }

	get isClosed(): boolean { return this.#output.isClosed; }

	async end(): Promise<void> {
		const { isHeadCounted } = this.#reporter;
		if (isHeadCounted && this.#tally.files > 0) {
			await this.#output.write(this.#reporter.fileHead(this.#name, this.#tally));
			for (const text of this.#held) { await this.#output.write(text); }
			this.#isHeaded = true;
		}
		this.#held = [];
		if (this.#isHeaded) { await this.#output.write(this.#reporter.fileTail(this.#name, this.#tally)); }
	}

	async tail(tally: Tally): Promise<void> { await this.#output.write(this.#reporter.tail(tally)); }
}
