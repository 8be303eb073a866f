import { CancellationToken } from 'vscode-languageserver';
import { clientApi } from '#contract/server-api.ts';
import { Watch, inBackground } from './guard.ts';
import { reportOf, type Report } from './report.ts';
import type { Session } from './session.ts';
import type { Replaced, Snapshot } from './snapshot.ts';
import { checkAll } from './work.ts';

/** Tells the client of open dumps unasked: problems where it does not pull them, status, changed articles. */
export class Publisher {
	readonly #session: Session;
	readonly #published = new Map<string, string>();
	readonly #lastStatus = new Map<string, string>();

	constructor(session: Session) { this.#session = session; }

	changed(snapshot: Snapshot, replaced: readonly Replaced[]): void {
		const { client, connection } = this.#session;
		if (client.options.notifications === true) {
			for (const { first, removed, added, total } of replaced) {
				void connection.sendNotification(clientApi.articlesChanged.method, { uri: snapshot.uri, version: snapshot.version, total, first, removed, added });
			}
		}
		if (!client.pullsDiagnostics) { this.#publishSoon(snapshot.uri); }
	}

	closed(uri: string): void {
		const { client, connection } = this.#session;
		this.#published.delete(uri);
		this.#lastStatus.delete(uri);
		if (!client.pullsDiagnostics) { void connection.sendDiagnostics({ uri, diagnostics: [] }); }
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

	/** The pause lets the edits in that have come meanwhile, so that only the last of them is checked. */
	#publishSoon(uri: string): void {
		const { session, published } = { session: this.#session, published: this.#published };
		void inBackground('Publishing problems', session.connection.console, async () => {
			await session.environment.pause();
			const snapshot = await session.snapshot(uri);
			if (snapshot === undefined || published.get(uri) === snapshot.resultId) { return; }
			const watch = new Watch(CancellationToken.None, () => session.current(uri) !== snapshot);
			await checkAll(snapshot, session.environment, watch);
			const report = reportOf(snapshot, session.client);
			published.set(uri, snapshot.resultId);
			await session.connection.sendDiagnostics({ uri, version: snapshot.version, diagnostics: report.diagnostics });
			this.tell(snapshot, report);
		});
	}
}
