import { isJoinerInWord } from '../../format/address.ts';
import type { Article } from '../../format/article.ts';
import type { Problem } from '../../rules/rule.ts';
import { describeCharacter } from '../../text/characters.ts';
import { Kind, isInvisible, isKind, kindsOf } from '../../text/kinds.ts';
import { contains, type Range } from '../../text/range.ts';
import { code, type Statement } from '../prose.ts';

/** Kinds whose characters stand in good text of every language; they are told of only where a rule flags them. */
const ordinary = kindsOf(Kind.Tatweel, Kind.Mark);

/**
 * The invisible or unusual character at an offset, or right before it, where it takes no room and nobody can point at it.
 * Joiners inside words are ordinary unless a rule flags them.
 */
export function characterAt(article: Article, offset: number, problems: () => readonly Problem[]): Range | undefined {
	const line = article.lines.range(article.lines.at(offset));
	const text = article.slice(line);
	const at = offset - line.start;
	const inLine = rangeAt(text, at) ?? (isInvisible(text.charCodeAt(at - 1)) ? rangeAt(text, at - 1) : undefined);
	if (inLine === undefined) { return undefined; }
	const range = { start: inLine.start + line.start, end: inLine.end + line.start };
	const isOrdinary = isJoinerInWord(text, inLine.start) || isKind(text.charCodeAt(inLine.start), ordinary);
	return !isOrdinary || problems().some(problem => covers(problem, range)) ? range : undefined;
}

function rangeAt(text: string, at: number): Range | undefined {
	const codePoint = text.codePointAt(at);
	if (codePoint === undefined || describeCharacter(codePoint) === undefined) { return undefined; }
	return { start: at, end: at + (codePoint > 0xffff ? 2 : 1) };
}

/** Not a problem of the whole line or article, which says nothing of this one character. */
const covers = ({ range }: Problem, character: Range): boolean =>
	contains(range, character.start) && contains(range, character.end) && range.end - range.start <= 4 * (character.end - character.start);

/** Name, code point, effect, and why it is flagged. */
export function characterStatements(article: Article, range: Range, problems: readonly Problem[]): Statement[] {
	const found = describeCharacter(article.slice(range).codePointAt(0) ?? 0);
	if (found === undefined) { return []; }
	const flagged = problems.filter(({ range: place }) => contains(place, range.start) && contains(place, range.end) && place.end - place.start < 200);
	return [
		{ label: found.code, pieces: [found.name, ' (', code(found.abbreviation), ')'] },
		{ pieces: [found.effect] },
		...flagged.slice(0, 3).map(({ rule, message }) => ({ label: 'Flagged', pieces: [`${message} ${rule.why} (`, code(rule.id), ')'] })),
	];
}
