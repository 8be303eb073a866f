import fc from 'fast-check';

const TITLES = ['افتتاح مكتبة عامة', 'افتتاح مكتبة &quot;عامة&quot;', 'ספרייה חדשה נפתחה', 'کتابخانه\u200cای تازه', 'New library opens', '', ' ', '\u200b'];
const DATES = ['2025-03-04', '2025-02-30', '04/03/2025', '٢٠٢٥-٠٣-٠٤', '2025-3-4', '1403-12-14'];
const ADDRESSES = ['https://example.com/2025/03/04/a', 'https://example.com/خبر-«جديد»', 'http://example.com/?a=1&amp;b=2&utm_source=x', 'example.com/a', 'https://example.com/a\u200f', ''];

/** Characters that lines, words, pairs or directions break at, whole and halved. */
const SIGNS = [
	' ', '  ', '\t', '\u00a0', '\u0000', '\u001a', '\u0092', '\u0085', '\u000b', '\u2028', '\u2029', '\ufeff', '\u200b', '\u00ad', '\u2060', '\u200c', '\u200d',
	'\u200e', '\u200f', '\u061c', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\ufffd', '????', '???',
	'\ud800', '\udc00', '\u{1F468}\u200d\u{1F469}', '\u2764\ufe0f', '\u{10ffff}', '\ue000', '\uffff', '&amp;', '&nbsp;', '&#8207;', '&amp;quot;', '&zwnj;', '&', '<b>', '&lt;b&gt;', '\u3164', '\u{e0061}', '{', ';',
	'...', '…', '،', '.', '"', '«', '»', 'ـ', 'ة', 'ه', 'ی', 'ﷺ', 'ﻻ', '1', '٢', '۳', 'date', 'date ', ' date', 'https://',
];
const WORDS = ['قال', 'الوزير', 'في', 'المدينة', 'می', 'شود', 'کتاب', 'שלום', 'עולם', 'the', 'city', 'город', '2025-03-04'];

const sign = fc.constantFrom(...SIGNS);
const word = fc.constantFrom(...WORDS);
/** Any UTF-16 unit, so surrogates alone too. */
const unit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code));

/** Text without line ends of its own, made of words and of everything that is awkward. */
export const lineText = fc.array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 3, arbitrary: fc.constant(' ') }, { weight: 4, arbitrary: sign }, { weight: 1, arbitrary: unit }), { maxLength: 14 })
	.map(parts => parts.join('').replace(/[\r\n]/gu, ''));

const canonicalHeader = fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...ADDRESSES)).map(([date, address]) => ` date ${date} ${address}`);
const damagedHeader = fc.tuple(
	fc.constantFrom('', ' ', '  ', '\t', '\ufeff', '\ufeff ', '\u200f', '\u00a0'),
	fc.constantFrom('date', 'Date', 'DATE', 'date:', 'dat'),
	fc.constantFrom(' ', '  ', '\t', '\u00a0', '', '\u200f '),
	fc.constantFrom(...DATES, ''),
	fc.constantFrom(' ', '  ', '\t', ''),
	fc.constantFrom(...ADDRESSES),
	fc.constantFrom('', ' ', '\u200f'),
).map(parts => parts.join(''));
export const headerLine = fc.oneof({ weight: 3, arbitrary: canonicalHeader }, { weight: 2, arbitrary: damagedHeader });

export const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

const titles = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...TITLES).map(title => [title, title]) },
	{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...TITLES), fc.constantFrom(...TITLES)).map(pair => [...pair]) },
	{ weight: 1, arbitrary: lineText.map(title => [title, title]) },
	{ weight: 1, arbitrary: fc.constantFrom(...TITLES).map(title => [title, title, title]) },
);
const article = fc.tuple(headerLine, titles, fc.array(lineText, { maxLength: 4 })).map(([header, pair, body]) => [header, ...pair, ...body]);
const lines = fc.oneof({ weight: 4, arbitrary: article }, { weight: 1, arbitrary: fc.array(fc.oneof(lineText, headerLine), { maxLength: 3 }) });

/** A dump: articles and loose lines, whole and damaged, with line ends of all kinds, the last one perhaps missing. */
export const dumpText = fc.tuple(
	fc.constantFrom('', '', '', '\ufeff', '\n', 'نص بلا رأس.\n'),
	fc.array(lines, { maxLength: 4 }).chain(list => {
		const all = list.flat();
		return fc.tuple(fc.array(lineEnd, { minLength: all.length, maxLength: all.length }), fc.boolean()).map(([ends, isOpen]) =>
			all.map((line, index) => line + (isOpen && index === all.length - 1 ? '' : ends[index] ?? '')).join(''));
	}),
).map(parts => parts.join(''));

/** A replacement as fractions of a text's length, and what to put in. */
export interface Change {
	readonly at: number;
	readonly length: number;
	readonly text: string;
}

const inserted = fc.oneof(fc.constant(''), sign, lineEnd, lineText, headerLine.chain(header => fc.tuple(lineEnd, lineEnd).map(([before, after]) => before + header + after)), dumpText);
export const change: fc.Arbitrary<Change> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.oneof(fc.constantFrom(0, 0, 1, 2), fc.nat({ max: 120 })),
	text: inserted,
});

export function rangeOf(change: Change, length: number): { readonly start: number; readonly end: number } {
	const start = Math.round(change.at * length);
	return { start, end: Math.min(length, start + change.length) };
}
