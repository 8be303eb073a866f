import { MendReport, remarksOn } from '#core/mend/mend-report.ts';
import { applyEdits, inverted, type Edit } from '#core/text/edit.ts';
import { counted } from '#core/text/quote.ts';
import type { BatchReport } from '#contract/batch.ts';
import type { Disk, DiskBatch } from '../disk.ts';
import { Cancelled, Refusal } from '../guard.ts';
import type { Session } from '../session.ts';
import { applyFixes } from '../workspace-edits.ts';
import { fileKey } from '../uri.ts';
import { UNSAVED, isOpen, nameOf, type Left } from './dumps.ts';
import type { Pace } from './pace.ts';
import type { Rehearsed, RehearsedFile, RehearsedOpen } from './rehearse.ts';

/** An open dump that was edited: its text since, and what takes it back. */
export interface EditedDump {
	readonly uri: string;
	readonly after: string;
	readonly inverse: readonly Edit[];
}

/** What a batch has changed, as far as it is needed to take it back. */
export interface Applied {
	/** Workspace folders in which a journal was written. */
	readonly folders: Set<string>;
	readonly edited: EditedDump[];
}

const OPENED = 'It was opened since the rehearsal, and was left alone: rehearse again.';
const MOVED_ON = 'It was changed or closed since the rehearsal, and was left alone: rehearse again.';

/** Carries a rehearsal out: files first, each replaced whole or not at all, then open dumps through the editor. */
export class Application {
	/** Filled while the work goes on, so that what was done can be taken back when it ends early. */
	readonly applied: Applied = { folders: new Set(), edited: [] };
	readonly #session: Session;
	readonly #rehearsed: Rehearsed;
	readonly #unsaved: ReadonlySet<string>;
	readonly #pace: Pace;
	readonly #report = new MendReport();
	readonly #left: Left[] = [];
	readonly #remarks: string[] = [];

	/** @param unsaved documents with changes that are not saved, besides the open dumps, by `fileKey` */
	constructor(session: Session, rehearsed: Rehearsed, unsaved: ReadonlySet<string>, pace: Pace) {
		this.#session = session;
		this.#rehearsed = rehearsed;
		this.#unsaved = unsaved;
		this.#pace = pace;
	}

	async run(): Promise<BatchReport> {
		const { files, open } = this.#rehearsed;
		const { disk } = this.#session.environment;
		this.#pace.total = files.reduce((sum, { file }) => sum + file.size, 0);
		try {
			if (disk !== undefined) { await this.#writeFiles(disk); }
			for (const rehearsed of open) { await this.#editOpen(rehearsed); }
			return this.#tell(false);
		} catch (error) {
			if (!(error instanceof Cancelled)) { throw error; }
			return this.#tell(true);
		}
	}

	async #writeFiles(disk: Disk): Promise<void> {
		const { files } = this.#rehearsed;
		for (const folder of new Set(files.map(({ file }) => file.folder))) {
			let batch: DiskBatch | undefined;
			try {
				batch = disk.begin(folder);
				for (const rehearsed of files.filter(({ file }) => file.folder === folder)) { await this.#writeFile(disk, batch, rehearsed); }
			} catch (error) {
				if (error instanceof Cancelled) { throw error; }
				this.#leave(folder, disk.reasonOf(error));
			} finally {
				batch?.close();
			}
		}
	}

	/** @throws where no file of the folder may be written any more */
	async #writeFile(disk: Disk, batch: DiskBatch, { file: { uri, folder, isGuess }, stamp, checker }: RehearsedFile): Promise<void> {
		const session = this.#session;
		if (this.#unsaved.has(fileKey(uri))) { this.#leave(uri, UNSAVED); return; }
		const name = nameOf(session, uri);
		const mender = this.#rehearsed.menders.mender({ name, settings: checker.settings, isGuess }, disk.codec, []);
		try {
			const done = isOpen(session, uri) ? undefined : await batch.apply(uri, mender, stamp, () => !isOpen(session, uri), this.#pace.step);
			if (done === undefined) { this.#leave(uri, OPENED); return; }
			if (done.proof !== undefined) { this.applied.folders.add(folder); }
			this.#report.keep(name, mender.result, done.proof);
			this.#remarks.push(...remarksOn(name, mender.result));
			session.workspace.changed(uri, false);
		} catch (error) {
			if (error instanceof Cancelled || disk.isFinal(error)) { throw error; }
			this.#leave(uri, disk.reasonOf(error));
		}
	}

	async #editOpen({ uri, version, settings }: RehearsedOpen): Promise<void> {
		const session = this.#session;
		const snapshot = await session.snapshot(uri);
		if (snapshot?.version !== version) { this.#leave(uri, MOVED_ON); return; }
		const name = nameOf(session, uri);
		const { edits: found, result } = await this.#rehearsed.menders.mendOpen({ name, settings, articles: snapshot.dump.articles }, [], () => this.#pace.step(0));
		if (session.current(uri)?.version !== version) { this.#leave(uri, MOVED_ON); return; }
		const before = snapshot.dump.text;
		const edits = before.includes('\r\n') ? found.map(withCrLf) : found;
		const after = applyEdits(before, edits);
		try {
			if (after === undefined) { throw new Error(`The fixes of ${name} overlap.`); }
			await applyFixes(session, snapshot, edits, 'Fix all in workspace');
			this.applied.edited.push({ uri, after, inverse: inverted(before, edits) });
			this.#report.keep(name, result);
			this.#remarks.push(...remarksOn(name, result));
		} catch (error) {
			if (!(error instanceof Refusal)) { throw error; }
			this.#leave(uri, error.message);
		}
	}

	#leave(uri: string, reason: string): void { this.#left.push({ path: nameOf(this.#session, uri), reason }); }

	#tell(isInterrupted: boolean): BatchReport {
		const edited = this.applied.edited.length;
		return {
			fixes: [...this.#report.applied.values()].reduce((sum, count) => sum + count, 0),
			written: this.#report.proof.files, edited, isInterrupted, left: this.#left,
			text: [
				...isInterrupted ? ['Stopped: the dumps that are not named are as they were.'] : [],
				...this.#report.lines(false),
				...edited === 0 ? [] : [`${counted(edited, 'open dump')} ${edited === 1 ? 'was' : 'were'} edited in the editor and ${edited === 1 ? 'is' : 'are'} not saved.`],
				...this.#remarks, ...this.#left.map(({ path, reason }) => `${path}: ${reason}`), '',
			].join('\n'),
		};
	}
}

/** Editors give all lines of a document the same end: what they make of an edit must be known, so that it can be taken back. */
const withCrLf = ({ range, text }: Edit): Edit => ({ range, text: text.replace(/\r?\n/gu, '\r\n') });
