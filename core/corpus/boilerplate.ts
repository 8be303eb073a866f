import type { Day } from '../format/day.ts';
import { daysBetween } from '../format/day.ts';
import type { LearnedBoilerplate } from '../rules/rule.ts';
import { isLetter } from '../text/kinds.ts';
import { keyOf } from './keys.ts';

/** A line that is longer is a paragraph. */
const LONGEST_LINE = 200;
/** Units by which starts and ends of bodies are compared. */
const EDGE = 24;
/** What is left of a start or end must have so many units. */
const SHORTEST_EDGE = 12;
const LONGEST_EDGE = 600;
/** Fewer articles repeat nothing; rules ask for more. */
const FEWEST = 3;
/** Share of a host's articles from which on a line is the site's; sub-headings and by-lines of one author have fewer. */
const SHARE = 0.02;

type Place = LearnedBoilerplate['place'];

/** A text seen twice or more, and in which articles. */
interface Candidate {
	text: string;
	count: number;
	first: Day | undefined;
	last: Day | undefined;
	/** The article it was seen in last, by number: one counts once. */
	article: number;
}

interface Host {
	articles: number;
	/** Texts seen once: their key, and the day of the article. */
	readonly once: Map<number, { readonly article: number; readonly day: Day | undefined }>;
	readonly again: Readonly<Record<Place, Map<number, Candidate>>>;
	learned: readonly LearnedBoilerplate[] | undefined;
}

/** Learns what many articles of one host repeat. Keeps a few bytes of every line, and the text of those seen twice. */
export class BoilerplateLearner {
	readonly #hosts = new Map<string, Host>();

	/** @param body lines of the body, blanks at their ends cut off, without empty ones */
	add(host: string, body: readonly string[], day: Day | undefined): void {
		const known = this.#hosts.get(host) ?? { articles: 0, once: new Map(), again: { line: new Map(), start: new Map(), end: new Map() }, learned: undefined };
		this.#hosts.set(host, known);
		const article = known.articles++;
		known.learned = undefined;
		for (const line of body) { if (line.length <= LONGEST_LINE) { note(known, 'line', line, line, article, day); } }
		const [first = ''] = body;
		const last = body.at(-1) ?? '';
		if (first.length > EDGE) { note(known, 'start', first.slice(0, EDGE), first.slice(0, LONGEST_EDGE), article, day); }
		if (last.length > EDGE) { note(known, 'end', last.slice(-EDGE), last.slice(-LONGEST_EDGE), article, day); }
	}

	/** The longest first. */
	of(host: string): readonly LearnedBoilerplate[] {
		const known = this.#hosts.get(host);
		return known === undefined ? [] : (known.learned ??= learn(known));
	}
}

function note({ once, again }: Host, place: Place, key: string, text: string, article: number, day: Day | undefined): void {
	const number = keyOf(`${place} ${key}`);
	const known = again[place].get(number);
	if (known !== undefined) {
		if (known.article === article) { return; }
		known.article = article;
		known.count++;
		if (place !== 'line') { known.text = place === 'start' ? commonStart(known.text, text) : commonEnd(known.text, text); }
		if (day !== undefined) {
			if (known.first === undefined || daysBetween(day, known.first) > 0) { known.first = day; }
			if (known.last === undefined || daysBetween(known.last, day) > 0) { known.last = day; }
		}
		return;
	}
	const before = once.get(number);
	if (before?.article === article) { return; }
	if (before === undefined) { once.set(number, { article, day }); return; }
	const days = [before.day, day].filter(each => each !== undefined).sort((a, b) => daysBetween(b, a));
	again[place].set(number, { text, count: 2, first: days[0], last: days.at(-1), article });
	once.delete(number);
}

function learn({ articles, again }: Host): readonly LearnedBoilerplate[] {
	const learned: LearnedBoilerplate[] = [];
	for (const place of ['line', 'start', 'end'] as const) {
		for (const { text, count, first, last } of again[place].values()) {
			if (count < FEWEST || count < articles * SHARE) { continue; }
			const own = place === 'line' ? text : place === 'start' ? upToMark(text) : fromMark(text);
			if (own.length >= (place === 'line' ? 1 : SHORTEST_EDGE) && holdsLetter(own)) { learned.push({ text: own, place, count, first, last }); }
		}
	}
	return learned.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
}

function commonStart(a: string, b: string): string {
	let at = 0;
	while (at < a.length && a[at] === b[at]) { at++; }
	return a.slice(0, at);
}

function commonEnd(a: string, b: string): string {
	let at = 0;
	while (at < a.length && a[a.length - 1 - at] === b[b.length - 1 - at]) { at++; }
	return a.slice(a.length - at);
}

/** Sentences begin alike by chance, and end alike; the site's text is parted from the article's by a mark. */
const isMark = (character: string | undefined): boolean => character !== undefined && '.!?…۔؟:;|/–—-*)]}»”>'.includes(character);

function upToMark(text: string): string {
	let end = text.length;
	while (end > 0 && !isMark(text[end - 1])) { end--; }
	return text.slice(0, end);
}

function fromMark(text: string): string {
	let start = 0;
	while (start < text.length && !isMark(text[start])) { start++; }
	while (start < text.length && (isMark(text[start]) || text[start] === ' ' || text[start] === '\u00a0')) { start++; }
	return text.slice(start);
}

function holdsLetter(text: string): boolean {
	for (let at = 0; at < text.length; at++) { if (isLetter(text.charCodeAt(at))) { return true; } }
	return false;
}
