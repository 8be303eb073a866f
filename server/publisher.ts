import { CancellationToken, DiagnosticRefreshRequest } from 'vscode-languageserver';
import { problemTreeClient } from '#contract/problem-tree.ts';
import { clientApi } from '#contract/server-api.ts';
import { Watch, inBackground } from './guard.ts';
import { reportOf, type Report } from './report.ts';
import type { Session } from './session.ts';
import type { Replaced, Snapshot } from './snapshot.ts';
import { checkAll } from './work.ts';

/** UTF-16 units of a large dump that its first report is about: some screens of text, checked in a moment. */
const FIRST_PART = 1 << 17;

/** Tells the client of open dumps unasked: problems where it does not pull them, status, changed articles. */
export class Publisher {
	readonly #session: Session;
	readonly #published = new Map<string, string>();
	readonly #lastStatus = new Map<string, string>();
	/** Dumps whose first articles have been reported by themselves. */
	readonly #begun = new Set<string>();

	constructor(session: Session) { this.#session = session; }

	changed(snapshot: Snapshot, replaced: readonly Replaced[]): void {
		const { client, connection } = this.#session;
		if (client.options.notifications === true) {
			for (const { first, removed, added, total } of replaced) {
				void connection.sendNotification(clientApi.articlesChanged.method, { uri: snapshot.uri, version: snapshot.version, total, first, removed, added });
			}
		}
		if (!client.pullsDiagnostics) { this.#publishSoon(snapshot.uri); }
		this.problemsChanged();
	}

	problemsChanged(): void {
		const { client, connection } = this.#session;
		if (client.options.notifications === true) { void connection.sendNotification(problemTreeClient.problemsChanged.method, {}); }
	}

	closed(uri: string): void {
		const { client, connection } = this.#session;
		this.#published.delete(uri);
		this.#lastStatus.delete(uri);
		this.#begun.delete(uri);
		if (!client.pullsDiagnostics) { void connection.sendDiagnostics({ uri, diagnostics: [] }); }
		this.problemsChanged();
	}

	/** Says how a dump stands, after its problems have been found. */
	tell(snapshot: Snapshot, { status }: Report): void {
		const { client, connection } = this.#session;
		const text = JSON.stringify(status);
		if (client.options.notifications === true && this.#lastStatus.get(snapshot.uri) !== text) {
			this.#lastStatus.set(snapshot.uri, text);
			void connection.sendNotification(clientApi.status.method, status);
		}
		for (const limit of status.limits) {
			// Once a document and kind of limit: the numbers in it change with every edit.
			const key = `${snapshot.uri} ${limit.replace(/[\d,]+/gu, '')}`;
			if (this.#session.told.has(key)) { continue; }
			this.#session.told.add(key);
			this.#session.tell(limit, 'information');
		}
	}

	/**
	 * How many articles from the start the next report is about: all, but where a large dump is reported for the first time
	 * to a client that can be told of the rest.
	 */
	firstPart({ uri, dump }: Snapshot): number {
		const { client } = this.#session;
		const isWhole = this.#begun.has(uri) || dump.length <= 2 * FIRST_PART || (client.pullsDiagnostics && !client.refreshesDiagnostics);
		this.#begun.add(uri);
		return isWhole ? dump.articles.length : dump.indexAt(FIRST_PART) + 1;
	}

	/** Checks what the first report has left out; then the client asks again. */
	finish(snapshot: Snapshot): void {
		const session = this.#session;
		void inBackground('Checking the rest of a dump', session.connection.console, async () => {
			try { await checkAll(snapshot, session.environment, this.#watch(snapshot)); } finally { await session.connection.sendRequest(DiagnosticRefreshRequest.type); }
		});
	}

	/** The pause lets the edits in that have come meanwhile, so that only the last of them is checked. */
	#publishSoon(uri: string): void {
		const { session, published } = { session: this.#session, published: this.#published };
		void inBackground('Publishing problems', session.connection.console, async () => {
			await session.environment.pause();
			const snapshot = await session.snapshot(uri);
			if (snapshot === undefined || published.get(uri) === snapshot.resultId) { return; }
			published.set(uri, snapshot.resultId);
			const { length } = snapshot.dump.articles;
			// The whole comes last, also where the first part is all of it.
			const parts = [...new Set([this.firstPart(snapshot), length])];
			for (const part of parts) {
				await checkAll(snapshot, session.environment, this.#watch(snapshot), part);
				const report = reportOf(snapshot, session.client, part);
				await session.connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics: report.diagnostics });
				if (part === length) { this.tell(snapshot, report); }
			}
		});
	}

	/** Ends work on a version that is past. */
	#watch(snapshot: Snapshot): Watch {
		return new Watch(CancellationToken.None, () => this.#session.current(snapshot.uri) !== snapshot);
	}
}
