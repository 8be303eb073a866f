import type { CancellationToken, ProgressToken } from 'vscode-languageserver';
import { BatchCounter, batchRules } from '#core/mend/batches.ts';
import { needsUnsafe } from '#core/mend/menders.ts';
import type { BatchChoice, BatchReport, ListedBatch, RehearsalResult, UndoReport } from '#contract/batch.ts';
import { Cancelled, Refusal } from '../guard.ts';
import { progressOf } from '../progress.ts';
import type { Session } from '../session.ts';
import { fileKey } from '../uri.ts';
import { Application, type Applied } from './apply.ts';
import { nameOf, workspaceDumps } from './dumps.ts';
import { Pace } from './pace.ts';
import { rehearse, type Rehearsed } from './rehearse.ts';
import { undo } from './undo.ts';

interface Working {
	readonly workDoneToken?: ProgressToken | undefined;
}

interface Unsaved {
	readonly unsaved?: readonly string[] | undefined;
}

const keysOf = (uris: readonly string[] = []): ReadonlySet<string> => new Set(uris.map(fileKey));

/** Fixes in all dumps of the workspace: rehearsed, carried out, taken back; one at a time. */
export class WorkspaceBatch {
	readonly #session: Session;
	#rehearsed: { readonly id: number; readonly rehearsed: Rehearsed } | undefined;
	#applied: Applied | undefined;
	#lastId = 0;
	#isBusy = false;

	constructor(session: Session) { this.#session = session; }

	/** `warraq/rehearseFixes` */
	rehearse({ choice, workDoneToken }: Working & { readonly choice: BatchChoice }, token: CancellationToken): Promise<RehearsalResult> {
		return this.#alone(async () => {
			this.#rehearsed = undefined;
			const { rehearsed, result } = await rehearse(this.#session, choice, this.#pace(token, workDoneToken));
			const id = ++this.#lastId;
			this.#rehearsed = { id, rehearsed };
			return { id, ...result };
		});
	}

	/** `warraq/applyFixes` */
	apply({ id, unsaved, workDoneToken }: Working & Unsaved & { readonly id: number }, token: CancellationToken): Promise<BatchReport> {
		return this.#alone(async () => {
			const last = this.#rehearsed;
			if (last?.id !== id) { throw new Refusal('This rehearsal is not the last one any more: rehearse again.'); }
			if (last.rehearsed.breach !== undefined) { throw new Refusal(last.rehearsed.breach); }
			this.#rehearsed = undefined;
			const application = new Application(this.#session, last.rehearsed, keysOf(unsaved), this.#pace(token, workDoneToken));
			try {
				return await application.run();
			} finally {
				const { applied } = application;
				if (applied.folders.size + applied.edited.length > 0) { this.#applied = applied; }
			}
		});
	}

	/** `warraq/undoFixes` */
	undo({ unsaved }: Unsaved): Promise<UndoReport> {
		return this.#alone(async () => {
			const report = await undo(this.#session, this.#applied, keysOf(unsaved));
			if (report.left.length === 0) { this.#applied = undefined; }
			return report;
		});
	}

	/** `warraq/listBatches` */
	list({ workDoneToken }: Working, token: CancellationToken): Promise<{ readonly batches: ListedBatch[] }> {
		return this.#alone(async () => {
			const session = this.#session;
			const { disk } = session.environment;
			const pace = this.#pace(token, workDoneToken);
			const counter = new BatchCounter(batchRules(), {}, false);
			const { open, files } = await workspaceDumps(session, pace.watch);
			pace.total = files.reduce((sum, { size }) => sum + size, 0);
			for (const { uri, settings, dump } of open) { await counter.addOpen({ name: nameOf(session, uri), settings, articles: dump.articles }, () => pace.step(0)); }
			const checkers = session.checkersByFolder();
			for (const { uri, isGuess } of disk === undefined ? [] : files) {
				const source = { name: nameOf(session, uri), settings: (await checkers(uri)).settings, isGuess };
				// What cannot be read is told of by the rehearsal.
				await disk?.rehearse(uri, counter.menders(source, disk.codec), pace.step).catch((error: unknown) => { if (error instanceof Cancelled) { throw error; } });
			}
			return { batches: counter.table.batches.map(({ rule, outlet, language, articles, fixes, removed, added }) => ({ rule, outlet, language, articles, fixes, removed, added, needsUnsafe: needsUnsafe(rule) })) };
		});
	}

	#pace(token: CancellationToken, workDoneToken: ProgressToken | undefined): Pace {
		return new Pace(this.#session, token, progressOf(this.#session, workDoneToken));
	}

	async #alone<R>(work: () => Promise<R>): Promise<R> {
		if (this.#isBusy) { throw new Refusal('Another batch of fixes is at work: wait for it, or cancel it.'); }
		this.#isBusy = true;
		try { return await work(); } finally { this.#isBusy = false; }
	}
}
