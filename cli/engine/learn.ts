import { Corpus } from '#core/corpus/corpus.ts';
import { readArticles } from '#core/format/read.ts';
import { decode } from '#disk/decode.ts';
import { PieceCutter } from '#disk/pieces.ts';
import { piecesOf } from '#disk/read-file.ts';
import type { Target } from '../files.ts';

/** Reads all files for what their articles tell of each other. One that cannot be read tells nothing: who checks it will say why. */
export function learn(files: readonly Target[], progress?: (bytes: number) => void): Corpus {
	const corpus = new Corpus();
	const cutter = new PieceCutter();
	for (const { path, name } of files) {
		let line = 1;
		try {
			for (const { bytes } of piecesOf(path, cutter)) {
				const { units, source } = decode(bytes);
				for (const article of readArticles(units, source)) {
					corpus.learn(article, { file: name, line });
					line += article.lines.ends;
				}
				progress?.(bytes.length);
			}
		} catch { continue; }
	}
	return corpus;
}
