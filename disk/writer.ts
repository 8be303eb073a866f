import { Reversal } from '#core/mend/bytes.ts';
import type { Mender } from '#core/mend/mender.ts';
import { prove, type Proof } from './prove.ts';
import { FileTrouble } from './read-file.ts';
import { Replacement, type Write } from './replacement.ts';
import type { BytePiece } from '#core/report/decoded.ts';
import type { Journal, JournalEntry } from './journal/journal.ts';

/** Writes one mended file: a copy beside it, an entry in the journal, a proof that both are right, then the new name. */
export class FileWriter {
	readonly #path: string;
	readonly #journal: Journal;
	readonly #replacement: Replacement;
	readonly #reversal = new Reversal();
	#entry: JournalEntry | undefined;

	/**
	 * @param stamp of the state of the file that may be replaced; any where left out
	 * @param write see {@link Replacement}
	 * @throws FileTrouble for what cannot be replaced
	 */
	constructor(path: string, journal: Journal, stamp?: string, write?: Write) {
		this.#path = path;
		this.#journal = journal;
		this.#replacement = new Replacement(path, write);
		if (stamp !== undefined && stamp !== this.#replacement.stamp) {
			this.#replacement.close();
			throw new FileTrouble('it was changed since the rehearsal, and was left alone; run again.');
		}
	}

	/** The edits of the next piece. @throws JournalTrouble */
	add(piece: BytePiece, edits: ReturnType<Mender['add']>): void {
		if (edits.length > 0) { this.#entry ??= this.#journal.begin(this.#path); }
		this.#replacement.add(piece, edits);
		this.#entry?.add(this.#reversal.of(piece.bytes, piece.start, edits));
	}

	/**
	 * Puts the copy in the file's place, once it is proved and can be undone; undefined where nothing was edited.
	 * @throws FileTrouble @throws JournalTrouble
	 */
	commit(): { readonly proof: Proof; readonly links: number } | undefined {
		const sealed = this.#replacement.seal();
		if (sealed === undefined || this.#entry === undefined) { return undefined; }
		const proof = prove(sealed.source, sealed.copy, this.#entry.edits());
		this.#entry.finish(proof);
		const links = this.#replacement.commit();
		this.#entry = undefined;
		return { proof, links };
	}

	/** Lets go of everything; a file that was not replaced is as it was, and the journal does not speak of it. */
	close(): void {
		this.#replacement.close();
		this.#entry?.withdraw();
	}
}
