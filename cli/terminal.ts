import { colourless, type Painter } from '#core/report/painter.ts';

const escape = (on: number, off: number) => (text: string): string => `\u001b[${on}m${text}\u001b[${off}m`;

const coloured: Painter = {
	red: escape(31, 39), green: escape(32, 39), yellow: escape(33, 39), blue: escape(34, 39), cyan: escape(36, 39),
	dim: escape(2, 22), bold: escape(1, 22), underlined: escape(4, 24),
};

export const painter = (isColoured: boolean): Painter => (isColoured ? coloured : colourless);

/** Colours only for a terminal that can show them and a user who has not declined them (no-color.org). */
export function wantsColour(stream: { readonly isTTY?: boolean }, isDeclined: boolean): boolean {
	const { NO_COLOR, TERM } = process.env;
	return stream.isTTY === true && !isDeclined && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
}
