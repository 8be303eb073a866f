import { hostOf } from '../format/address.ts';
import { visibleForm } from '../format/alike.ts';
import type { Article } from '../format/article.ts';
import type { ArticlePlace, EarlierArticles } from '../rules/rule.ts';
import { keyOf, pageOf } from './keys.ts';
import { SimilarTexts } from './similar.ts';
import { addWords, keyOfWords, shinglesOf } from './words.ts';

/** Texts of fewer words are the same by chance: a caption, “more to follow”. */
const FEWEST_WORDS = 20;
/** Jaccard similarity of 5-word shingles from which on two articles are told to be alike. */
const LEAST = 0.8;

/** Remembers articles in the order of the corpus, and tells of each which earlier ones it repeats. */
export class Duplicates {
	readonly #pages = new Map<number, ArticlePlace>();
	readonly #texts = new Map<number, ArticlePlace>();
	readonly #titles = new Map<number, ArticlePlace>();
	readonly #similar = new SimilarTexts();
	/** Of the texts in {@link #similar}, in their order. */
	readonly #places: ArticlePlace[] = [];

	/** @param body paragraphs that are the article's own, without what its outlet repeats */
	add(article: Article, body: readonly string[], place: ArticlePlace): EarlierArticles {
		const { address } = article.values;
		const page = pageOf(address);
		const title = visibleForm(article.title);
		const words: number[] = [];
		for (const text of body) { addWords(text, words); }
		const isLong = words.length >= FEWEST_WORDS;
		return {
			sameAddress: page === undefined ? undefined : firstOf(this.#pages, keyOf(page), place),
			sameText: isLong ? firstOf(this.#texts, keyOfWords(words), place) : undefined,
			sameTitle: title === '' ? undefined : firstOf(this.#titles, keyOf(`${hostOf(address) ?? ''}\n${title}`), place),
			similar: isLong ? this.#findSimilar(shinglesOf(words), place) : undefined,
		};
	}

	#findSimilar(shingles: Uint32Array, place: ArticlePlace): EarlierArticles['similar'] {
		const match = this.#similar.add(shingles, LEAST);
		this.#places.push(place);
		const found = match === undefined ? undefined : this.#places[match.id];
		return found === undefined ? undefined : { ...found, similarity: match?.similarity ?? 0 };
	}
}

/** The place that has been kept for a key; keeps this one where there is none. */
function firstOf(places: Map<number, ArticlePlace>, key: number, place: ArticlePlace): ArticlePlace | undefined {
	const first = places.get(key);
	if (first === undefined) { places.set(key, place); }
	return first;
}
