import { datesInAddress, type AddressDate } from './address-dates.ts';
import type { Article } from './article.ts';
import { isForeignYear, readDate, type DateReading } from './dates.ts';
import { daysBetween, parseDay, type Day } from './day.ts';

/** First year in which news on the web is likely: decides between readings of one date, not whether a date is right. */
export const FIRST_YEAR = 1990;

/** What the values of a header mean; each is read when it is first asked for. */
export class HeaderValues {
	/** As written; empty where there is none. */
	readonly date: string;
	readonly address: string;
	/** The date, where it is written in the form of the format and is a real day of a Gregorian year. */
	readonly day: Day | undefined;
	#readings: readonly DateReading[] | undefined;
	#addressDates: readonly AddressDate[] | undefined;

	constructor(article: Article) {
		this.date = article.date ?? '';
		this.address = article.address ?? '';
		const day = parseDay(this.date);
		this.day = day === undefined || isForeignYear(day.year) ? undefined : day;
	}

	/** Readings of the date as written, whatever its form; empty where it is no date. */
	get readings(): readonly DateReading[] { return (this.#readings ??= readDate(this.date)); }

	get addressDates(): readonly AddressDate[] { return (this.#addressDates ??= datesInAddress(this.address)); }

	/** The readings of the date in the address that can be meant today; empty where it has no date for certain. */
	publicationDays(today: Day): readonly DateReading[] {
		const certain = this.addressDates.find(({ isCertain }) => isCertain);
		return certain === undefined ? [] : likely(certain.readings, today);
	}
}

/** Leaves out readings in the future, then those before the web, unless nothing is left. */
export function likely(readings: readonly DateReading[], today: Day): readonly DateReading[] {
	return preferred(preferred(readings, ({ day }) => daysBetween(day, today) >= 0), ({ day }) => day.year >= FIRST_YEAR);
}

function preferred<T>(list: readonly T[], isGood: (item: T) => boolean): readonly T[] {
	const good = list.filter(isGood);
	return good.length > 0 ? good : list;
}
