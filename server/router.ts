import type { CancellationToken, ExecuteCommandParams, ProtocolRequestType, SemanticTokens } from 'vscode-languageserver';
import type { Request, Shape } from '#contract/message.ts';
import { Watch, guarded, Cancelled, Refusal, type Fallback } from './guard.ts';
import type { ArticlesSource } from './handlers/articles.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import type { Surroundings } from './surroundings.ts';

/** Milliseconds a search waits for the index before it answers with what is there. */
const INDEX_WAIT = 1500;
/** Milliseconds between two looks at whether the search is still wanted. */
const LOOK = 20;

type Awaitable<T> = T | Promise<T>;

/** Brings requests to their handlers, each through the guard, with the snapshot it is about. */
export class Router {
	readonly #session: Session;

	constructor(session: Session) { this.#session = session; }

	/** A request about one document. The answer must still be about its latest version when it is there. */
	document<P extends { readonly textDocument: { readonly uri: string } }, R, PR, E, O>(type: ProtocolRequestType<P, R, PR, E, O>, fallback: Fallback<R>, handler: (snapshot: Snapshot, params: P, around: Surroundings) => Awaitable<R>): void {
		this.#session.connection.onRequest(type.method, (params: P, token: CancellationToken) => this.#run(type.method, params.textDocument.uri, token, fallback, (snapshot, around) => handler(snapshot, params, around)));
	}

	/** A request that finishes what an earlier answer left open; its data comes back from the client and is read with `data`. */
	resolve<P extends { readonly data?: unknown }, PR, E>(type: ProtocolRequestType<P, P, PR, E, void>, data: { parse(value: unknown): { readonly uri: string } }, handler: (snapshot: Snapshot, item: P, around: Surroundings) => P): void {
		this.#session.connection.onRequest(type.method, (item: P, token: CancellationToken) => guarded(type.method, { empty: item }, this.#session.connection.console, async () => {
			const { uri } = data.parse(item.data);
			const { snapshot, around } = await this.#begin(uri, token);
			return snapshot === undefined ? item : handler(snapshot, item, around);
		}));
	}

	/** One of our own requests; what arrives is validated. */
	custom<P extends Shape, R extends Shape>({ method, params: shape }: Request<P, R>, handler: (snapshot: Snapshot, params: ReturnType<P['parse']>) => unknown): void {
		this.#session.connection.onRequest(method, (raw: unknown, token: CancellationToken) => guarded<unknown>(method, { empty: null }, this.#session.connection.console, async () => {
			const parsed = shape.safeParse(raw);
			if (!parsed.success) { throw new Refusal(`The parameters of ${method} cannot be used; update the editor's extension.`); }
			const params = parsed.data as ReturnType<P['parse']> & { readonly uri: string };
			const { snapshot } = await this.#begin(params.uri, token);
			if (snapshot === undefined) { throw new Refusal('This dump is not open; open it and try again.'); }
			return handler(snapshot, params);
		}));
	}

	/** One of our own requests about no single document. */
	whole<P extends Shape, R extends Shape>({ method, params: shape }: Request<P, R>, handler: (session: Session, params: ReturnType<P['parse']>, token: CancellationToken) => Promise<ReturnType<R['parse']>>): void {
		this.#session.connection.onRequest(method, (raw: unknown, token: CancellationToken) => guarded<unknown>(method, { empty: null }, this.#session.connection.console, async () => {
			const parsed = shape.safeParse(raw);
			if (!parsed.success) { throw new Refusal(`The parameters of ${method} cannot be used; update the editor's extension.`); }
			return handler(this.#session, parsed.data as ReturnType<P['parse']>, token);
		}));
	}

	/** A request about no single document. */
	workspace<P, R, PR, E, O>(type: ProtocolRequestType<P, R, PR, E, O>, fallback: Fallback<R>, handler: (params: P, watch: Watch) => Awaitable<R>): void {
		this.#session.connection.onRequest(type.method, (params: P, token: CancellationToken) => guarded(type.method, fallback, this.#session.connection.console, () => {
			const watch = new Watch(token, () => false);
			watch.check();
			return handler(params, watch);
		}));
	}

	command<PR, E, O>(type: ProtocolRequestType<ExecuteCommandParams, unknown, PR, E, O>, handler: (session: Session, params: ExecuteCommandParams, token: CancellationToken) => Promise<unknown>): void {
		this.#session.connection.onRequest(type.method, (params: ExecuteCommandParams, token: CancellationToken) => guarded<unknown>(type.method, { empty: null }, this.#session.connection.console, () => handler(this.#session, params, token)));
	}

	/** Keeps the data of an answer, from which the next one is told as a difference. */
	remembered(snapshot: Snapshot, tokens: SemanticTokens): SemanticTokens {
		this.#session.tokens.set(snapshot.uri, { resultId: snapshot.resultId, data: tokens.data });
		return tokens;
	}

	/** Waits a moment for the titles of the workspace, and says once what the search leaves out. */
	async titlesReady(watch: Watch): Promise<void> {
		const { titles, folders, environment } = this.#session;
		if (!titles.canRead) { this.#session.tellOnce('Only open dumps are searched: this editor gives no access to the folders of the workspace.', 'information'); return; }
		const began = environment.now();
		let isReady = false;
		const ready = titles.ready(folders).finally(() => { isReady = true; });
		while (!isReady && environment.now() - began < INDEX_WAIT) {
			await Promise.race([ready, new Promise(resolve => { setTimeout(resolve, LOOK); })]);
			watch.check();
		}
		for (const limit of titles.limits) { this.#session.tellOnce(limit, 'information'); }
	}

	articlesSource(snapshot: Snapshot): ArticlesSource {
		const { dump, version, settings } = snapshot;
		return { version, document: dump, settings, problemsOf: (_article, index) => snapshot.problemsOf(index) };
	}

	async #run<R>(method: string, uri: string, token: CancellationToken, fallback: Fallback<R>, handler: (snapshot: Snapshot, around: Surroundings) => Awaitable<R>): Promise<unknown> {
		return guarded(method, fallback, this.#session.connection.console, async () => {
			const { snapshot, around } = await this.#begin(uri, token);
			if (snapshot === undefined) { return fallback.empty; }
			const result = await handler(snapshot, around);
			around.watch.check();
			return result;
		});
	}

	async #begin(uri: string, token: CancellationToken): Promise<{ readonly snapshot: Snapshot | undefined; readonly around: Surroundings }> {
		const session = this.#session;
		const snapshot = await session.snapshot(uri);
		if (token.isCancellationRequested) { throw new Cancelled(); }
		const watch = new Watch(token, () => session.current(uri)?.version !== snapshot?.version);
		return { snapshot, around: { client: session.client, environment: session.environment, watch, all: () => session.all() } };
	}
}
