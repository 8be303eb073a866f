import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHeader } from '#core/format/header.ts';

const ADDRESS = 'https://example.com/2025/03/04/مكتبة';

/** A header as date | address, with `!` in front where it is damaged; undefined where the line is none. */
function read(line: string): string | undefined {
	const header = readHeader(line);
	if (header === undefined) { return undefined; }
	const [date, address] = [header.date, header.address].map(range => (range === undefined ? '' : line.slice(range.start, range.end)));
	return `${header.isCanonical ? '' : '!'}${date}|${address}`;
}

suite('readHeader', () => {
	for (const [name, line, expected] of [
		['canonical', ` date 2025-03-04 ${ADDRESS}`, `2025-03-04|${ADDRESS}`],
		['no blank in front', `date 2025-03-04 ${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['blanks doubled', `  date  2025-03-04  ${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['tabs', `\tdate\t2025-03-04\t${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['no-break blanks', `\u00a0date\u00a02025-03-04\u00a0${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['invisible characters', `\u200f date \u200e2025-03-04\u200e ${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['keyword in capitals', ` DATE 2025-03-04 ${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['colon', ` date: 2025-03-04 ${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['keyword and date glued', ` date2025-03-04 ${ADDRESS}`, `!2025-03-04|${ADDRESS}`],
		['swapped', ` date ${ADDRESS} 2025-03-04`, `!2025-03-04|${ADDRESS}`],
		['swapped, another date form', ` date ${ADDRESS}  4 مارس 2025`, `!4 مارس 2025|${ADDRESS}`],
		['swapped, with a blank in the address', ` date ${ADDRESS} b 2025-03-04`, `!2025-03-04|${ADDRESS} b`],
		['blank at the end', ` date 2025-03-04 ${ADDRESS} `, `!2025-03-04|${ADDRESS}`],
		['byte order mark', `\ufeff date 2025-03-04 ${ADDRESS}`, `2025-03-04|${ADDRESS}`],
		['another date form', ` date 4 مارس 2025 ${ADDRESS}`, `4 مارس 2025|${ADDRESS}`],
		['another date form, no blank in front', `date March 4, 2025 ${ADDRESS}`, `!March 4, 2025|${ADDRESS}`],
		['Arabic-Indic digits', ` date ٢٠٢٥-٠٣-٠٤ ${ADDRESS}`, `٢٠٢٥-٠٣-٠٤|${ADDRESS}`],
		['a date that is none', ` date unknown ${ADDRESS}`, `unknown|${ADDRESS}`],
		['no date', ` date ${ADDRESS}`, `|${ADDRESS}`],
		['no address', ' date 2025-03-04', '2025-03-04|'],
		['no address, two blanks in front', '  date 2025-03-04', '!2025-03-04|'],
		['no scheme', ' date 2025-03-04 example.com/a', '2025-03-04|example.com/a'],
		['one slash', ' date 2025-03-04 http:/example.com/a', '2025-03-04|http:/example.com/a'],
		['another scheme', ' date 2025-03-04 ftp://example.com/a', '2025-03-04|ftp://example.com/a'],
		['blanks in the address', ` date 2025-03-04 ${ADDRESS} a b`, `2025-03-04|${ADDRESS} a b`],
		['no-break blank in the address', ` date 2025-03-04 ${ADDRESS}\u00a0b`, `2025-03-04|${ADDRESS}\u00a0b`],
		['invisible character at the end', ` date 2025-03-04 ${ADDRESS}\u200f`, `2025-03-04|${ADDRESS}\u200f`],
	] as const) {
		test(`reads ${name}`, () => { assert.equal(read(line), expected); });
	}
	for (const line of [
		'', ' ', ' date', 'date', ' date palms grow in the oasis', 'date of birth: 4 March 2025', 'Date: Saturday, 8 August', 'dates 2025-03-04 https://example.com/a',
		'date with https://example.com/a in it', '2015-08-10 (1436/10/25) https://example.com/a', ' update 2025-03-04 https://example.com/a', 'date the match 2025-03-04',
		' التاريخ 2025-03-04 https://example.com/a', 'dateline 2025-03-04', 'date 2025-03-04', ' date2025-03-04', 'date5', ' Date 2025-03-04', ` date palms grow in the oasis, as everybody knows who has ever seen one ${ADDRESS}`, 'date 2025-03-04 and others/more',
	]) {
		test(`leaves ${JSON.stringify(line)} to the body`, () => { assert.equal(read(line), undefined); });
	}
	test('the short way and the long way agree', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), rest => {
			const address = `https://example.com/${rest.replace(/[\s\u200b-\u200f\ufeff\u00ad\u2060-\u206f]/gu, '')}x`;
			const short = read(` date 2025-03-04 ${address}`);
			const long = read(` date 2025-3-04 ${address}`);
			assert.equal(short, long?.replace('2025-3-04', '2025-03-04'));
		}));
	});
	test('is total: ranges lie in the line and do not overlap', () => {
		const pieces = fc.array(fc.constantFrom(' ', 'date', 'Date', ':', '\t', '\u00a0', '\u200f', '\ufeff', '2025-03-04', '4 مارس 2025', 'https://', 'http:/', 'www.', 'example.com', '/a', 'كتب', '/', '.'), { maxLength: 10 }).map(list => list.join(''));
		fc.assert(fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' }).map(text => ` date ${text}`)), line => {
			const header = readHeader(line);
			if (header === undefined) { return; }
			assert.deepEqual(header.range, { start: 0, end: line.length });
			const ranges = [header.keyword, header.date, header.address].flatMap(range => (range === undefined ? [] : [range])).sort((a, b) => a.start - b.start);
			let last = 0;
			for (const { start, end } of ranges) {
				assert.ok(start >= last && end > start && end <= line.length, JSON.stringify(line));
				last = end;
			}
			assert.ok(header.date !== undefined || header.address !== undefined);
		}), { numRuns: 500 });
	});
});
