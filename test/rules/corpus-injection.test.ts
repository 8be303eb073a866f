import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import { defaultSettings } from '#core/settings.ts';
import { TODAY, problemsIn } from '../support/fixture.ts';
import { exempt } from '../support/injection/all.ts';
import { goodArticles, textOf, type Parts } from '../support/injection/good.ts';
import type { Dice } from '../support/injection/injection.ts';

const RUNS = Math.ceil(Number(process.env['RUNS'] ?? 200) / 4);

/** Slugs in the script of the title, as many outlets have them. */
const slugOf = (title: string): string => title.replace(/[^\p{L}\p{N}\u200c]+/gu, '-');

/** The good articles as a corpus of one outlet, each with an address that tells its title. */
const corpus: readonly Parts[] = goodArticles.map((parts, number) => ({ ...parts, address: `https://news.example/${number + 1}/${slugOf(parts.title)}` }));

const settings = defaultSettings(TODAY);
const linter = new Linter({ ...settings, rules: new Map([...settings.rules, ['title-differs-from-address', { severity: 'warning', options: { minimumShare: 0.2, minimumWords: 4 } }] as const].filter(([id]) => id !== 'glued-headlines')) });

interface Damaged {
	readonly articles: readonly Parts[];
	/** Indexes of the articles in which something has to be found. */
	readonly expected: readonly number[];
}

const pick = (dice: Dice, from: readonly number[]): number => from[dice(fc.nat, { max: from.length - 1 })] as number;
const indexes = corpus.map((_, index) => index);
const wordsOf = ({ body }: Parts): number => body.slice(-3).join(' ').split(' ').length;
const long = indexes.filter(index => wordsOf(corpus[index] as Parts) >= 40);

/** Five articles or more. */
const some = (dice: Dice): number[] => dice(fc.shuffledSubarray<number>, [...indexes], { minLength: 5, maxLength: 12 }).sort((a, b) => a - b);

/** Another article behind the corpus, made of one of it. */
function appended(dice: Dice, from: readonly number[], make: (parts: Parts) => Parts): Damaged {
	return { articles: [...corpus, make(corpus[pick(dice, from)] as Parts)], expected: [corpus.length] };
}

function changed(dice: Dice, change: (parts: Parts) => Parts): Damaged {
	const expected = some(dice);
	return { articles: corpus.map((parts, index) => (expected.includes(index) ? change(parts) : parts)), expected };
}

/** The article under a title and an address of its own. */
const renamed = (parts: Parts): Parts => ({ ...parts, title: `2. ${parts.title}`, copy: `2. ${parts.copy}`, address: `https://other.example/99/${slugOf(parts.title)}` });
const unlike = ['نص آخر لا صلة له بما قبله.'];

const damages: readonly (readonly [rule: string, title: string, damage: (dice: Dice) => Damaged])[] = [
	['duplicate-address', 'another article under the address of one', dice => appended(dice, indexes, parts => ({ ...parts, body: unlike, address: dice(fc.constantFrom, ...[`${parts.address}/`, `${parts.address}#top`, parts.address.replace('https://', 'http://www.'), encodeURI(parts.address)]) as string }))],
	['duplicate-article', 'a text in another outlet, with other marks', dice => appended(dice, long, parts => ({ ...renamed(parts), body: parts.body.map(line => line.replace(/(?<=\p{L})[،,]/gu, '')) }))],
	['near-duplicate-article', 'a text with a word less', dice => appended(dice, long, parts => ({ ...renamed(parts), body: [...parts.body.slice(0, -1), (parts.body.at(-1) ?? '').replace(/(?<= )\p{L}+ /u, '')] }))],
	['reused-title', 'another text under a title', dice => appended(dice, indexes, parts => ({ ...parts, body: unlike, address: `https://news.example/98/${slugOf(parts.title)}` }))],
	['title-differs-from-address', 'the address of another article', dice => {
		const index = pick(dice, indexes.filter(each => slugOf((corpus[each] as Parts).title).split('-').length >= 6 && (corpus[each] as Parts).language === 'ar'));
		return { articles: corpus.map((parts, at) => (at === index ? { ...parts, address: 'https://news.example/97/فوز-المنتخب-الوطني-بكأس-القارة-للناشئين' } : parts)), expected: [index] };
	}],
	['site-name-in-title', 'the name of the site behind titles', dice => changed(dice, parts => ({ ...parts, title: `${parts.title} | Example News`, copy: `${parts.copy} | Example News` }))],
	['boilerplate', 'a line of the site', dice => changed(dice, parts => ({ ...parts, body: [...parts.body, 'Follow us everywhere'] }))],
	['boilerplate', 'text of the site behind the last paragraph', dice => changed(dice, parts => ({ ...parts, body: parts.body.with(-1, `${parts.body.at(-1) ?? ''} Source: Example News Agency`) }))],
	['boilerplate', 'text of the site around the title', dice => changed(dice, parts => ({ ...parts, body: parts.body.with(-1, `${parts.body.at(-1) ?? ''} The post ${parts.title} appeared first on Example`) }))],
	['boilerplate', 'text of the site in front of the body', dice => changed(dice, parts => ({ ...parts, body: parts.body.map((line, index) => (index === 0 || (index === 2 && line.startsWith(parts.body[0]?.slice(0, 20) ?? '')) ? `Example Town (Example) -- ${line}` : line)) }))],
];

suite('damage to a good corpus', () => {
	test('nobody complains of the whole one', () => {
		assert.deepEqual(problemsIn(corpus.map(parts => textOf(parts)).join(''), linter).map(({ problem }) => `${problem.rule.id}: ${problem.message}`), []);
	});
	test('is done for every rule that looks at more than one article', () => {
		const tried = new Set(damages.map(([rule]) => rule));
		assert.deepEqual([...tried].sort(), [...exempt].sort());
		assert.deepEqual(allRules.filter(({ id, on }) => on === 'corpus' && !tried.has(id)), []);
	});
	for (const [id, title, damage] of damages) {
		test(`${id}: ${title}`, () => {
			fc.assert(fc.property(fc.gen(), dice => {
				const { articles, expected } = damage(dice);
				const texts = articles.map(parts => textOf(parts));
				const starts = texts.map((_, index) => texts.slice(0, index).join('').length);
				const found = problemsIn(texts.join(''), linter).map(({ problem, range }) => ({ rule: problem.rule.id, article: starts.findLastIndex(start => start <= range.start) }));
				assert.deepEqual([...new Set(found.map(({ rule }) => rule))], [id]);
				assert.deepEqual([...new Set(found.map(({ article }) => article))], expected);
			}), { numRuns: RUNS });
		});
	}
});
