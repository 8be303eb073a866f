import type { Article } from '../../format/article.ts';
import { minimalEdit } from '../../text/edit.ts';
import { counted } from '../../text/quote.ts';
import type { Range } from '../../text/range.ts';
import { code, type Statement } from '../prose.ts';
import { wordsIn } from '../../text/words.ts';
import { titleCopies } from '../twins.ts';

/** Characters (code points), words, and whether the copies agree. */
export function titleStatements(article: Article, range: Range): Statement[] {
	const text = article.slice(range);
	return [
		{ label: 'Title', pieces: [`${counted(charactersIn(text), 'character')}, ${counted(wordsIn(text), 'word')}`] },
		...copyStatements(article),
	];
}

function copyStatements(article: Article): Statement[] {
	const copies = titleCopies(article).map(copy => article.slice(copy));
	const [title = '', ...others] = copies;
	if (others.length === 0) { return [{ pieces: ['The second copy is missing: the line below is body text already.'] }]; }
	const differing = others.flatMap((copy, index) => differenceStatement(title, copy, index + 2));
	if (differing.length > 0) { return differing; }
	return [{ pieces: [others.length === 1 ? 'Both copies are the same, letter for letter.' : `All ${copies.length} copies are the same, letter for letter.`] }];
}

function differenceStatement(title: string, copy: string, number: number): Statement[] {
	const edit = minimalEdit(title, copy);
	if (edit === undefined) { return []; }
	const { range, text } = edit;
	const place = `Copy ${number} differs at character ${charactersIn(title.slice(0, range.start)) + 1}: `;
	const before = title.slice(range.start, range.end);
	if (before === '') { return [{ pieces: [place, code(text), ' is added.'] }]; }
	return [{ pieces: text === '' ? [place, code(before), ' is missing.'] : [place, code(before), ' became ', code(text), '.'] }];
}

function charactersIn(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00 || (text.charCodeAt(at - 1) & 0xfc00) !== 0xd800) { count++; }
	}
	return count;
}
