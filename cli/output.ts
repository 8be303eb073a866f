import { once } from 'node:events';

/** Text is handed to the system in pieces of about this many units. */
const ENOUGH = 1 << 16;

/** Standard output with back-pressure; a reader that has gone away ends the run quietly. */
export class Output {
	readonly #stream: NodeJS.WritableStream & { readonly writableNeedDrain?: boolean };
	#text: string[] = [];
	#length = 0;
	/** The reader is gone: nothing more is worth doing. */
	isClosed = false;
	/** Why writing failed, other than by a reader that went away. */
	failure: NodeJS.ErrnoException | undefined;

	constructor(stream: NodeJS.WritableStream & { readonly writableNeedDrain?: boolean } = process.stdout) {
		this.#stream = stream;
		stream.on('error', (error: NodeJS.ErrnoException) => {
			this.isClosed = true;
			if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') { this.failure = error; }
		});
	}

	/** Takes text; the promise, where there is one, must be waited for before more is written. */
	write(text: string): Promise<void> | undefined {
		if (text === '' || this.isClosed) { return undefined; }
		this.#text.push(text);
		this.#length += text.length;
		return this.#length < ENOUGH ? undefined : this.#pass();
	}

	/** Passes bytes on as they are, behind all text written before. */
	async writeBytes(bytes: Uint8Array): Promise<void> {
		await this.#pass();
		await this.#send(bytes);
	}

	/** Waits until everything has left the process. */
	async end(): Promise<void> {
		await this.#pass();
		if (!this.isClosed) { await new Promise<void>(done => { this.#stream.write('', () => { done(); }); }); }
	}

	async #pass(): Promise<void> {
		const text = this.#text.join('');
		this.#text = [];
		this.#length = 0;
		if (text !== '') { await this.#send(text); }
	}

	async #send(data: string | Uint8Array): Promise<void> {
		if (this.isClosed) { return; }
		// A failed write is told by an event that comes later; without this pause a closed pipe would be noticed only at the end.
		if (!this.#stream.write(data)) {
			const gone = new AbortController();
			await Promise.race([once(this.#stream, 'drain', { signal: gone.signal }), once(this.#stream, 'close', { signal: gone.signal })]).catch(() => undefined);
			gone.abort();
		} else { await new Promise(setImmediate); }
	}
}
