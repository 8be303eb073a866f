/** An article of the samples, as far as the text is made of it. */
interface Source {
	/** Header and titles. */
	readonly head: string;
	readonly words: readonly string[];
}

/** UTF-16 units of a body, and words of a paragraph: some 6 kB in Arabic, as news have. */
const BODY = 3000;
const PARAGRAPH = { fewest: 30, spread: 40 };
/** One article of so many is damaged, at one place. */
const DAMAGED = 8;
const DAMAGE = [' &quot;', '\u200b', '<b>', '\ufffd'];

/**
 * Articles without any problem but the damage put into some, as many as give so many bytes; the same in every run. The targets of
 * `check` were set on text like that, while an article of the corpus has two problems.
 * @param articles good ones, each with header and two titles
 */
export function goodText(articles: readonly string[], bytes: number): string[] {
	const draw = drawer();
	const sources = articles.map(sourceOf).filter(({ words }) => words.length > PARAGRAPH.fewest);
	const texts: string[] = [];
	for (let size = 0; size < bytes;) {
		const { head, words } = sources[draw(sources.length)] as Source;
		const paragraphs: string[] = [];
		for (let length = 0; length < BODY;) {
			const paragraph = Array.from({ length: PARAGRAPH.fewest + draw(PARAGRAPH.spread) }, () => words[draw(words.length)] as string);
			paragraphs.push(`${paragraph.join(' ')}.`);
			length += paragraphs.at(-1)?.length ?? BODY;
		}
		const body = draw(DAMAGED) > 0 ? paragraphs.join('\n') : paragraphs.join('\n').replace(' ', `${DAMAGE[draw(DAMAGE.length)] ?? ''} `);
		const text = `${head}\n${body}\n`;
		texts.push(text);
		size += Buffer.byteLength(text);
	}
	return texts;
}

/** Words without punctuation: in another order it would be damage. */
function sourceOf(article: string): Source {
	const lines = article.split('\n');
	return { head: lines.slice(0, 3).join('\n'), words: lines.slice(3).join(' ').match(/(?<= )[\p{L}\p{M}\u200c]{2,}(?= )/gu) ?? [] };
}

/** Numbers below a limit, without any order and the same in every run (a linear congruential generator, Numerical Recipes). */
function drawer(): (limit: number) => number {
	let state = 1;
	return limit => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor(state / 2 ** 32 * limit);
	};
}
