import type { Article, Role } from '../format/article.ts';
import { calendarOf, formatIn } from '../format/calendar.ts';
import { formatDay, parseDay } from '../format/day.ts';
import { languageIn } from '../overrides.ts';
import type { Problem, Safety, Severity } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import type { Direction } from '../text/direction.ts';
import { Kind, arabicKinds, isKind, kindsOf } from '../text/kinds.ts';
import { directionOfLanguage, languageOf, type Language } from '../text/language.ts';
import type { Range } from '../text/range.ts';
import { outletName, wordCount } from './measure.ts';
import { followable, readableAddress } from './readable-address.ts';
import { readingMinutes } from './reading.ts';
import { segmentsOf, withoutAddresses, type Segment } from './segments.ts';

/** A line of an article as a reader shall see it. The header line is not among them, see {@link PreviewHeader}. */
export interface PreviewLine {
	readonly role: Exclude<Role, 'header'>;
	/** From 0, in the article. */
	readonly line: number;
	/** Offset in the article. */
	readonly start: number;
	/** As it stands in the source, without its line end, so that offsets in it are offsets in the source. */
	readonly text: string;
	readonly direction: Direction;
	readonly language: Language;
	/** What must be isolated; offsets in `text`. */
	readonly segments: readonly Segment[];
}

export interface PreviewDate {
	readonly range: Range;
	readonly raw: string;
	/** `YYYY-MM-DD`; empty where `raw` is no day in that form. */
	readonly day: string;
	/** Weekday and day written out in the article's language; empty where there is no day. */
	readonly full: string;
	/** The same day by the other calendar of the language's press. */
	readonly other: { readonly calendar: string; readonly text: string } | null;
}

export interface PreviewAddress {
	readonly range: Range;
	readonly raw: string;
	readonly readable: string;
	/** What a link may point at: http and https only, else empty. */
	readonly href: string;
}

export interface PreviewHeader {
	readonly range: Range;
	readonly date: PreviewDate | null;
	readonly address: PreviewAddress | null;
	/** Name from the configuration, else the host; empty without either. */
	readonly outlet: string;
}

/** Offsets in the article, as everywhere in the core. */
export interface PreviewProblem extends Range {
	readonly severity: Severity;
	/** Id of the rule. */
	readonly rule: string;
	readonly message: string;
	/** In the order of `Problem.fixes`. */
	readonly fixes: readonly { readonly title: string; readonly safety: Safety }[];
}

/** Plain data, fit for JSON, that depends on nothing but the article, its problems and the settings. */
export interface PreviewBody {
	readonly lineCount: number;
	/** UTF-16 units. */
	readonly length: number;
	readonly language: Language;
	readonly direction: Direction;
	readonly header: PreviewHeader | null;
	readonly copies: 'one' | 'equal' | 'differing';
	readonly words: number;
	readonly minutes: number;
	readonly lines: readonly PreviewLine[];
	readonly problems: readonly PreviewProblem[];
}

/** An article with its place in the dump. */
export interface PreviewArticle extends PreviewBody {
	/** From 0. */
	readonly index: number;
	/** Offset in the dump where it starts. */
	readonly start: number;
	/** Line of the dump, from 0, where it starts. */
	readonly firstLine: number;
}

/** What the preview shows of an article; total, linear. */
export function previewOf(article: Article, problems: readonly Problem[], settings: Settings): PreviewBody {
	const language = languageIn(article, settings);
	const direction = directionOfLanguage(language);
	const words = wordCount(article);
	return {
		lineCount: article.lines.count,
		length: article.length,
		language,
		direction,
		header: headerOf(article, language, outletName(article, settings)),
		copies: article.copyLine < 0 ? 'one' : article.lineText(article.copyLine) === article.title ? 'equal' : 'differing',
		words,
		minutes: readingMinutes(words, language),
		lines: linesOf(article, language, direction),
		problems: problems.map(({ range, severity, rule, message, fixes }) => ({
			start: range.start, end: range.end, severity, rule: rule.id, message, fixes: fixes.map(({ title, safety }) => ({ title, safety })),
		})),
	};
}

function headerOf(article: Article, language: Language, outlet: string): PreviewHeader | null {
	const { header } = article;
	if (header === undefined) { return null; }
	return {
		range: header.range,
		date: header.date === undefined ? null : dateOf(article.slice(header.date), header.date, language),
		address: header.address === undefined ? null : addressOf(article.slice(header.address), header.address),
		outlet,
	};
}

function dateOf(raw: string, range: Range, language: Language): PreviewDate {
	const day = parseDay(raw);
	if (day === undefined) { return { range, raw, day: '', full: '', other: null }; }
	const calendar = calendarOf(language);
	return {
		range,
		raw,
		day: formatDay(day),
		full: formatIn('gregory', day, language, 'full'),
		other: calendar === undefined ? null : { calendar, text: formatIn(calendar, day, language) },
	};
}

const addressOf = (raw: string, range: Range): PreviewAddress => ({ range, raw, readable: readableAddress(raw), href: followable(raw) });

function linesOf(article: Article, language: Language, base: Direction): PreviewLine[] {
	const lines: PreviewLine[] = [];
	for (let line = article.header === undefined ? 0 : 1; line < article.lines.count; line++) {
		const role = article.role(line);
		if (role === 'header') { continue; }
		const text = article.lineText(line);
		const direction = role === 'blank' ? base : lineDirection(text, base);
		lines.push({
			role,
			line,
			start: article.lines.start(line),
			text,
			direction,
			language: direction === base ? language : languageOf(text),
			segments: segmentsOf(text, direction),
		});
	}
	return lines;
}

const rightToLeft = arabicKinds | kindsOf(Kind.Hebrew);
const leftToRight = kindsOf(Kind.Latin, Kind.LatinHigh, Kind.OtherLetter);
/** Share of foreign letters from which a line of an article is taken for one of the other direction. */
const FOREIGN = 0.75;

/**
 * The base direction of a line: that of its article, unless nearly all its letters are of the other one. A headline full
 * of foreign names keeps its full stop where its readers look for it; a quoted paragraph in another language goes its way.
 */
export function lineDirection(text: string, base: Direction): Direction {
	// Most lines have few foreign letters; only of the others the addresses must be known.
	return isForeign(text, base) && isForeign(withoutAddresses(text), base) ? (base === 'rtl' ? 'ltr' : 'rtl') : base;
}

function isForeign(text: string, base: Direction): boolean {
	let right = 0;
	let left = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (isKind(unit, rightToLeft)) { right++; } else if (isKind(unit, leftToRight)) { left++; }
	}
	const foreign = base === 'rtl' ? left : right;
	return foreign > 0 && foreign >= (left + right) * FOREIGN;
}
