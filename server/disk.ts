import type { Codec, Mender } from '#core/mend/mender.ts';
import type { AppliedFile, Between } from '#disk/mend-file.ts';
import type { Undone } from '#disk/undo.ts';

/** Mends files of the machine itself, byte for byte and so that it can be undone. Files and folders are `file:` URIs. */
export interface Disk {
	readonly codec: Codec;
	/** Whether a file lies where files can be mended. */
	reaches(uri: string): boolean;
	/** See `rehearseFile`. @throws what {@link reasonOf} explains */
	rehearse(uri: string, menders: readonly Mender[], between: Between): Promise<string | undefined>;
	/** Begins a batch in a folder; its journal stands there. @throws what {@link reasonOf} explains, where nothing could be undone */
	begin(folder: string): DiskBatch;
	/**
	 * Takes the last batch in a folder back; undefined where there is none. Names in the answer are URIs.
	 * @throws what {@link reasonOf} explains
	 */
	undo(folder: string, options: { readonly pause: () => Promise<void>; readonly refusal: (uri: string) => string | undefined }): Promise<Undone | undefined>;
	/** What is wrong and what to do, one sentence without the file's name. */
	reasonOf(error: unknown): string;
	/** Whether nothing more may be done after an error, because it could not be undone. */
	isFinal(error: unknown): boolean;
}

export interface DiskBatch {
	/** See `applyFile`. @throws what `reasonOf` explains */
	apply(uri: string, mender: Mender, stamp: string, mayCommit: () => boolean, between: Between): Promise<AppliedFile | undefined>;
	close(): void;
}
