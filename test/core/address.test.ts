import assert from 'node:assert/strict';
import fc from 'fast-check';
import { datesInAddress } from '#core/format/address-dates.ts';
import { hostOf, identifierOf, isJoinerInWord, parametersIn, parseAddress, readableAddress, slugWords } from '#core/format/address.ts';
import { formatDay, isRealDay } from '#core/format/day.ts';
import type { Range } from '#core/text/range.ts';

const cut = (text: string, range: Range | undefined): string | undefined => (range === undefined ? undefined : text.slice(range.start, range.end));

const addresses = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.constantFrom('https', 'http', ':', '/', '//', '?', '#', '&', '&amp;', '=', '@', '%D9', '%83', '%', '%e2%80%8f', 'example.com', 'www.', ':8080', '2025', '11', '08', '20251108', '-', 'nov', 'كتب', '«', '\u200c', '\ud83d', 'id', ' '), { maxLength: 14 }).map(list => list.join('')),
);

suite('parseAddress', () => {
	test('takes an address apart', () => {
		const address = parseAddress('https://me@www.example.com:8080/كتب/«أ».html?id=7&amp;x=&&y#top=1');
		assert.deepEqual([address.scheme, address.host, address.path, address.query, address.fragment].map(range => cut(address.text, range)),
			['https', 'www.example.com', '/كتب/«أ».html', 'id=7&amp;x=&&y', 'top=1']);
		assert.deepEqual(parametersIn(address, address.query).map(({ name, value }) => [name, cut(address.text, value)]), [['id', '7'], ['x', ''], ['y', '']]);
		assert.deepEqual(parametersIn(address, address.fragment).map(({ name }) => name), ['top']);
	});
	test('is total: parts lie inside the text, in order', () => {
		fc.assert(fc.property(addresses, text => {
			const address = parseAddress(text);
			let last = 0;
			for (const { start, end } of [address.scheme, address.host, address.path, address.query, address.fragment]) {
				assert.ok(start >= last && end >= start && end <= text.length);
				last = end;
			}
			for (const part of [address.query, address.fragment]) {
				for (const { range, value } of parametersIn(address, part)) { assert.ok(range.start >= part.start && value.start >= range.start && value.end === range.end && range.end <= part.end); }
			}
			const identifier = identifierOf(address);
			assert.ok(identifier === undefined || (identifier.start < identifier.end && identifier.end <= text.length));
			slugWords(text);
			hostOf(text);
		}));
	});
	for (const [address, host] of [
		['https://WWW.Example.com/a', 'example.com'], ['http://example.com:80', 'example.com'], ['https://me:secret@example.com/', 'example.com'],
		['http://[2001:db8::1]/a', '[2001:db8::1]'], ['https://موقع.السعودية/خبر', 'موقع.السعودية'],
		['example.com/a', undefined], ['https:///a', undefined], ['mailto:a@example.com', undefined], ['', undefined],
	] as const) {
		test(`host of ${address}`, () => { assert.equal(hostOf(address), host); });
	}
});

suite('readableAddress', () => {
	for (const [address, readable] of [
		['https://example.com/%D9%83%D8%AA%D8%A8/%d7%90', 'https://example.com/كتب/א'],
		['https://example.com/%C2%AB%D8%A3%C2%BB', 'https://example.com/«أ»'],
		['https://example.com/a%2Fb%20c%3F%26%23', 'https://example.com/a%2Fb%20c%3F%26%23'],
		['https://example.com/%C2%A0%E2%80%8F%E2%80%AE', 'https://example.com/%C2%A0%E2%80%8F%E2%80%AE'],
		['https://example.com/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF', 'https://example.com/می\u200cشود'],
		['https://example.com/%D9%C0%AF%ED%A0%80%ff%D8', 'https://example.com/%D9%C0%AF%ED%A0%80%ff%D8'],
		['https://example.com/%D9%80%D8%BF%DF%C0', 'https://example.com/\u0640\u063f%DF%C0'],
		['https://example.com/%F0%9F%93%9A', 'https://example.com/📚'],
		['https://example.com/%D9%83%D8', 'https://example.com/ك%D8'],
		['https://example.com/100%', 'https://example.com/100%'],
	] as const) {
		test(address, () => { assert.equal(readableAddress(address), readable); });
	}
	test('names the same page', () => {
		const encode = (text: string): string => encodeURI(text.replace(/[\ud800-\udfff]/gu, '\ufffd').replaceAll('%', '\0')).replaceAll('%00', '%').toUpperCase();
		fc.assert(fc.property(addresses, text => { assert.equal(encode(readableAddress(text)), encode(text)); }));
	});
});

suite('identifierOf', () => {
	for (const [address, identifier] of [
		['https://example.com/20251108/خبر-1106871615.html', '1106871615'], ['https://example.com/details.php?id=1386970', '1386970'],
		['https://example.com/news/1407471', '1407471'], ['https://example.com/2025/11/08/library', undefined], ['https://example.com/item/385', '385'],
	] as const) {
		test(address, () => { assert.equal(cut(address, identifierOf(parseAddress(address))), identifier); });
	}
});

suite('isJoinerInWord', () => {
	for (const [text, expected] of [['می\u200cشود', true], ['می\u200c-شود', false], ['-\u200cشود', false], ['میxشود', false], ['\u200c', false]] as const) {
		test(JSON.stringify(text), () => { assert.equal(isJoinerInWord(text, text.search(/[\u200cx]/u)), expected); });
	}
});

suite('slugWords', () => {
	test('takes the wordiest segment, decoded', () => {
		assert.deepEqual(slugWords('https://example.com/news/%D9%83%D8%AA%D8%A8-جديدة-في-مكتبة-12.html?x=a-b-c-d-e'), ['كتب', 'جديدة', 'في', 'مكتبة']);
	});
});

suite('datesInAddress', () => {
	/** Dates with their readings; `?` marks those that may be numbers. */
	const dates = (address: string): string[] => datesInAddress(address).map(({ range, readings, isCertain }) =>
		`${cut(address, range)} ${readings.map(({ day }) => formatDay(day)).join(' ')}${isCertain ? '' : ' ?'}`);
	for (const [path, ...expected] of [
		['2025/11/08/library', '2025/11/08 2025-11-08'],
		['2025/11/8/library', '2025/11/8 2025-11-08'],
		['2025-11-08', '2025-11-08 2025-11-08'],
		['news/2025-11-08-library', '2025-11-08 2025-11-08'],
		['news/library-2025-11-08.html', '2025-11-08 2025-11-08'],
		['20251108/library', '20251108 2025-11-08'],
		['library-20251108-12', '20251108 2025-11-08'],
		['news/20251108143000.html', '20251108143000 2025-11-08'],
		['news/20251108246060.html', '20251108246060 2025-11-08 ?'],
		['news/202511081430.html', '202511081430 2025-11-08'],
		['2025/1108/c1.html', '2025/1108 2025-11-08'],
		['world/2025/nov/08/library', '2025/nov/08 2025-11-08'],
		['08/nov/2025/library', '08/nov/2025 2025-11-08'],
		['Nov/8/2025/library', 'Nov/8/2025 2025-11-08'],
		['news/08-Nov-2025', '08-Nov-2025 2025-11-08'],
		['news/november-8-2025.html', 'november-8-2025 2025-11-08'],
		['2025-nov-08/library', '2025-nov-08 2025-11-08'],
		['خبر/8-تشرين-الثاني-2025/مكتبة', '8-تشرين-الثاني-2025 2025-11-08'],
		['election-of-november-8-2025-results', 'november-8-2025 2025-11-08 ?'],
		['۱۴۰۴/۰۸/۱۷/کتابخانه', '۱۴۰۴/۰۸/۱۷ 2025-11-08'],
		['news.php?y=2025&m=11&d=8', 'y=2025&m=11&d=8 2025-11-08'],
		['a?year=2025&month=13&day=8'], ['8/march/x'], ['march/8'], ['1/may/20255/x'],
		['2025-11/08/library', '2025-11/08 2025-11-08'],
		['08-11-2025/library', '08-11-2025 2025-11-08 2025-08-11'],
		['2015/20150723/fe2.htm', '20150723 2015-07-23'],
		['Issues/20150807/Con20150807788123.htm', '20150807 2015-08-07'],
		['1404/08/17/library', '1404/08/17 2025-11-08'],
		['1447/05/17/library', '1447/05/17 2025-11-08'],
		['1415/01/01/library', '1415/01/01 1994-06-11 2036-03-20'],
		['news/13971121000462/library', '13971121000462 2019-02-10'],
		['?date=2025-11-08', '2025-11-08 2025-11-08'],
		['news/20251108', '20251108 2025-11-08 ?'],
		['?id=20251108', '20251108 2025-11-08 ?'],
		['top-2020-10-20-club', '2020-10-20 2020-10-20 ?'],
		['archive/2025/11/8', '2025/11/8 2025-11-08 ?'],
		['article/4082919'], ['article/20991399/x'], ['item/2025113108/x'], ['news/%2020251108x'], ['a1b20251108'], ['2025/library'], ['v1.2.2024x'], ['2025/13/08/x'], ['2199/11/08/x'], ['1789/07/14/x'], ['1250/01/01/x'],
		['news/385507-'], ['story/29791312/x'], [''],
	] as const) {
		test(`/${path}`, () => { assert.deepEqual(dates(`https://example.com/${path}`), expected); });
	}
	test('leaves out the stamp of an archive', () => {
		assert.deepEqual(dates('https://web.archive.org/web/20200101120000/http://example.com/2015/07/23/a'), ['2015/07/23 2015-07-23']);
	});
	test('never looks at the host', () => { assert.deepEqual(dates('https://2025-11-08.example.com/a'), []); });
	test('is total: ranges in order, real days', () => {
		fc.assert(fc.property(addresses, text => {
			let last = 0;
			for (const { range, readings } of datesInAddress(text)) {
				assert.ok(range.start >= last && range.end > range.start && range.end <= text.length && readings.length > 0);
				for (const { day } of readings) { assert.ok(isRealDay(day)); }
				last = range.end;
			}
		}));
	});
});
