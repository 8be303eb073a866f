import type { Article } from '../../format/article.ts';
import { calendarOf, formatIn, type Calendar } from '../../format/calendar.ts';
import type { DateReading } from '../../format/dates.ts';
import { daysBetween, formatDay, type Day } from '../../format/day.ts';
import { HeaderValues } from '../../format/values.ts';
import { languageIn } from '../../overrides.ts';
import type { Settings } from '../../settings.ts';
import { counted } from '../../text/quote.ts';
import { value, type Statement } from '../prose.ts';

const calendarNames: Readonly<Record<Calendar, string>> = {
	gregory: 'Gregorian', 'islamic-umalqura': 'Hijri (Umm al-Qura)', persian: 'Jalali', hebrew: 'Hebrew',
};

/** The day in words and in the calendars of its readers, how long ago it was, and what the address says. */
export function dateStatements(article: Article, settings: Settings): Statement[] {
	const values = new HeaderValues(article);
	const { day, readings } = values;
	if (day !== undefined) { return [...spelledOut(day, languageIn(article, settings)), { pieces: [distance(day, settings.today)] }, agreement(day, values, settings.today)]; }
	const likely = readings.slice(0, 3);
	if (likely.length === 0) { return [{ pieces: [value(values.date), ' is no day that can be read; the form is YYYY-MM-DD.'] }]; }
	return [{ pieces: [value(values.date), ' is not in the form YYYY-MM-DD.'] }, ...likely.map(reading => readingStatement(reading, likely.length))];
}

function spelledOut(day: Day, language: string): Statement[] {
	const english = formatIn('gregory', day, 'en', 'full');
	const own = formatIn('gregory', day, language, 'full');
	const calendar = calendarOf(language);
	return [
		...own === english ? [] : [{ pieces: [value(own)] }],
		{ pieces: [value(english)] },
		...calendar === undefined ? [] : [{ label: calendarNames[calendar], pieces: [value(formatIn(calendar, day, language)), ' · ', value(formatIn(calendar, day, 'en'))] }],
	];
}

function distance(day: Day, today: Day): string {
	const days = daysBetween(day, today);
	if (days === 0) { return 'Today'; }
	if (days < 0) { return `In ${counted(-days, 'day')}: later than today`; }
	return days === 1 ? 'Yesterday' : `${days.toLocaleString('en')} days ago`;
}

function readingStatement({ day, calendar }: DateReading, count: number): Statement {
	const by = calendar === 'gregory' ? '' : ` by the ${calendarNames[calendar]} calendar`;
	return { label: count === 1 ? 'Reads as' : 'May be', pieces: [value(formatDay(day)), `${by}, `, value(formatIn('gregory', day, 'en', 'full'))] };
}

/** Whether the date in the address is the same day. */
export function agreement(day: Day, values: HeaderValues, today: Day): Statement {
	const label = 'Address';
	const said = values.publicationDays(today);
	const same = (reading: DateReading): boolean => daysBetween(reading.day, day) === 0;
	if (said.some(same)) { return { label, pieces: ['says the same day'] }; }
	if (values.addressDates.some(({ readings }) => readings.some(same))) { return { label, pieces: ['holds the digits of the same day'] }; }
	const [first] = said;
	if (first === undefined) { return { label, pieces: ['holds no date'] }; }
	const days = daysBetween(day, first.day);
	return { label, pieces: ['says ', value(formatDay(first.day)), `, ${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`] };
}
