import { isUtf8, transcode } from 'node:buffer';
import { mendUtf8 } from '#core/text/ill-formed.ts';
import type { TextSource } from '#core/text/source.ts';

/** A piece of a file as UTF-16 units. */
export interface Decoded {
	readonly units: Uint16Array;
	/** Offsets in the piece's bytes of the units, and which units stand for ill-formed bytes; undefined for well-formed pieces. */
	readonly illFormed: { readonly byteOf: Uint32Array; readonly mended: Uint32Array } | undefined;
	/** Text of an article of the piece, see `readArticles`; strings are made only of what is asked for. */
	readonly source: (start: number, length: number) => TextSource;
}

/** Decodes UTF-8 without making one string of it: `transcode` is ten times as fast as `toString` for Arabic. */
export function decode(bytes: Buffer): Decoded {
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
	return (base, length) => ({
		length,
		slice: (start, end) => text.toString('utf16le', (base + start) << 1, (base + Math.min(end, length)) << 1),
		units: () => units.subarray(base, base + length),
	});
}
