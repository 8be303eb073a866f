import type { Article } from '../format/article.ts';
import type { Fix, Problem, Safety, Severity } from '../rules/rule.ts';
import { countWords } from '../text/words.ts';
import { placesOf, type Origin, type Place } from './places.ts';

export interface EditRecord {
	readonly start: Place;
	readonly end: Place;
	readonly text: string;
}

export interface FixRecord {
	readonly title: string;
	readonly safety: Safety;
	readonly edits: readonly EditRecord[];
}

export interface ProblemRecord {
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	readonly start: Place;
	readonly end: Place;
	readonly related: readonly { readonly message: string; readonly start: Place; readonly end: Place }[];
	/** The preferred one first. */
	readonly fixes: readonly FixRecord[];
}

/** An article and its problems as reports tell them. */
export interface ArticleRecord {
	/** From 0, in the file. */
	index: number;
	/** From 1, in the file. */
	line: number;
	readonly lines: number;
	readonly byteStart: number;
	readonly byteEnd: number;
	readonly date: string | undefined;
	readonly url: string | undefined;
	readonly title: string;
	/** BCP 47, `und` where the text does not tell. */
	readonly language: string;
	/** Words of the body, lead and related headlines among them; header and titles do not count. */
	readonly words: number;
	readonly problems: readonly ProblemRecord[];
	/** Every place above, once: what {@link moveRecord} moves. */
	readonly places: readonly Place[];
}

/** What lies in front of an article in its file. */
export interface Base {
	readonly index: number;
	readonly line: number;
	readonly unit: number;
}

/**
 * Tells an article and its problems.
 * @param units of the article alone
 * @param byteOf see {@link placesOf}
 */
export function recordOf(article: Article, problems: readonly Problem[], facts: {
	readonly units: Uint16Array;
	readonly index: number;
	readonly origin: Origin;
	readonly byteEnd: number;
	readonly language: string;
	readonly byteOf?: ((unit: number) => number) | undefined;
}): ArticleRecord {
	const { units, index, origin, byteEnd, language, byteOf } = facts;
	const places = problems.length === 0 ? new Map<number, Place>() : placesOf(units, problems.flatMap(offsetsOf), origin, byteOf);
	const at = (offset: number): Place => places.get(offset) as Place;
	return {
		index, line: origin.line, lines: article.lines.count, byteStart: origin.byte, byteEnd,
		date: article.date, url: article.address, title: article.title, language, words: countWords(units, article.lines.start(article.bodyLine), units.length),
		problems: problems.map(({ rule, severity, message, range, related, fixes }) => ({
			rule: rule.id, severity, message, start: at(range.start), end: at(range.end),
			related: related.map(each => ({ message: each.message, start: at(each.range.start), end: at(each.range.end) })),
			fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map(edit => ({ start: at(edit.range.start), end: at(edit.range.end), text: edit.text })) })),
		})),
		places: [...places.values()],
	};
}

const offsetsOf = ({ range, related, fixes }: Problem): number[] => [
	range.start, range.end, ...related.flatMap(each => [each.range.start, each.range.end]), ...fixes.flatMap(offsetsOfFix),
];

const offsetsOfFix = ({ edits }: Fix): number[] => edits.flatMap(({ range }) => [range.start, range.end]);

/** Moves a record that was made as if its part of the file stood first to where that part stands; bytes are right already. */
export function moveRecord(record: ArticleRecord, base: Base): void {
	record.index += base.index;
	record.line += base.line;
	for (const place of record.places) {
		place.line += base.line;
		place.unit += base.unit;
	}
}
