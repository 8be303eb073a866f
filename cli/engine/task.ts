import type { Settings } from '#core/settings.ts';
import type { ReportSetup, Format } from '../reporters/reporter.ts';

/** A file, or a part of one, to be worked on; can be sent to a worker. */
export interface Task {
	/** As the user knows it, with `/`. */
	readonly name: string;
	readonly path: string;
	/** Index in the plan's settings. */
	readonly settings: number;
	/** Bytes; both are starts of articles or the file's ends. */
	readonly start: number;
	readonly end: number;
	/** Found in a folder by the default globs: passed over where it holds no header. */
	readonly isGuess: boolean;
}

/** What all tasks of a run share; can be sent to a worker. */
export interface Plan {
	readonly settings: readonly Settings[];
	readonly format: Format | 'facts';
	readonly setup: ReportSetup;
	readonly pieceSize: number;
}
