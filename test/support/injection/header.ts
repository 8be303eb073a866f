import { choose, insertAt, type Injection } from './injection.ts';
import { textOf, type Parts } from './good.ts';

const withHeader = (parts: Parts, date: string, address: string): string => textOf(parts, ` date ${date} ${address}`);
const EASTERN = '٠١٢٣٤٥٦٧٨٩';

export const headerInjections: readonly Injection[] = [
	{ rule: 'missing-date', title: 'the date is gone', isMended: false, damage: parts => textOf(parts, `⟦ date ${parts.address}⟧`) },
	{ rule: 'missing-address', title: 'the address is gone', isMended: false, damage: parts => textOf(parts, `⟦ date ${parts.date}⟧`) },
	{ rule: 'invalid-date', title: 'a day that no month has', isMended: false, damage: (parts, dice) => withHeader(parts, `⟦${parts.date.slice(0, 4)}-${choose(dice, ['02-30', '13-01', '04-31', '00-10', '11-00'])}⟧`, parts.address) },
	{
		rule: 'nonstandard-date', title: 'the same day, written otherwise', isMended: true,
		damage: (parts, dice) => {
			const [year = '', month = '', day = ''] = parts.date.split('-');
			return withHeader(parts, `⟦${choose(dice, [`${year}/${month}/${day}`, `${year}.${month}.${day}`, `${year}${month}${day}`, parts.date.replace(/\d/gu, digit => EASTERN[Number(digit)] ?? '')])}⟧`, parts.address);
		},
	},
	{ rule: 'implausible-date', title: 'a year long ago or to come', isMended: false, damage: (parts, dice) => withHeader(parts, `⟦${choose(dice, ['1925', '1970', '2099'])}${parts.date.slice(4)}⟧`, parts.address.replace(/\d{4}[/-]?\d\d[/-]?\d\d/u, '')) },
	{
		rule: 'date-differs-from-address', title: 'another day in the address', isMended: false,
		damage: (parts, dice) => withHeader(parts, `⟦${parts.date}⟧`, `https://www.news.example/${choose(dice, ['2024/01/30', '20240130', '2024-01-30', '2024/1/30', '2024/jan/30', '30-01-2024', '30-jan-2024', '1402/11/10', '1445-07-18', '٢٠٢٤/٠١/٣٠'])}/story.html`),
	},
	{ rule: 'invalid-address', title: 'no absolute address', isMended: false, damage: (parts, dice) => withHeader(parts, parts.date, `⟦${choose(dice, ['http://', 'ftp://news.example/a', '/2024/story.html', 'www.news.example/story'])}⟧`) },
	{
		rule: 'invisible-character-in-address', title: 'a character nobody sees', isMended: true,
		damage: (parts, dice) => {
			const address = insertAt(dice, parts.address, /(?<=example\/.*)[a-z0-9]/gu, choose(dice, ['\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad']));
			return address === undefined ? undefined : withHeader(parts, parts.date, address);
		},
	},
	{ rule: 'tracking-parameter', title: 'parameters of a campaign', isMended: true, damage: (parts, dice) => (parts.address.includes('?') ? undefined : withHeader(parts, parts.date, `${parts.address}⟦?${choose(dice, ['utm_source=rss', 'fbclid=IwAR0abc', 'gclid=xyz', 'utm_medium=social&utm_campaign=a'])}⟧`)) },
	{
		rule: 'encoded-address', title: 'readable letters, percent-encoded', isMended: true,
		damage: parts => {
			const encoded = parts.address.replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
			return encoded === parts.address ? undefined : withHeader(parts, parts.date, `⟦${encoded}⟧`);
		},
	},
	{ rule: 'overlong-title', title: 'a title as long as a paragraph', isMended: false, damage: parts => textOf({ ...parts, title: `⟦${`${parts.title} `.repeat(9).slice(0, 230).trim()}⟧`, copy: `${parts.title} `.repeat(9).slice(0, 230).trim() }) },
];
