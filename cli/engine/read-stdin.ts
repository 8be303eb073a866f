import type { Piece, PieceCutter } from '#disk/pieces.ts';
import { refuseOtherEncodings } from '#disk/read-file.ts';

/** The pieces of standard input; each is valid until the next one is asked for. */
export async function* stdinPieces(cutter: PieceCutter): AsyncGenerator<Piece> {
	let isFirst = true;
	for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
		if (isFirst) { refuseOtherEncodings(chunk); isFirst = false; }
		for (let used = 0; used < chunk.length;) {
			const length = chunk.copy(cutter.room(), 0, used);
			cutter.filled(length);
			used += length;
			for (let piece = cutter.take(); piece !== undefined; piece = cutter.take()) {
				yield piece;
				cutter.drop(piece);
			}
		}
	}
	const rest = cutter.rest();
	if (rest !== undefined) { yield rest; }
}
