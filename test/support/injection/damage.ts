import { codePages } from '#core/text/code-pages.ts';
import { choose, inBody, inText, inTitles, insertAt, replaceOne, type Injection } from './injection.ts';

const ENTITIES: Readonly<Record<string, readonly string[]>> = { '"': ['&quot;', '&#34;', '&#x22;'], '«': ['&laquo;', '&#171;'], '»': ['&raquo;'], '’': ['&rsquo;'], '،': ['&#1548;'], ',': ['&#44;'] };

/** Encodings as which UTF-8 is read by mistake. */
export const misreadings = ['windows-1252', 'ISO-8859-1', 'windows-1256', 'MacArabic'] as const;

/** What a text reads as when its UTF-8 is taken for another encoding, once or several times. */
export function misread(text: string, page: (typeof misreadings)[number], times = 1): string {
	const wrong = [...new TextEncoder().encode(text)].map(byte => String.fromCharCode(byte < 0x80 || page === 'ISO-8859-1' ? byte : codePages[page].unitOf(byte))).join('');
	return times === 1 ? wrong : misread(wrong, page, times - 1);
}

/**
 * Whether a wrongly read word can be told from a good one. Where its letters all read as letters, or as letters and quotes,
 * or are parted by signs, it cannot; a second blank of MacArabic could be any.
 */
function isTold(word: string, page: (typeof misreadings)[number], times: number): boolean {
	if (page === 'windows-1256') { return times > 1 || /[^\p{L}\p{M}\p{Cf}]/u.test(word); }
	if (page !== 'MacArabic') { return true; }
	return !word.includes(' ') && (times === 1 ? /[\u00c0-\u00ff\u0660-\u0669*#+/-]/u : /[آ-غ][\u00c0-\u00fc\u0660-\u0669][آ-غ][\u00c0-\u00fc]/u).test(word);
}

const scripts = ['ar', 'fa', 'ur', 'he', 'ru', 'ckb', 'ps'];

const mojibakeInjections: readonly Injection[] = misreadings.flatMap(page => [1, 2].flatMap((times): Injection[] => {
	const how = `read as ${page}${times === 1 ? '' : ', twice'}`;
	const wrong = (text: string): string => `⟦${misread(text, page, times)}⟧`;
	const isForeign = (line: string): boolean => /[\u0400-\u06ff].*[\u0400-\u06ff]/u.test(line) || (page !== 'MacArabic' && /[À-ž]\p{L}/u.test(line));
	return [
		{ rule: 'mojibake', title: `a paragraph ${how}`, isMended: true, damage: (parts, dice) => inBody(parts, dice, line => (isForeign(line) ? wrong(line) : undefined)) },
		{ rule: 'mojibake', title: `titles ${how}`, isMended: true, damage: (parts, dice) => inTitles(parts, dice, line => (isForeign(line) ? wrong(line) : undefined)) },
		{
			rule: 'mojibake', title: `a word ${how}`, languages: scripts, isMended: true,
			damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<![^ ])[\u0400-\u06d3\u200c]{4,}(?![^ ])/gu, word => (isTold(misread(word, page, times), page, times) ? wrong(word) : undefined))),
		},
		// As MacArabic reads them, most French words are good text: cafأ)
		...page === 'MacArabic' ? [] : [{
			rule: 'mojibake', title: `a French word ${how}`, languages: ['fr'], isMended: true,
			damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<![^ ])\p{L}*[àâçéèêëîïôùûœ]\p{L}*(?![^ ])/gu, word => (word.length > 1 ? wrong(word) : undefined))),
		} satisfies Injection],
	];
}));

export const damageInjections: readonly Injection[] = [
	...mojibakeInjections,
	{ rule: 'private-use-character', title: 'an icon', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['\uf095', '\ue000', '\uffff', '\u{f0001}']))) },
	{ rule: 'html-tag', title: 'a tag', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['<b>', '</p>', '<br />', '<a href="x">', '<!-- ad -->']))) },
	{ rule: 'script-remnant', title: 'code between sentences', isMended: false, damage: (parts, dice) => inBody(parts, dice, line => insertAt(dice, line, /(?<=[.،,] )/gu, choose(dice, ['var a = [1]; ', 'window.ads = []; ', '$(document).ready(go); ', '.box { color: red; } ']))) },
	{ rule: 'line-separator', title: 'a separator for a line end', isMended: false, damage: (parts, dice) => inBody(parts, dice, line => insertAt(dice, line, /(?<=[.،,]) /gu, choose(dice, ['\u2028', '\u2029', '\u0085', '\u000b']))) },
	{ rule: 'html-entity', title: 'a sign as a character reference', isMended: true, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /["«»’،,]/gu, sign => `⟦${choose(dice, ENTITIES[sign] ?? ['&quot;'])}⟧`)) },
	{ rule: 'control-character', title: 'a control character', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['\u0000', '\u0008', '\u001a', '\u0092', '\u007f']))) },
	{ rule: 'replacement-character', title: 'U+FFFD for a letter', isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}(?=\p{L})/gu, () => '⟦\ufffd⟧')) },
	{ rule: 'replacement-character', title: 'question marks for letters', languages: ['ar', 'fa', 'ur'], isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}{3,}(?=\p{L})/gu, letters => `⟦${'?'.repeat(letters.length)}⟧`)) },
];
