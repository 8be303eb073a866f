import { readArticles } from '../format/read.ts';
import { Cursor, factsOf, type BytePiece, type Decoded } from '../report/decoded.ts';
import type { Edit } from '../text/edit.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { ArticleMender, type MendPlan, type MendResult } from './article-mender.ts';
import type { ByteEdit } from './bytes.ts';

/** How the platform turns UTF-8 into units and text into UTF-8. */
export interface Codec {
	decode(bytes: Uint8Array): Decoded;
	encode(text: string): Uint8Array;
}

export interface FilePlan extends MendPlan {
	readonly codec: Codec;
	/** A file without any header is no dump, and is passed over. */
	readonly isGuess: boolean;
}

/** Finds the fixes of one file, piece by piece, as edits of its bytes. */
export class Mender {
	readonly #mender: ArticleMender;
	readonly #plan: FilePlan;
	#isPassedOver = false;

	/** @param file as the user knows it */
	constructor(file: string, plan: FilePlan) {
		this.#mender = new ArticleMender(file, plan);
		this.#plan = plan;
	}

	/** What has become of the pieces so far. */
	get result(): MendResult { return this.#mender; }

	/** The file turned out to be no dump. */
	get isPassedOver(): boolean { return this.#isPassedOver; }

	/** The edits for a piece, disjoint and by position. */
	add(piece: BytePiece): ByteEdit[] {
		const { codec, watchers, isGuess } = this.#plan;
		const decoded = codec.decode(piece.bytes);
		const cursor = new Cursor(decoded, piece.start);
		const articles = readArticles(decoded.units, decoded.source);
		const edits: ByteEdit[] = [];
		let start = 0;
		if (isGuess && piece.start === 0 && piece.isLast && articles.every(({ header }) => header === undefined)) {
			this.#isPassedOver = true;
			return [];
		}
		for (const watcher of watchers) { watcher.read?.(decoded.units, articles.length); }
		for (const [index, article] of articles.entries()) {
			const from = start;
			const facts = factsOf(piece, decoded, from, article.length);
			const standing = { isLast: piece.isLast && index === articles.length - 1, facts, mayApply: (own: readonly Edit[]) => isAllowed(own, from, decoded) };
			for (const edit of this.#mender.add(article, standing)) {
				const first = cursor.byteAt(start + edit.range.start);
				edits.push({ start: first, end: cursor.byteAt(start + edit.range.end), bytes: codec.encode(edit.text) });
			}
			start += article.length;
		}
		this.#mender.remaining.bytes += piece.bytes.length;
		return edits;
	}
}

/** Ill-formed bytes are never touched, nor is what they look like written anywhere. */
function isAllowed(edits: readonly Edit[], start: number, { illFormed }: Decoded): boolean {
	if (illFormed === undefined) { return true; }
	const { mended } = illFormed;
	return !edits.some(({ range, text }) => {
		const next = mended[firstAtLeast(mended, start + range.start)];
		return text.includes('\ufffd') || (next !== undefined && next < start + range.end);
	});
}
