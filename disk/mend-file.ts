import type { Mender } from '#core/mend/mender.ts';
import type { Journal } from './journal/journal.ts';
import type { PieceCutter } from './pieces.ts';
import type { Proof } from './prove.ts';
import { piecesOf } from './read-file.ts';
import { Replacement } from './replacement.ts';
import { FileWriter } from './writer.ts';

/** Called between two pieces with the bytes that are done with since; what it throws ends the work. */
export type Between = (bytes: number) => Promise<void>;

/**
 * Mends a file by each of some menders without writing anything, and stops where the first finds that it is no dump.
 * @returns the stamp of what was read, where there is something to write
 * @throws FileTrouble for what could not be replaced
 */
export async function rehearseFile(path: string, menders: readonly Mender[], cutter: PieceCutter, between: Between): Promise<string | undefined> {
	const replacement = new Replacement(path);
	try {
		let isEdited = false;
		for (const piece of piecesOf(path, cutter)) {
			for (const mender of menders) { isEdited = mender.add(piece).length > 0 || isEdited; }
			if (menders[0]?.isPassedOver === true) { return undefined; }
			await between(piece.bytes.length);
		}
		return isEdited ? replacement.stamp : undefined;
	} finally {
		replacement.close();
	}
}

export interface ApplyOptions {
	readonly journal: Journal;
	readonly cutter: PieceCutter;
	/** Of the state of the file that may be replaced; any where left out. */
	readonly stamp?: string | undefined;
	/** Asked at the end, before the file is replaced. */
	readonly mayCommit?: () => boolean;
}

/** What has become of a file: its proof where it was replaced, and how many other names keep the old text. */
export interface AppliedFile {
	readonly proof: Proof | undefined;
	readonly links: number;
}

/**
 * Mends a file and replaces it.
 * @returns undefined for what is no dump, and where the file was not to be replaced in the end
 * @throws FileTrouble @throws JournalTrouble
 */
export async function applyFile(path: string, mender: Mender, { journal, cutter, stamp, mayCommit }: ApplyOptions, between: Between): Promise<AppliedFile | undefined> {
	const writer = new FileWriter(path, journal, stamp);
	try {
		for (const piece of piecesOf(path, cutter)) {
			const edits = mender.add(piece);
			if (mender.isPassedOver) { return undefined; }
			writer.add(piece, edits);
			await between(piece.bytes.length);
		}
		if (mayCommit?.() === false) { return undefined; }
		return writer.commit() ?? { proof: undefined, links: 0 };
	} finally {
		writer.close();
	}
}
