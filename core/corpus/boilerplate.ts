import type { Day } from '../format/day.ts';
import { daysBetween } from '../format/day.ts';
import type { ArticlePlace, LearnedBoilerplate } from '../rules/rule.ts';
import { isLetter } from '../text/kinds.ts';
import { edgesOf } from './edges.ts';
import { keyOf } from './keys.ts';

/** A line that is longer is a paragraph. */
const LONGEST_LINE = 200;
/** Fewer articles repeat nothing; rules ask for more. */
const FEWEST = 3;
/** Share of a host's articles from which on a line, or a long edge of a body, is the site's; sub-headings and by-lines of one author have fewer. */
const SHARE = 0.02;
/** The same for a shorter edge, UTF-16 units: sentences of this length are said by habit. */
const SHARE_OF_SHORT = 0.05;
const SHORT = 24;
/** A text that is part of a longer one is told apart where it stands in so many times more articles. */
const MORE = 1.25;
const EXAMPLES = 3;
/** Lines of the site that may stand outside of what a body begins or ends with. */
const MOST_OUTSIDE = 3;
/** UTF-16 units of such a line, where nothing else tells that it may be one. */
const LONGEST_HIDDEN = 60;

type Place = LearnedBoilerplate['place'];

/** What is learned of an article; the body has its lines without the blanks at their ends, and no empty ones. */
export interface LearnedArticle {
	readonly title: string;
	readonly body: readonly string[];
	readonly day: Day | undefined;
	readonly place: ArticlePlace;
}

/** Where and when a text was seen. */
interface Sighting {
	/** Number of the article among those of the host. */
	readonly article: number;
	readonly day: Day | undefined;
	readonly place: ArticlePlace;
	/** Of another article, whose text is not known any more. */
	readonly before?: Sighting | undefined;
	/** Of a line: keys of the edges of the next one, which count when the line is seen again. */
	readonly hidden?: Readonly<Partial<Record<Edge, readonly number[]>>> | undefined;
}

type Edge = Exclude<Place, 'line'>;

/** A text seen twice or more. */
interface Candidate {
	readonly text: string;
	count: number;
	first: Day | undefined;
	last: Day | undefined;
	readonly examples: ArticlePlace[];
	/** The article it was seen in last: one counts once. */
	article: number;
}

interface Host {
	articles: number;
	/** Texts seen once, by their key. */
	readonly once: Map<number, Sighting>;
	readonly again: Readonly<Record<Place, Map<number, Candidate>>>;
	learned: readonly LearnedBoilerplate[] | undefined;
}

/** Learns what many articles of one host repeat. Keeps a few bytes of every line, and the text of those seen twice. */
export class BoilerplateLearner {
	readonly #hosts = new Map<string, Host>();

	add(host: string, { title, body, day, place }: LearnedArticle): void {
		const known = this.#hosts.get(host) ?? { articles: 0, once: new Map(), again: { line: new Map(), start: new Map(), end: new Map() }, learned: undefined };
		this.#hosts.set(host, known);
		known.learned = undefined;
		const sighting: Sighting = { article: known.articles++, day, place };
		for (const line of body) { if (mayBeSites(line)) { note(known, 'line', line, sighting); } }
		noteEdges(known, 'start', body, sighting, line => edgesOf(line, '', title).starts);
		noteEdges(known, 'end', [...body].reverse(), sighting, line => edgesOf('', line, title).ends);
	}

	/** The longest first. */
	of(host: string): readonly LearnedBoilerplate[] {
		const known = this.#hosts.get(host);
		return known === undefined ? [] : (known.learned ??= learn(known));
	}
}

/** A longer line is a paragraph, and one without letters says nothing. */
const mayBeSites = (line: string): boolean => line.length <= LONGEST_LINE && holdsLetter(line);

const keyAt = (place: Place, text: string): number => keyOf(`${place} ${text}`);

/**
 * Takes note of the edges of the outermost line and, as long as lines were seen before and may be the site's, of the next
 * one. What a line hides that was never seen is kept with it, until it is seen again.
 */
function noteEdges(host: Host, place: Edge, fromOutside: readonly string[], sighting: Sighting, edges: (line: string) => readonly string[]): void {
	const seen = new Set<number>();
	let hiding: number | undefined;
	for (const line of fromOutside.slice(0, MOST_OUTSIDE + 1)) {
		const texts = new Map(edges(line).map(text => [keyAt(place, text), text]));
		for (const key of seen) { texts.delete(key); }
		for (const key of texts.keys()) { seen.add(key); }
		if (hiding === undefined) { for (const text of texts.values()) { note(host, place, text, sighting); } } else { hide(host, hiding, place, [...texts.keys()]); }
		// Behind what was never seen, keys are kept for what looks like the site's only: they take room.
		if (!mayBeSites(line) || (hiding !== undefined && line.length > LONGEST_HIDDEN)) { return; }
		const key = keyAt('line', line);
		if (host.once.has(key)) { hiding = key; }
	}
}

function hide({ once }: Host, line: number, place: Edge, keys: readonly number[]): void {
	const sighting = once.get(line);
	if (sighting !== undefined && keys.length > 0) { once.set(line, { ...sighting, hidden: { ...sighting.hidden, [place]: [...sighting.hidden?.[place] ?? [], ...keys] } }); }
}

function note(host: Host, place: Place, text: string, sighting: Sighting): void {
	const { once, again } = host;
	const key = keyAt(place, text);
	const known = again[place].get(key);
	if (known !== undefined) { if (known.article !== sighting.article) { count(known, sighting); } return; }
	const before = once.get(key);
	if (before?.article === sighting.article) { return; }
	if (before === undefined) { once.set(key, sighting); return; }
	const candidate: Candidate = { text, count: 0, first: undefined, last: undefined, examples: [], article: -1 };
	for (let each: Sighting | undefined = before; each !== undefined; each = each.before) { count(candidate, each); }
	count(candidate, sighting);
	again[place].set(key, candidate);
	once.delete(key);
	for (const edge of ['start', 'end'] as const) { for (const hidden of before.hidden?.[edge] ?? []) { reveal(host, edge, hidden, before); } }
}

/** Takes note of an edge that a line of an earlier article has hidden. */
function reveal({ once, again }: Host, edge: Edge, key: number, { article, day, place }: Sighting): void {
	const known = again[edge].get(key);
	if (known === undefined) { once.set(key, { article, day, place, before: once.get(key) }); } else { count(known, { article, day, place }); }
}

function count(candidate: Candidate, { article, day, place }: Sighting): void {
	candidate.article = article;
	candidate.count++;
	if (candidate.examples.length < EXAMPLES) { candidate.examples.push(place); }
	if (day === undefined) { return; }
	if (candidate.first === undefined || daysBetween(day, candidate.first) > 0) { candidate.first = day; }
	if (candidate.last === undefined || daysBetween(candidate.last, day) > 0) { candidate.last = day; }
}

function learn({ articles, again }: Host): readonly LearnedBoilerplate[] {
	const learned: LearnedBoilerplate[] = [];
	for (const place of ['line', 'start', 'end'] as const) {
		const own = [...again[place].values()].filter(each => each.count >= FEWEST && each.count >= articles * (place !== 'line' && each.text.length < SHORT ? SHARE_OF_SHORT : SHARE));
		const kept: Candidate[] = [];
		for (const each of own.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))) {
			if (place === 'line' || !kept.some(longer => isPart(each, longer, place))) { kept.push(each); }
		}
		for (const { text, count: articlesWith, first, last, examples } of kept) { learned.push({ text, place, count: articlesWith, first, last, examples }); }
	}
	return learned.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
}

/** Whether a text is the edge of a longer one, and stands in hardly any article without it. */
const isPart = (text: Candidate, longer: Candidate, place: Place): boolean =>
	text.count < longer.count * MORE && (place === 'start' ? longer.text.startsWith(text.text) : longer.text.endsWith(text.text));

function holdsLetter(text: string): boolean {
	for (let at = 0; at < text.length; at++) { if (isLetter(text.charCodeAt(at))) { return true; } }
	return false;
}
