import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver';

/** The client no longer wants the answer. */
export class Cancelled extends Error {}

/** The document has moved on, or is closed: an answer would be about another text. */
export class Outdated extends Error {}

/** What the user asked for cannot be done; the message is one sentence for the user, with the next step. */
export class Refusal extends Error {}

/** Goes along with a request; long work asks it between two slices. */
export class Watch {
	readonly #token: CancellationToken;
	readonly #isOutdated: () => boolean;

	constructor(token: CancellationToken, isOutdated: () => boolean) {
		this.#token = token;
		this.#isOutdated = isOutdated;
	}

	/** Throws where going on is pointless. */
	check(): void {
		if (this.#token.isCancellationRequested) { throw new Cancelled(); }
		if (this.#isOutdated()) { throw new Outdated(); }
	}
}

/** How one method differs from the others in what it does when an answer cannot be given. */
export interface Fallback<R> {
	/** The answer after a bug, and for a document that is not open. */
	readonly empty: R;
	/** Where the client should ask again by itself when the document has moved on. */
	readonly retrigger?: boolean;
}

/** Runs a handler; the one place where exceptions become answers. */
export async function guarded<R>(method: string, fallback: Fallback<R>, log: RemoteConsole, run: () => R | Promise<R>): Promise<R | ResponseError<unknown>> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof Cancelled) { return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.'); }
		if (error instanceof Outdated) {
			return fallback.retrigger === true
				? new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed meanwhile.', { retriggerRequest: true })
				: new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
		}
		if (error instanceof Refusal) { return new ResponseError(LSPErrorCodes.RequestFailed, error.message); }
		log.error(`${method}: ${describe(error)}`);
		return fallback.empty;
	}
}

/** Runs something whose failure must not end what is around it. */
export function contained<R>(what: string, log: (message: string) => void, run: () => R, fallback: R): R {
	try { return run(); } catch (error) {
		log(`${what}: ${describe(error)}`);
		return fallback;
	}
}

/** As {@link contained}, for work that nobody waits for. */
export async function inBackground(what: string, log: RemoteConsole, run: () => Promise<void>): Promise<void> {
	try { await run(); } catch (error) {
		if (!(error instanceof Cancelled) && !(error instanceof Outdated)) { log.error(`${what}: ${describe(error)}`); }
	}
}

const describe = (error: unknown): string => (error instanceof Error ? error.stack ?? error.message : String(error));
