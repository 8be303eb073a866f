import type { Day } from '#core/format/day.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import type { Disk } from './disk.ts';

/** A file that may be a dump. */
export interface FoundFile {
	readonly uri: string;
	/** Bytes. */
	readonly size: number;
}

/** Files in folders. Globs are relative to the folder; hidden folders and `node_modules` are passed over. */
export interface Files {
	/** Those that fit one of the globs and none of those to ignore. */
	find(folder: string, globs: readonly string[], ignore: readonly string[]): AsyncIterable<FoundFile>;
	/** Whether {@link find} would give the file, if it exists. */
	includes(folder: string, uri: string, globs: readonly string[], ignore: readonly string[]): boolean;
	/** Bytes of a file; undefined where there is none. */
	sizeOf(uri: string): Promise<number | undefined>;
}

/** What the server needs of the platform it runs on; everything else comes through the connection. */
export interface Environment {
	/** Text of a file (UTF-8); undefined where there is none that can be read. */
	readFile(uri: string): Promise<string | undefined>;
	today(): Day;
	/** Milliseconds from any fixed moment. */
	now(): number;
	/** Lets waiting messages in. */
	pause(): Promise<void>;
	/** First 16 hexadecimal digits of the SHA-256 of the text as UTF-8; undefined where the platform has no such function. */
	contentHash(text: string): Promise<string | undefined>;
	/** Calls back when the file appears, changes or goes; for clients that do not watch. Undefined where nothing can be watched. */
	readonly watch: ((uri: string, changed: () => void) => () => void) | undefined;
	/** Undefined where folders cannot be read. */
	readonly files: Files | undefined;
	/** Undefined where files can be changed by the client only. */
	readonly disk?: Disk;
	/** Rules instead of Warraq's own. */
	readonly rules?: readonly AnyRule[];
}
