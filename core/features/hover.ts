import type { DumpDocument } from '../document/document.ts';
import type { Problem } from '../rules/rule.ts';
import type { Settings } from '../settings.ts';
import { contains, type Range } from '../text/range.ts';
import { addressStatements } from './hover/address.ts';
import { articleStatements } from './hover/article.ts';
import { leadStatements, relatedStatements } from './hover/body.ts';
import { characterAt, characterStatements } from './hover/character.ts';
import { dateStatements } from './hover/date.ts';
import { titleStatements } from './hover/title.ts';
import type { Statement } from './prose.ts';
import { titleAt } from './twins.ts';

/** What stands at a place, as far as there is something to tell of it. */
export interface HoverTarget {
	readonly kind: 'character' | 'article' | 'date' | 'address' | 'title' | 'lead' | 'related-headlines';
	readonly index: number;
	/** Offsets in the article. */
	readonly range: Range;
}

export interface HoverFacts {
	readonly dump: DumpDocument;
	readonly settings: Settings;
	/** Problems of the article. */
	readonly problems: readonly Problem[];
	/** Content hash of the article, where the host can give one; asked for by kind `article` only. */
	readonly hash?: string | undefined;
}

/** Undefined on ordinary words. `offset` is one in the dump. */
export function hoverTarget(dump: DumpDocument, offset: number, problemsOf: (index: number) => readonly Problem[]): HoverTarget | undefined {
	const index = dump.indexAt(offset);
	const article = dump.articles[index];
	if (article === undefined) { return undefined; }
	const local = offset - dump.startOf(index);
	const character = characterAt(article, local, () => problemsOf(index));
	if (character !== undefined) { return { kind: 'character', index, range: character }; }
	const line = article.lines.at(local);
	const { header } = article;
	if (line === 0 && header !== undefined) {
		for (const [kind, range] of [['article', header.keyword], ['date', header.date], ['address', header.address]] as const) {
			if (range !== undefined && contains(range, local)) { return { kind, index, range }; }
		}
		return undefined;
	}
	const title = titleAt(article, local);
	if (title !== undefined && title.range.start < title.range.end) { return { kind: 'title', index, range: title.range }; }
	const role = article.role(line);
	return role === 'lead' || role === 'related-headlines' ? { kind: role, index, range: article.lines.range(line) } : undefined;
}

export function hoverStatements(target: HoverTarget, facts: HoverFacts): Statement[] {
	const { dump, settings } = facts;
	const article = dump.articles[target.index];
	if (article === undefined) { return []; }
	switch (target.kind) {
		case 'character': return characterStatements(article, target.range, facts.problems);
		case 'article': return articleStatements(target.index, facts);
		case 'date': return dateStatements(article, settings);
		case 'address': return addressStatements(article, settings);
		case 'title': return titleStatements(article, target.range);
		case 'lead': return leadStatements(article, dump.firstLineOf(target.index));
		case 'related-headlines': return relatedStatements(article);
	}
}
