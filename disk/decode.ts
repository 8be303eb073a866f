import { isUtf8, transcode } from 'node:buffer';
import { mendUtf8 } from '#core/text/ill-formed.ts';
import type { Decoded } from '#core/report/decoded.ts';
import type { TextSource } from '#core/text/source.ts';

/** Decodes UTF-8 without making one string of it: `transcode` is ten times as fast as `toString` for Arabic. */
export function decode(bytes: Uint8Array): Decoded {
	if (isUtf8(bytes)) {
		const text = aligned(transcode(bytes, 'utf8', 'utf16le'));
		const units = new Uint16Array(text.buffer, text.byteOffset, text.length >> 1);
		return { units, illFormed: undefined, source: sourceOf(text, units) };
	}
	const { units, byteOf, mended } = mendUtf8(bytes);
	const text = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
	return { units, illFormed: { byteOf, mended }, source: sourceOf(text, units) };
}

/** A typed array of two-byte units cannot begin at an odd offset, which a pooled buffer may have. */
const aligned = (buffer: Buffer): Buffer => ((buffer.byteOffset & 1) === 0 ? buffer : Buffer.from(new Uint8Array(buffer).buffer));

function sourceOf(text: Buffer, units: Uint16Array): Decoded['source'] {
	return (base, length) => new PartOfPiece(text, units, base, length);
}

class PartOfPiece implements TextSource {
	readonly length: number;
	readonly #text: Buffer;
	readonly #units: Uint16Array;
	readonly #base: number;

	constructor(text: Buffer, units: Uint16Array, base: number, length: number) {
		this.#text = text;
		this.#units = units;
		this.#base = base;
		this.length = length;
	}

	slice(start: number, end: number): string { return this.#text.toString('utf16le', (this.#base + start) << 1, (this.#base + Math.min(end, this.length)) << 1); }
	units(): Uint16Array { return this.#units.subarray(this.#base, this.#base + this.length); }
}
