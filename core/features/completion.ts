import type { Article } from '../format/article.ts';
import { formatIn } from '../format/calendar.ts';
import { formatDay, type Day } from '../format/day.ts';
import { HeaderValues } from '../format/values.ts';
import { isBlank } from '../text/kinds.ts';
import type { Range } from '../text/range.ts';
import { titleCopies } from './twins.ts';

/** One offer; `range` is replaced. */
export interface Completion {
	readonly kind: 'skeleton' | 'date' | 'outlet' | 'title';
	readonly label: string;
	readonly detail: string;
	readonly text: string;
	/** The same with tab stops, in the snippet syntax of the protocol. */
	readonly snippet?: string;
	/** Offsets in the article; never over a line end. */
	readonly range: Range;
}

export interface CompletionFacts {
	readonly today: Day;
	/** Hosts with what they are called, the likeliest first. */
	readonly outlets: () => readonly { readonly host: string; readonly name: string }[];
}

/** What may be written at an offset of the article: a header, its date and address, the second copy of a title. */
export function completionsAt(article: Article, offset: number, facts: CompletionFacts): Completion[] {
	const line = article.lines.at(offset);
	if (article.header !== undefined && line === 0) { return inHeader(article, offset, facts); }
	const range = article.lines.range(line);
	return [...titleCopy(article, line, offset), ...skeleton(article.slice({ start: range.start, end: offset }), article.slice({ start: offset, end: range.end }), range.start, offset, facts.today)];
}

/** Offers an empty dump has. */
export const completionsInEmptyDump = (facts: CompletionFacts): Completion[] => skeleton('', '', 0, 0, facts.today);

const PREFIX = ' date ';

function skeleton(before: string, after: string, start: number, offset: number, today: Day): Completion[] {
	const typed = before.startsWith(' ') || before === '' ? before : ` ${before}`;
	if (after !== '' || !PREFIX.startsWith(typed.toLowerCase())) { return []; }
	const date = formatDay(today);
	return [{
		kind: 'skeleton',
		label: ' date …',
		detail: 'Header, title and its copy of a new article',
		text: ` date ${date} https://`,
		snippet: ` date \${1:${date}} \${2:https://}\n\${3:title}\n\${3:title}\n$0`,
		range: { start, end: offset },
	}];
}

function inHeader(article: Article, offset: number, facts: CompletionFacts): Completion[] {
	const { header } = article;
	if (header === undefined || offset < header.keyword.end) { return []; }
	const { date, address } = header;
	const before = article.slice({ start: header.keyword.end, end: offset });
	const isBeforeAddress = date === undefined && /^[\s:]+[0-9-]*$/u.test(before) && (address === undefined || offset <= address.start);
	if (isBeforeAddress) { return dates(article, { start: offset, end: offset }, facts.today); }
	if (address !== undefined && offset >= address.start && offset <= address.end) { return outlets(article.slice(address), address, offset, facts); }
	if (date !== undefined && offset > date.end) { return address === undefined ? outlets('', { start: offset, end: offset }, offset, facts) : []; }
	return date === undefined ? [] : dates(article, date, facts.today);
}

function dates(article: Article, range: Range, today: Day): Completion[] {
	const said = new HeaderValues(article).publicationDays(today).map(({ day }) => ({ day, from: 'the date in the address' }));
	const seen = new Set<string>();
	const gap = isBlank(article.slice({ start: range.end, end: range.end + 1 }).charCodeAt(0)) || range.end === article.lines.end(0) ? '' : ' ';
	return [...said, { day: today, from: 'today' }].flatMap(({ day, from }) => {
		const text = formatDay(day);
		if (seen.has(text)) { return []; }
		seen.add(text);
		return [{ kind: 'date' as const, label: text, detail: `${from}: ${formatIn('gregory', day, 'en', 'full')}`, text: text + gap, range }];
	});
}

/** Hosts that begin as what is typed so far; only while the address has no path yet. */
function outlets(written: string, range: Range, offset: number, facts: CompletionFacts): Completion[] {
	const typed = written.slice(0, offset - range.start).toLowerCase();
	const bare = typed.replace(/^https?:\/{0,2}/u, '').replace(/^www\./u, '');
	if (bare.includes('/') || written.slice(offset - range.start).includes('/')) { return []; }
	return facts.outlets().filter(({ host }) => host.startsWith(bare) || 'https://'.startsWith(typed))
		.map(({ host, name }) => ({ kind: 'outlet' as const, label: `https://${host}/`, detail: name, text: `https://${host}/`, range: { start: range.start, end: offset } }));
}

/** The title again, on the line below it, while what stands there is its beginning. */
function titleCopy(article: Article, line: number, offset: number): Completion[] {
	const [title] = titleCopies(article);
	if (title === undefined || line !== article.titleLine + 1 || title.start === title.end) { return []; }
	const range = article.lines.range(line);
	const text = article.slice(title);
	const written = article.slice(range);
	if (offset !== range.end || written === text || !text.startsWith(written)) { return []; }
	return [{ kind: 'title', label: text, detail: 'The title again', text, range }];
}
