/**
 * Single-byte encodings as which UTF-8 is read by mistake: the characters of the bytes 80 to FF. Bytes that windows-1252
 * leaves undefined are the C1 controls, as browsers read them (WHATWG Encoding, index windows-1252, windows-1256), which
 * makes the table of ISO-8859-1 a part of it. MacArabic: Apple, ARABIC.TXT of the Unicode Consortium.
 */
export const codePages = {
	'windows-1252': pageOf([
		'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f',
		'\u0090‘’“”•–—˜™š›œ\u009džŸ',
		'\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯',
		'°±²³´µ¶·¸¹º»¼½¾¿',
		'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ',
		'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß',
		'àáâãäåæçèéêëìíîï',
		'ðñòóôõö÷øùúûüýþÿ',
	]),
	'windows-1256': pageOf([
		'€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈ',
		'گ‘’“”•–—ک™ڑ›œ\u200c\u200dں',
		'\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯',
		'°±²³´µ¶·¸¹؛»¼½¾؟',
		'ہءآأؤإئابةتثجحخد',
		'ذرزسشصض×طظعغـفقك',
		'àلâمنهوçèéêëىيîï',
		'ًٌٍَôُِ÷ّùْûü\u200e\u200fے',
	]),
	MacArabic: pageOf([
		'Ä\u00a0ÇÉÑÖÜáàâäں«çéè',
		'êëí…îïñó»ôö÷úùûü',
		' !"#$٪&\'()*+،-./',
		'٠١٢٣٤٥٦٧٨٩:؛<=>؟',
		'❊ءآأؤإئابةتثجحخد',
		'ذرزسشصضطظعغ[\\]^_',
		'ـفقكلمنهوىيًٌٍَُ',
		'ِّْپٹچەڤگڈڑ{|}ژے',
	]),
} as const;

export type CodePageName = keyof typeof codePages;

export interface CodePage {
	/** The byte from 80 to FF that reads as a unit; 0 where none does. */
	readonly highByte: (unit: number) => number;
	/** The byte that reads as a second U+0020, 0 where none does. */
	readonly secondBlank: number;
	/** Whether a unit has no place in a word of the language that the page is made for. */
	readonly isSign: (unit: number) => boolean;
	/** What a byte from 80 to FF reads as. */
	readonly unitOf: (byte: number) => number;
}

/** Signs of windows-1256 that no word has, the × of Hebrew among them, and the accented letters of MacArabic. */
const signs = new Set(Array.from('€‚ƒ„†‡ˆ‰‹Œ•˜™œ¢£¤¥¦§¨©¬®¯°±²³´µ¶·¸¹¼½¾×ÄÇÉÑÖÜáàâäçéèêëíîïñóôöúùûü', sign => sign.charCodeAt(0)));

function pageOf(rows: readonly string[]): CodePage {
	const text = rows.join('');
	const bytes = new Uint8Array(0x10000);
	// What came through as a C1 control, although the page has a sign for the byte, was read as ISO-8859-1.
	for (let byte = 0x80; byte < 0xa0; byte++) { bytes[byte] = byte; }
	for (let index = 0; index < text.length; index++) { bytes[text.charCodeAt(index)] = 0x80 + index; }
	// MacArabic has a second blank, which its place alone tells from the first.
	const secondBlank = bytes[0x20] as number;
	bytes[0x20] = 0;
	return { secondBlank, highByte: unit => bytes[unit] ?? 0, isSign: unit => signs.has(unit), unitOf: byte => text.charCodeAt(byte - 0x80) };
}
