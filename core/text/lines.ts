import { Kind, Pair, kindTable, pairTable, visibleKinds, blankKinds } from './kinds.ts';
import type { Range } from './range.ts';
import { firstAtLeast } from './sorted.ts';

const FIELDS = 4;

/**
 * The lines of a text as the Language Server Protocol counts them (LF, CRLF, CR), without the empty one behind a last
 * line end; four integers a line: start, end (before the line end), kinds present, pairs present.
 */
export class Lines {
	readonly count: number;
	/** Length of the text. */
	readonly length: number;
	/** How many units of the kind `Quote` there are, see {@link quoteAt}. */
	readonly quoteCount: number;
	readonly #scan: Scan;
	/** The first of its lines and quotes in the scan, and the offset there of its start. */
	readonly #first: number;
	readonly #firstQuote: number;
	readonly #base: number;

	/** Lines `first` to `last` (exclusive) of a scan, as those of a text that starts at `base`. */
	constructor(scan: Scan, first: number, last: number, base: number, length: number) {
		this.#scan = scan;
		this.#first = first * FIELDS;
		this.#base = base;
		this.count = last - first;
		this.length = length;
		this.#firstQuote = firstAtLeast(scan.quotes, base);
		this.quoteCount = firstAtLeast(scan.quotes, base + length) - this.#firstQuote;
	}

	start(line: number): number { return line < this.count ? (this.#scan.data[this.#first + line * FIELDS] as number) - this.#base : this.length; }
	/** Offset of the line end, or of the end of the text. */
	end(line: number): number { return line < this.count ? (this.#scan.data[this.#first + line * FIELDS + 1] as number) - this.#base : this.length; }
	/** Offset behind the line end. */
	next(line: number): number { return this.start(line + 1); }
	kinds(line: number): number { return line < this.count ? this.#scan.data[this.#first + line * FIELDS + 2] as number : 0; }
	pairs(line: number): number { return line < this.count ? this.#scan.data[this.#first + line * FIELDS + 3] as number : 0; }
	/** Offset of one of the units of the kind `Quote`, in their order: several rules ask for them, and most lines have none. */
	quoteAt(index: number): number { return index < this.quoteCount ? (this.#scan.quotes[this.#firstQuote + index] as number) - this.#base : this.length; }
	/** The first of them at or behind an offset; their count where there is none. */
	firstQuote(from: number): number { return Math.min(this.quoteCount, Math.max(0, firstAtLeast(this.#scan.quotes, from + this.#base) - this.#firstQuote)); }
	range(line: number): Range { return { start: this.start(line), end: this.end(line) }; }
	isTerminated(line: number): boolean { return this.end(line) < this.next(line); }
	/** Line ends: those of all lines but an unterminated last one. */
	get ends(): number { return this.count > 0 && !this.isTerminated(this.count - 1) ? this.count - 1 : this.count; }
	/** Empty, or nothing but blanks and invisible characters. */
	isBlank(line: number): boolean { return (this.pairs(line) & Pair.Invisible) !== 0; }

	/** The line that holds `offset`; an offset inside a line end belongs to the line it ends. −1 in an empty text. */
	at(offset: number): number {
		let low = 0;
		let high = this.count - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.start(middle) <= offset) { low = middle; } else { high = middle - 1; }
		}
		return high < 0 ? -1 : low;
	}
}

/** What {@link scanLines} has found in a text, for the lines of all its parts. */
export interface Scan {
	readonly data: Int32Array;
	/** Offsets of all units of the kind `Quote`, ascending. */
	readonly quotes: Int32Array;
}

/** Lines read by {@link scanLines}; grows as needed and is reused from call to call. */
export class LineBuffer {
	data = new Int32Array(4096);
	count = 0;
	quotes = new Int32Array(4096);
	quoteCount = 0;

	/** A copy that stays. */
	scan(): Scan { return { data: this.data.slice(0, this.count * FIELDS), quotes: this.quotes.slice(0, this.quoteCount) }; }

	start(line: number): number { return this.data[line * FIELDS] ?? 0; }
	end(line: number): number { return this.data[line * FIELDS + 1] ?? 0; }

	push(start: number, end: number, kinds: number, pairs: number): void {
		const at = this.count * FIELDS;
		if (at + FIELDS > this.data.length) { this.data = grown(this.data); }
		this.data[at] = start;
		this.data[at + 1] = end;
		this.data[at + 2] = kinds;
		this.data[at + 3] = pairs;
		this.count++;
	}

	/** Adds the offset where it has one of the kind. */
	pushQuote(at: number): void {
		if (this.quoteCount === this.quotes.length) { this.quotes = grown(this.quotes); }
		this.quotes[this.quoteCount++] = at;
	}
}

function grown(data: Int32Array): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(data.length * 2);
	larger.set(data);
	return larger;
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 1 << Kind.Quote;

/** Reads each unit of `units[from, to)` once and puts its lines into `into`, which is emptied first. */
export function scanLines(units: Uint16Array, from: number, to: number, into: LineBuffer): void {
	// Bundlers make variables of constants of other modules: read once here, and not for every unit.
	const kindOf = kindTable;
	const pairOf = pairTable;
	const blockEnd = to - 3;
	into.count = 0;
	into.quoteCount = 0;
	let start = from;
	while (start < to) {
		let kinds = 0;
		let pairs = 0;
		let previous = 0;
		let at = start;
		let unit = 0;
		for (;;) {
			// Four at a time, as long as none can be a line end: both are of kind 0, and so is little else.
			while (at < blockEnd) {
				const a = kindOf[units[at] as number] as number;
				const b = kindOf[units[at + 1] as number] as number;
				const c = kindOf[units[at + 2] as number] as number;
				const d = kindOf[units[at + 3] as number] as number;
				if (a === 0 || b === 0 || c === 0 || d === 0) { break; }
				const four = (1 << a) | (1 << b) | (1 << c) | (1 << d);
				kinds |= four;
				if ((four & QUOTE) !== 0) {
					if ((1 << a) === QUOTE) { into.pushQuote(at); }
					if ((1 << b) === QUOTE) { into.pushQuote(at + 1); }
					if ((1 << c) === QUOTE) { into.pushQuote(at + 2); }
					if ((1 << d) === QUOTE) { into.pushQuote(at + 3); }
				}
				pairs |= (pairOf[(previous << 6) | a] as number) | (pairOf[(a << 6) | b] as number) | (pairOf[(b << 6) | c] as number) | (pairOf[(c << 6) | d] as number);
				previous = d;
				at += 4;
			}
			if (at >= to) { break; }
			unit = units[at] as number;
			if (unit === LF || unit === CR) { break; }
			const kind = kindOf[unit] as number;
			if ((1 << kind) === QUOTE) { into.pushQuote(at); }
			kinds |= 1 << kind;
			pairs |= pairOf[(previous << 6) | kind] as number;
			previous = kind;
			at++;
		}
		if (at > start) {
			if ((blankKinds & (1 << (kindOf[units[start] as number] as number))) !== 0) { pairs |= Pair.LeadingBlank; }
			if ((blankKinds & (1 << previous)) !== 0) { pairs |= Pair.TrailingBlank; }
			if (previous === Kind.Joiner) { pairs |= Pair.JoinerEdge; }
		}
		if ((kinds & visibleKinds) === 0) { pairs |= Pair.Invisible; }
		if (at < to && unit === CR) { pairs |= Pair.CarriageReturn; }
		into.push(start, at, kinds, pairs);
		start = at + (unit === CR && at + 1 < to && units[at + 1] === LF ? 2 : 1);
	}
}
