import { constants } from 'node:buffer';
import { readArticles } from '#core/format/read.ts';
import { readHeader } from '#core/format/header.ts';
import { decode } from './decode.ts';

/** Bytes that are read at once where nobody says otherwise: transcoding is fastest while the piece stays in the cache. */
export const PIECE_SIZE = 128 * 1024;
/** The largest article that is read, bytes; what is above it is not text that anybody wrote. */
export const MAX_ARTICLE = 128 * 1024 * 1024;

/** Whole articles, as bytes that are valid until the next piece is asked for. */
export interface Piece {
	readonly bytes: Buffer;
	/** Offset of the bytes in the file. */
	readonly start: number;
	/** Nothing follows. */
	readonly isLast: boolean;
}

/** Says that an article is larger than what can be read. */
export class ArticleTooLarge extends Error {}

/**
 * Cuts a stream of bytes into pieces at header lines, so that every article is whole and the pieces' size can never
 * be told from the results. Holds one buffer, which grows only for an article larger than it.
 */
export class PieceCutter {
	readonly #size: number;
	#buffer: Buffer;
	#filled = 0;
	/** Offset in the file of the buffer's first byte. */
	#start: number;

	constructor(start = 0, size = PIECE_SIZE) {
		this.#size = Math.max(size, 16);
		this.#buffer = Buffer.allocUnsafeSlow(this.#size);
		this.#start = start;
	}

	/** Begins with another stream; the buffer stays. */
	reset(start: number): void {
		this.#filled = 0;
		this.#start = start;
	}

	/** Where the next bytes belong; `filled` must be called after writing. */
	room(): Buffer {
		if (this.#filled === this.#buffer.length) {
			if (this.#filled >= MAX_ARTICLE || this.#filled * 2 > constants.MAX_LENGTH) {
				throw new ArticleTooLarge(`The article at byte ${this.#start} is larger than ${MAX_ARTICLE >> 20} MiB; check whether its header lines are intact.`);
			}
			const grown = Buffer.allocUnsafeSlow(this.#filled * 2);
			this.#buffer.copy(grown, 0, 0, this.#filled);
			this.#buffer = grown;
		}
		return this.#buffer.subarray(this.#filled);
	}

	filled(length: number): void { this.#filled += length; }

	/** The whole articles read so far, without the last one, which may go on; undefined where there are none. */
	take(): Piece | undefined {
		// A buffer that is not full is not worth a piece.
		if (this.#filled < this.#buffer.length) { return undefined; }
		const cut = lastCut(this.#buffer.subarray(0, this.#filled));
		return cut === 0 ? undefined : { bytes: this.#buffer.subarray(0, cut), start: this.#start, isLast: false };
	}

	/** What is left at the end of the stream; undefined where there is nothing. */
	rest(): Piece | undefined {
		return this.#filled === 0 ? undefined : { bytes: this.#buffer.subarray(0, this.#filled), start: this.#start, isLast: true };
	}

	/** Lets go of a piece that was taken. */
	drop({ bytes }: Piece): void {
		const left = this.#filled - bytes.length;
		const giant = this.#buffer.length > this.#size && left < this.#size;
		const next = giant ? Buffer.allocUnsafeSlow(this.#size) : this.#buffer;
		this.#buffer.copy(next, 0, bytes.length, this.#filled);
		this.#buffer = next;
		this.#filled = left;
		this.#start += bytes.length;
	}
}

const mark = Buffer.from(' date ');
const LF = 0x0a;
const CR = 0x0d;

/** Offset of the last header line of the bytes that is whole and not the first line; 0 where there is none. */
function lastCut(bytes: Buffer): number {
	for (let at = bytes.lastIndexOf(mark); at > 0; at = bytes.lastIndexOf(mark, at - 1)) {
		if (isCanonicalHeader(bytes, at) === true) { return at; }
	}
	return lastDamagedCut(bytes);
}

/**
 * Whether a canonical header line starts here: ` date YYYY-MM-DD ` behind a line end, and read as a header by the one
 * function that decides. Undefined where the line is not whole.
 */
export function isCanonicalHeader(bytes: Buffer, at: number): boolean | undefined {
	const before = bytes[at - 1];
	if (before !== LF && before !== CR) { return false; }
	if (!/^ date \d{4}-\d{2}-\d{2} $/u.test(bytes.toString('latin1', at, at + 17))) { return false; }
	const lf = bytes.indexOf(LF, at);
	const line = bytes.subarray(at, lf < 0 ? bytes.length : lf);
	const cr = line.indexOf(CR);
	if (lf < 0 && cr < 0) { return undefined; }
	return readHeader(line.toString('utf8', 0, cr < 0 ? line.length : cr)) !== undefined;
}

/** The slow way, for dumps none of whose headers is canonical: the last header of the lines that are whole. */
function lastDamagedCut(bytes: Buffer): number {
	// A CR at the very end may be half a line end.
	const end = Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR, bytes.length - 2)) + 1;
	if (end <= 1) { return 0; }
	const { units, illFormed, source } = decode(bytes.subarray(0, end));
	const last = readArticles(units, source).at(-1);
	if (last?.header === undefined) { return 0; }
	const start = units.length - last.length;
	return illFormed === undefined ? end - Buffer.byteLength(last.text) : (illFormed.byteOf[start] ?? 0);
}
