import * as z from 'zod/mini';
import type { Api, Caller, Handlers, Request } from './message.ts';

/** Two functions that any transport can offer: a page, a worker, a message port, the two ends of a test. */
export interface Port {
	post(message: unknown): void;
	/** Returns what stops the listening. */
	listen(receive: (message: unknown) => void): () => void;
}

export interface Link<Theirs extends Api> {
	readonly remote: Caller<Theirs>;
	/** Stops listening; what still waits for an answer is rejected. */
	dispose(): void;
}

const id = z.int();
const envelope = z.discriminatedUnion('type', [
	z.object({ type: z.literal('call'), id, method: z.string(), params: z.unknown() }),
	z.object({ type: z.literal('tell'), method: z.string(), params: z.unknown() }),
	z.object({ type: z.literal('done'), id, result: z.unknown() }),
	z.object({ type: z.literal('fail'), id, message: z.string() }),
]);

interface Waiting {
	readonly message: Request;
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
}

/**
 * Serves `mine` on the port and calls `theirs` through it. Everything is validated on arrival: a bad request is answered
 * with an error, a bad notice or answer is reported to `onError`, nothing is thrown at the transport.
 */
export function connect<Mine extends Api, Theirs extends Api>(port: Port, mine: Mine, handlers: Handlers<Mine>, theirs: Theirs, onError: (error: Error) => void): Link<Theirs> {
	const waiting = new Map<number, Waiting>();
	const gone = { aborted: false };
	let lastId = 0;

	const served = new Map(Object.entries(mine).map(([name, message]) => [message.method, { message, handler: handlers[name] as (params: unknown, cancel: typeof gone) => unknown }]));

	async function serve(call: number, method: string, raw: unknown): Promise<void> {
		try {
			const found = served.get(method);
			if (found?.message.kind !== 'request') { throw new Error(`There is no request ${method}.`); }
			const result = z.parse(found.message.result, await found.handler(z.parse(found.message.params, raw), gone));
			if (!gone.aborted) { port.post({ type: 'done', id: call, result }); }
		} catch (error) {
			if (!gone.aborted) { port.post({ type: 'fail', id: call, message: asError(error).message }); }
		}
	}

	function hear(method: string, raw: unknown): void {
		const found = served.get(method);
		if (found?.message.kind !== 'notice') { onError(new Error(`There is no notice ${method}.`)); return; }
		const params = z.safeParse(found.message.params, raw);
		if (!params.success) { onError(params.error); return; }
		try { found.handler(params.data, gone); } catch (error) { onError(asError(error)); }
	}

	function settle(call: number, finish: (waiter: Waiting) => void): void {
		const waiter = waiting.get(call);
		waiting.delete(call);
		if (waiter !== undefined) { finish(waiter); }
	}

	const stop = port.listen(raw => {
		const parsed = z.safeParse(envelope, raw);
		if (!parsed.success) { onError(parsed.error); return; }
		const message = parsed.data;
		switch (message.type) {
			case 'call': void serve(message.id, message.method, message.params); break;
			case 'tell': hear(message.method, message.params); break;
			case 'fail': settle(message.id, waiter => { waiter.reject(new Error(message.message)); }); break;
			case 'done': settle(message.id, waiter => {
				const result = z.safeParse(waiter.message.result, message.result);
				if (result.success) { waiter.resolve(result.data); } else { waiter.reject(result.error); }
			});
		}
	});

	const call = (message: Request, params: unknown): Promise<unknown> => new Promise((resolve, reject) => {
		if (gone.aborted) { reject(new Error('The connection is closed.')); return; }
		waiting.set(++lastId, { message, resolve, reject });
		port.post({ type: 'call', id: lastId, method: message.method, params });
	});

	const remote = Object.fromEntries(Object.entries(theirs).map(([name, message]) => [name, message.kind === 'request'
		? (params: unknown): Promise<unknown> => call(message, params)
		: (params: unknown): void => { if (!gone.aborted) { port.post({ type: 'tell', method: message.method, params }); } }]));

	return {
		remote: remote as Caller<Theirs>,
		dispose() {
			gone.aborted = true;
			stop();
			for (const { reject } of waiting.values()) { reject(new Error('The other side went away.')); }
			waiting.clear();
		},
	};
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
