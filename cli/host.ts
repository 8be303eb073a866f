import type { Day } from '#core/format/day.ts';

/** What a command has of the process around it. */
export interface Host {
	/** The script that workers run. */
	readonly entry: URL;
	readonly version: string;
	/** Writes a line to standard error. */
	say(line: string): void;
}

/** The day by the clock, in the local time zone. */
export function today(): Day {
	const now = new Date();
	return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Exit status: no problem at error level, problems, or something that could not be done. */
export const Exit = { Fine: 0, Problems: 1, Trouble: 2 } as const;
