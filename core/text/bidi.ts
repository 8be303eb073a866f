/** One of the controls that open or close an embedding, override or isolate (UAX #9, 2.1 to 2.5). */
export interface BidiControl {
	/** Offset in the text, UTF-16 units. */
	readonly at: number;
	readonly unit: number;
	/** Offset of the control that closes or opens this one; −1 where there is none. */
	readonly partner: number;
	/** For an opener without a partner: the offset of what ends it all the same, the end of an isolate around it or a separator; −1 where it is the end of the line. */
	readonly until: number;
	/** For an opener: the offset of the innermost override around it, matched or not; −1 where there is none. */
	readonly override: number;
}

export const PDF = 0x202c;
export const PDI = 0x2069;

const isIsolate = (unit: number): boolean => unit >= 0x2066 && unit <= 0x2068;
const isEmbedding = (unit: number): boolean => unit === 0x202a || unit === 0x202b || isOverride(unit);
export const isOverride = (unit: number): boolean => unit === 0x202d || unit === 0x202e;
export const isBidiOpener = (unit: number): boolean => isIsolate(unit) || isEmbedding(unit);

interface Open {
	readonly index: number;
	readonly unit: number;
	readonly override: number;
}

/** What ends a paragraph (UAX #9, class B), and what ends a line in some programs only: there all is closed. */
const isParagraphEnd = (unit: number): boolean => unit === 0x2029 || unit === 0x2028 || unit === 0x85 || (unit >= 0x0a && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1e);

/**
 * The paired bidi controls of one line, by position. Pairing is that of UAX #9, BD9 and X1 to X8: a PDF closes the last
 * embedding or override opened since the last open isolate; a PDI closes the last open isolate and, without making
 * pairs of them, whatever embeddings are open inside it; the end of the line, or a separator in it, closes all. Controls
 * nested deeper than 125 levels do nothing (BD2), and are pairs like all others.
 */
export function bidiControlsIn(text: string): BidiControl[] {
	const controls: { at: number; unit: number; partner: number; until: number; override: number }[] = [];
	const open: Open[] = [];
	let isolates = 0;
	const pair = (opener: Open): void => {
		const last = controls.length - 1;
		const [start, end] = [controls[opener.index], controls[last]];
		if (start === undefined || end === undefined) { return; }
		start.partner = end.at;
		end.partner = start.at;
	};
	const cut = ({ index }: Open, at: number): void => {
		const opener = controls[index];
		if (opener !== undefined) { opener.until = at; }
	};
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (isParagraphEnd(unit)) {
			for (const each of open) { cut(each, at); }
			open.length = 0;
			isolates = 0;
		}
		if (unit < 0x202a || unit > PDI) { continue; }
		if (isBidiOpener(unit)) {
			const around = open.at(-1);
			const override = around === undefined ? -1 : around.override;
			open.push({ index: controls.length, unit, override: isOverride(unit) ? at : override });
			controls.push({ at, unit, partner: -1, until: -1, override });
			if (isIsolate(unit)) { isolates++; }
		} else if (unit === PDF) {
			controls.push({ at, unit, partner: -1, until: -1, override: -1 });
			const last = open.at(-1);
			if (last !== undefined && isEmbedding(last.unit)) { open.pop(); pair(last); }
		} else if (unit === PDI) {
			controls.push({ at, unit, partner: -1, until: -1, override: -1 });
			if (isolates === 0) { continue; }
			let last = open.pop();
			while (last !== undefined && !isIsolate(last.unit)) { cut(last, at); last = open.pop(); }
			if (last !== undefined) { isolates--; pair(last); }
		}
	}
	return controls;
}

/** How far a control reaches that nothing of its own ends; for messages. */
export function reachOf(text: string, { until }: BidiControl): string {
	if (until < 0) { return 'all that follows'; }
	return text.charCodeAt(until) === PDI ? 'the text up to the end of the isolate around it' : 'the text up to the next separator';
}
