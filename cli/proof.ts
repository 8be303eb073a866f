import type { Article } from '#core/format/article.ts';
import { readArticles } from '#core/format/read.ts';
import { applyByteEdits, differenceOutside } from '#core/mend/bytes.ts';
import type { Mender } from '#core/mend/mender.ts';
import { Menders } from '#core/mend/menders.ts';
import type { Decoded } from '#core/report/decoded.ts';
import { firstAtLeast } from '#core/text/sorted.ts';
import { counted } from '#core/text/quote.ts';
import { codec } from '#disk/codec.ts';
import { decode } from '#disk/decode.ts';
import { PieceCutter, type Piece } from '#disk/pieces.ts';
import { piecesOf, reasonOf } from '#disk/read-file.ts';
import { Progress } from './progress.ts';
import type { Run } from './run.ts';

/** What is proved; tests put something broken in the place of either. */
export interface Subjects {
	/** Turns what was read back into bytes. */
	readonly print: (piece: Piece, decoded: Decoded, articles: readonly Article[]) => Uint8Array;
	readonly apply: typeof applyByteEdits;
}

export const subjects: Subjects = { print: printed, apply: applyByteEdits };

/**
 * `--verify-bytes`: proves for every file of a run that reading and printing give its bytes back, and that the safe fixes
 * would leave each byte outside of their edits as it is. Writes nothing.
 */
export function proveAll(run: Run, isQuiet: boolean, tried: Subjects = subjects): void {
	const menders = new Menders({ fixes: {}, selection: {}, adapt: settings => settings });
	const progress = new Progress(run.files.reduce((sum, { size }) => sum + size, 0), !isQuiet);
	const cutter = new PieceCutter();
	let files = 0;
	let bytes = 0;
	let edits = 0;
	for (const target of run.files) {
		const mender = menders.mender({ ...target, settings: run.settingsOf(target) }, codec, []);
		try {
			let fault: string | undefined;
			const own = { bytes: 0, edits: 0 };
			for (const piece of piecesOf(target.path, cutter)) {
				const proof = provePiece(piece, mender, tried);
				if (mender.isPassedOver) { break; }
				own.bytes += piece.bytes.length;
				own.edits += proof.edits;
				progress.add(piece.bytes.length);
				fault ??= proof.fault;
			}
			if (fault !== undefined) {
				run.complain(`${target.name}: ${fault} This is a defect of Warraq, please report it; nothing was written.`);
			} else if (!mender.isPassedOver) {
				files++;
				bytes += own.bytes;
				edits += own.edits;
			}
		} catch (error) {
			run.complain(`${target.name}: not verified: ${reasonOf(error)}`);
		}
	}
	progress.end();
	run.note(`Verified: ${counted(files, 'file')} of ${counted(bytes, 'byte')} in all ${files === 1 ? 'comes' : 'come'} back from reading as ${files === 1 ? 'it is' : 'they are'}; outside of the ${counted(edits, 'edit')} of safe fixes not a byte would change.`);
}

/** What is wrong with a piece, if anything, and how many edits its safe fixes have. */
export function provePiece(piece: Piece, mender: Mender, { print, apply }: Subjects): { readonly fault: string | undefined; readonly edits: number } {
	const decoded = decode(piece.bytes);
	const back = print(piece, decoded, readArticles(decoded.units, decoded.source));
	const changed = differenceOutside(piece.bytes, back, piece.start, []);
	const edits = mender.add(piece);
	const lost = differenceOutside(piece.bytes, apply(piece.bytes, piece.start, edits), piece.start, edits);
	const fault = changed !== undefined ? `reading and printing it changes byte ${changed}.` : lost !== undefined ? `the safe fixes would change byte ${lost}, which none of them touches.` : undefined;
	return { fault, edits: edits.length };
}

/** The articles as bytes again; what is not UTF-8 was never text, and is taken from the piece. */
function printed({ bytes }: Piece, { illFormed }: Decoded, articles: readonly Article[]): Uint8Array {
	if (illFormed === undefined) { return Buffer.concat(articles.map(({ text }) => Buffer.from(text))); }
	const { byteOf, mended } = illFormed;
	const parts: Uint8Array[] = [];
	let start = 0;
	for (const { text } of articles) {
		let from = 0;
		for (let next = firstAtLeast(mended, start); (mended[next] ?? Number.POSITIVE_INFINITY) < start + text.length; next++) {
			const unit = mended[next] as number;
			parts.push(Buffer.from(text.slice(from, unit - start)), bytes.subarray(byteOf[unit], byteOf[unit + 1]));
			from = unit - start + 1;
		}
		parts.push(Buffer.from(text.slice(from)));
		start += text.length;
	}
	return Buffer.concat(parts);
}
