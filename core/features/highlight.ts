import type { Article } from '../format/article.ts';
import { HeaderValues } from '../format/values.ts';
import { contains, shift, type Range } from '../text/range.ts';
import { daysBetween } from '../format/day.ts';
import { titleAt } from './twins.ts';

/** Other places that say the same as the one at an offset, itself among them; offsets in the article. */
export function highlightsAt(article: Article, offset: number): readonly Range[] {
	return titleAt(article, offset)?.copies ?? datesAt(article, offset);
}

/** The date of the header and the dates of the same day in its address. */
function datesAt(article: Article, offset: number): readonly Range[] {
	const { date, address } = article.header ?? {};
	if (date === undefined) { return []; }
	const values = new HeaderValues(article);
	const day = values.day ?? values.readings[0]?.day;
	const inAddress = address === undefined || day === undefined ? [] : values.addressDates
		.filter(({ readings }) => readings.some(reading => daysBetween(reading.day, day) === 0))
		.map(({ range }) => shift(range, address.start));
	const places = [date, ...inAddress];
	return places.some(place => contains(place, offset)) ? places : [];
}
