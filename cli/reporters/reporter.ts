import type { ArticleRecord } from '#core/report/record.ts';
import type { Tally } from '#core/report/tally.ts';
import type { Settings } from '#core/settings.ts';
import type { Detail } from '../engine/examine.ts';

export const formats = ['pretty', 'json', 'ndjson', 'sarif', 'github', 'junit'] as const;

export type Format = (typeof formats)[number];

export interface ReportSetup {
	readonly version: string;
	readonly settings: readonly Settings[];
	readonly isColoured: boolean;
	readonly isQuiet: boolean;
	/** The articles were compared: their fixes want the same. */
	readonly isCorpus: boolean;
}

/**
 * Writes a report as text, piece by piece, so that it never has to be held as a whole. `article` may run in a worker:
 * it depends on its arguments only.
 */
export interface Reporter {
	readonly detail: Detail;
	/** Whether it tells byte offsets; elsewhere nobody counts them, and they are 0. */
	readonly hasBytes: boolean;
	/** Between two articles' texts. */
	readonly separator: string;
	/** True where `fileHead` needs the file's counts: then a file's text is held until they are known. */
	readonly isHeadCounted: boolean;
	head(): string;
	/** In front of a file's articles; left out for files whose articles give no text, unless `isHeadCounted`. */
	fileHead(name: string, tally: Tally): string;
	article(name: string, record: ArticleRecord): string;
	fileTail(name: string, tally: Tally): string;
	tail(tally: Tally): string;
}

const nothing = (): string => '';

/** What most formats leave empty. */
export const plainReporter = { detail: 'problems', hasBytes: false, separator: '', isHeadCounted: false, head: nothing, fileHead: nothing, fileTail: nothing, tail: nothing } as const;
