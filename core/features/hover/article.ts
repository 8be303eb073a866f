import type { DumpDocument } from '../../document/document.ts';
import type { Article } from '../../format/article.ts';
import { languageIn } from '../../overrides.ts';
import type { Problem, Severity } from '../../rules/rule.ts';
import { counted } from '../../text/quote.ts';
import { scriptsOf, type Language } from '../../text/language.ts';
import { paragraphCount, wordCount } from '../measure.ts';
import { code, type Piece, type Statement } from '../prose.ts';
import { readingMinutes } from '../reading.ts';
import type { HoverFacts } from '../hover.ts';

/** Where the article stands in the dump, how much it is, in which language, and what is wrong with it. */
export function articleStatements(index: number, { dump, settings, problems, hash }: HoverFacts): Statement[] {
	const article = dump.articles[index];
	if (article === undefined) { return []; }
	const language = languageIn(article, settings);
	const words = wordCount(article);
	const [first, last] = byteRange(dump, index);
	return [
		{ label: 'Article', pieces: [`${grouped(index + 1)} of ${grouped(dump.articles.length)}`] },
		{ pieces: [`${many(article.lines.count, 'line')}, ${many(paragraphCount(article), 'paragraph')}, ${many(words, 'word')}, about ${counted(readingMinutes(words, language), 'minute')} to read`] },
		{ label: 'Language', pieces: languagePieces(article, language) },
		{ label: 'Bytes', pieces: [`${grouped(first)} to ${grouped(last)} of the file as UTF-8, without a byte order mark`] },
		...hash === undefined ? [] : [{ label: 'Content hash', pieces: [code(hash), ' (SHA-256 of these bytes, first 16 digits)'] }],
		{ label: 'Problems', pieces: [problemSummary(problems)] },
	];
}

const grouped = (number: number): string => number.toLocaleString('en');
const many = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

function languagePieces(article: Article, language: Language): Piece[] {
	// The header is Latin in every dump.
	const text = article.slice({ start: article.header === undefined ? 0 : article.lines.next(0), end: article.length });
	const scripts = [...scriptsOf(text)].map(([name, share]) => `${name} ${share < 0.01 ? 'under 1' : Math.round(share * 100)} %`);
	return [`${languageName(language)} (`, code(language), ')', scripts.length === 0 ? '' : `; letters: ${scripts.join(', ')}`];
}

function languageName(language: Language): string {
	if (language === 'und') { return 'not known'; }
	try { return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language; } catch { return language; }
}

const nouns: readonly (readonly [Severity, string, string])[] = [['error', 'error', 'errors'], ['warning', 'warning', 'warnings'], ['information', 'information', 'information'], ['hint', 'hint', 'hints']];

/** `2 errors, 1 hint`, or `none`. */
export function problemSummary(problems: readonly Problem[]): string {
	const parts = nouns.flatMap(([severity, one, several]) => {
		const count = problems.filter(problem => problem.severity === severity).length;
		return count === 0 ? [] : [`${grouped(count)} ${count === 1 ? one : several}`];
	});
	return parts.join(', ') || 'none';
}

const lengths = new WeakMap<Article, number>();

/** First byte of the article and the one behind it. */
function byteRange(dump: DumpDocument, index: number): readonly [number, number] {
	let start = 0;
	for (const article of dump.articles.slice(0, index)) { start += byteLength(article); }
	const article = dump.articles[index];
	return [start, start + (article === undefined ? 0 : byteLength(article))];
}

function byteLength(article: Article): number {
	let length = lengths.get(article);
	if (length === undefined) {
		length = utf8Length(article.text);
		lengths.set(article, length);
	}
	return length;
}

/** Half of a surrogate pair counts as the replacement character it becomes: three bytes. */
function utf8Length(text: string): number {
	let length = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit < 0x80) { length++; } else if (unit < 0x800) { length += 2; } else if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) { length += 4; at++; } else { length += 3; }
	}
	return length;
}
