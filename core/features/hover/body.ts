import type { Article } from '../../format/article.ts';
import { counted } from '../../text/quote.ts';
import type { Statement } from '../prose.ts';

/** Why a line is taken for a lead. `firstLine` is the article's first line in the dump, from 0. */
export function leadStatements(article: Article, firstLine: number): Statement[] {
	const { lead } = article.body;
	if (lead === undefined) { return []; }
	const why: Statement = { label: 'Lead', pieces: ['the first line of the body, cut with an ellipsis'] };
	const { repeats } = lead;
	if (repeats === undefined) { return [why, { label: 'Evidence', pieces: ['the ellipsis alone: no paragraph near it repeats its text'] }]; }
	const share = `${counted(repeats.length, 'character')} stand again in line ${firstLine + repeats.line + 1}`;
	return [why, { label: 'Evidence', pieces: [repeats.offset === 0 ? `${share}, at its start` : `${share}, from character ${repeats.offset + 1}`] }];
}

export function relatedStatements(article: Article): Statement[] {
	const { related } = article.body;
	if (related === undefined) { return []; }
	return [
		{ label: 'Related headlines', pieces: ['headlines of other articles, glued together'] },
		{ label: 'Evidence', pieces: [related.evidence === 'between-lead-and-its-paragraph' ? 'the line stands between the lead and the paragraph that repeats it' : 'the line follows the lead and does not end as a sentence does'] },
	];
}
