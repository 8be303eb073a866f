import { identifierOf, parametersIn, parseAddress, readableAddress, slugWords } from '../../format/address.ts';
import type { Article } from '../../format/article.ts';
import { formatDay } from '../../format/day.ts';
import { HeaderValues } from '../../format/values.ts';
import { outletOf } from '../../overrides.ts';
import type { Settings } from '../../settings.ts';
import { fold } from '../../text/fold.ts';
import { hostOfArticle } from '../measure.ts';
import { code, value, type Piece, type Statement } from '../prose.ts';
import { agreement } from './date.ts';

/** Parts of each kind that a hover lists. */
const LISTED = 12;

/** The address in readable form, its outlet, and what its parts tell of the article. */
export function addressStatements(article: Article, settings: Settings): Statement[] {
	const values = new HeaderValues(article);
	return [
		{ pieces: [value(readableAddress(values.address))] },
		...outletStatement(article, settings),
		...dateStatement(values, settings),
		...slugStatements(values.address, article.title),
		...partStatements(values.address),
	];
}

function outletStatement(article: Article, settings: Settings): Statement[] {
	const host = hostOfArticle(article);
	if (host === '') { return [{ label: 'Outlet', pieces: ['no host can be read'] }]; }
	const name = outletOf(article, settings)?.name;
	return [{ label: 'Outlet', pieces: name === undefined ? [value(host)] : [value(name), ' (', value(host), ')'] }];
}

function dateStatement(values: HeaderValues, settings: Settings): Statement[] {
	const [said] = values.publicationDays(settings.today);
	if (said === undefined) { return []; }
	const { day } = values;
	if (day === undefined) { return [{ label: 'Date', pieces: [value(formatDay(said.day))] }]; }
	const { pieces } = agreement(day, values, settings.today);
	return [{ label: 'Date', pieces: [value(formatDay(said.day)), ...(pieces[0] === 'says the same day' ? [': that of the header'] : [`; the header says `, value(formatDay(day))])] }];
}

function slugStatements(address: string, title: string): Statement[] {
	// Shorter pieces are often those of numbers and codes.
	const slug = slugWords(address).filter(word => word.length > 2);
	if (slug.length < 2) { return []; }
	const inTitle = fold(title);
	const missing = slug.filter(word => !inTitle.includes(stem(fold(word))));
	const found = slug.length - missing.length;
	// Words of another script than the title's are a translation or a transcription: there is nothing to compare.
	if (found === 0) { return [{ label: 'Slug', pieces: [value(slug.slice(0, LISTED).join(' ')), '; no word of it stands in the title'] }]; }
	const rest: Piece[] = missing.length === 0 ? [] : ['; not in the title: ', value(missing.slice(0, LISTED).join(' '))];
	return [{ label: 'Slug', pieces: [`${found} of ${slug.length} words stand in the title`, ...rest] }];
}

/** Without the Arabic article, which the title may join to a preposition: للمخطوطات. */
const stem = (word: string): string => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word);

function partStatements(text: string): Statement[] {
	const address = parseAddress(text);
	const identifier = identifierOf(address);
	const parameters = parametersIn(address, address.query);
	const listed = parameters.slice(0, LISTED).flatMap(({ range }, at): Piece[] => [at === 0 ? '' : ', ', code(readableAddress(text.slice(range.start, range.end)))]);
	return [
		...identifier === undefined ? [] : [{ label: 'Identifier', pieces: [code(text.slice(identifier.start, identifier.end))] }],
		...parameters.length === 0 ? [] : [{ label: 'Parameters', pieces: parameters.length > LISTED ? [...listed, ` and ${parameters.length - LISTED} more`] : listed }],
	];
}
