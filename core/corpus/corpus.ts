import { hostOf } from '../format/address.ts';
import { visibleForm } from '../format/alike.ts';
import type { Article } from '../format/article.ts';
import { boilerplateIn } from '../rules/glued/_boilerplate.ts';
import type { ArticlePlace, CorpusFacts, EarlierArticles, LearnedBoilerplate } from '../rules/rule.ts';
import { isBlank } from '../text/kinds.ts';
import { BoilerplateLearner } from './boilerplate.ts';
import { Duplicates } from './duplicates.ts';
import { TitleSuffixes } from './suffixes.ts';
import { KnownTitles } from './titles.ts';

const nothing: EarlierArticles = { sameAddress: undefined, sameText: undefined, sameTitle: undefined, similar: undefined };

/**
 * What the articles of one run tell of each other. First every article is given to `learn`; then, in the same order,
 * each to `begin` just before it is checked.
 */
export class Corpus implements CorpusFacts {
	readonly #suffixes = new TitleSuffixes();
	readonly #titles = new KnownTitles();
	readonly #boilerplate = new BoilerplateLearner();
	readonly #duplicates = new Duplicates();
	#current: { readonly article: Article; readonly earlier: EarlierArticles } | undefined;

	learn(article: Article, place: ArticlePlace): void {
		if (article.header === undefined) { return; }
		const host = hostOf(article.values.address) ?? '';
		const title = visibleForm(article.title);
		this.#suffixes.add(host, title);
		this.#titles.add(title);
		// Related headlines may have the entities and blanks that the title has.
		this.#titles.add(trimmed(article.title));
		const body: string[] = [];
		for (let line = article.bodyLine; line < article.lines.count; line++) {
			if (!article.lines.isBlank(line)) { body.push(trimmed(article.lineText(line))); }
		}
		this.#boilerplate.add(host, { title: trimmed(article.title), body, day: article.values.day, place });
	}

	begin(article: Article, place: ArticlePlace): void {
		this.#current = { article, earlier: article.header === undefined ? nothing : this.#duplicates.add(article, this.#ownText(article), place) };
	}

	titleSuffixes(host: string): ReadonlyMap<string, number> { return this.#suffixes.of(host); }
	titleLengthAt(text: string, start: number): number { return this.#titles.lengthAt(text, start); }
	boilerplate(host: string): readonly LearnedBoilerplate[] { return this.#boilerplate.of(host); }
	earlier(article: Article): EarlierArticles { return this.#current?.article === article ? this.#current.earlier : nothing; }

	/** Paragraphs without what many articles of the host repeat. */
	#ownText(article: Article): string[] {
		const found = boilerplateIn(article, undefined, this.boilerplate(hostOf(article.values.address) ?? ''));
		const texts: string[] = [];
		for (let line = article.bodyLine; line < article.lines.count; line++) {
			if (article.role(line) !== 'paragraph') { continue; }
			let { start } = article.lines.range(line);
			for (const { range } of found.filter(each => each.line === line)) {
				texts.push(article.slice({ start, end: range.start }));
				start = range.end;
			}
			texts.push(article.slice({ start, end: article.lines.end(line) }));
		}
		return texts;
	}
}

function trimmed(text: string): string {
	let start = 0;
	while (start < text.length && isBlank(text.charCodeAt(start))) { start++; }
	let end = text.length;
	while (end > start && isBlank(text.charCodeAt(end - 1))) { end--; }
	return text.slice(start, end);
}
