import { renderHunk, type Hunk } from './diff.ts';

/** What may be said in colour. */
export interface Painter {
	readonly red: (text: string) => string;
	readonly green: (text: string) => string;
	readonly yellow: (text: string) => string;
	readonly blue: (text: string) => string;
	readonly cyan: (text: string) => string;
	readonly dim: (text: string) => string;
	readonly bold: (text: string) => string;
	readonly underlined: (text: string) => string;
}

const plain = (text: string): string => text;

/** Text without colours. */
export const colourless: Painter = { red: plain, green: plain, yellow: plain, blue: plain, cyan: plain, dim: plain, bold: plain, underlined: plain };

export const paintedHunk = (hunk: Hunk, { cyan, red, green }: Painter): string =>
	renderHunk(hunk).map(line => `${line.startsWith('@@') ? cyan(line) : line.startsWith('-') ? red(line) : line.startsWith('+') ? green(line) : line}\n`).join('');
