import { codePages, type CodePageName } from '#core/text/code-pages.ts';
import { choose, inBody, inText, insertAt, replaceOne, type Injection } from './injection.ts';

const ENTITIES: Readonly<Record<string, readonly string[]>> = { '"': ['&quot;', '&#34;', '&#x22;'], '«': ['&laquo;', '&#171;'], '»': ['&raquo;'], '’': ['&rsquo;'], '،': ['&#1548;'], ',': ['&#44;'] };

/** What a text reads as when its UTF-8 is taken for another encoding. */
export function misread(text: string, page: CodePageName): string {
	return [...new TextEncoder().encode(text)].map(byte => String.fromCharCode(byte < 0x80 ? byte : codePages[page].unitOf(byte))).join('');
}

/** Whether a mis-read word holds what no word has: without it nobody can tell a single one. A second blank of MacArabic could be any. */
const isTold = (word: string): boolean => /[À-ÿ]/u.test(word) && !word.includes(' ');
const isSigned = (word: string): boolean => /[„†‡§¨©¬®¯°±]/u.test(word);

export const damageInjections: readonly Injection[] = [
	{ rule: 'mojibake', title: 'a word read in another encoding', languages: ['ar', 'fa', 'ur', 'he'], isMended: true, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<![^ ])[\u0590-\u06ff\u200c]{4,}(?![^ ])/gu, word => `⟦${misread(word, choose(dice, ['windows-1252', ...isSigned(misread(word, 'windows-1256')) ? ['windows-1256' as const] : [], ...parts.language === 'ar' && isTold(misread(word, 'MacArabic')) ? ['MacArabic' as const] : []]))}⟧`)) },
	{ rule: 'mojibake', title: 'a paragraph read as windows-1252, twice', isMended: true, damage: (parts, dice) => inText(parts, dice, line => (/[\u0590-\u06ff]/u.test(line) ? `⟦${misread(misread(line, 'windows-1252'), 'windows-1252')}⟧` : undefined)) },
	{ rule: 'private-use-character', title: 'an icon', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['\uf095', '\ue000', '\uffff', '\u{f0001}']))) },
	{ rule: 'html-tag', title: 'a tag', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['<b>', '</p>', '<br />', '<a href="x">', '<!-- ad -->']))) },
	{ rule: 'script-remnant', title: 'code between sentences', isMended: false, damage: (parts, dice) => inBody(parts, dice, line => insertAt(dice, line, /(?<=[.،,] )/gu, choose(dice, ['var a = [1]; ', 'window.ads = []; ', '$(document).ready(go); ', '.box { color: red; } ']))) },
	{ rule: 'line-separator', title: 'a separator for a line end', isMended: false, damage: (parts, dice) => inBody(parts, dice, line => insertAt(dice, line, /(?<=[.،,]) /gu, choose(dice, ['\u2028', '\u2029', '\u0085', '\u000b']))) },
	{ rule: 'html-entity', title: 'a sign as a character reference', isMended: true, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /["«»’،,]/gu, sign => `⟦${choose(dice, ENTITIES[sign] ?? ['&quot;'])}⟧`)) },
	{ rule: 'control-character', title: 'a control character', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['\u0000', '\u0008', '\u001a', '\u0092', '\u007f']))) },
	{ rule: 'replacement-character', title: 'U+FFFD for a letter', isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}(?=\p{L})/gu, () => '⟦\ufffd⟧')) },
	{ rule: 'replacement-character', title: 'question marks for letters', languages: ['ar', 'fa', 'ur'], isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}{3,}(?=\p{L})/gu, letters => `⟦${'?'.repeat(letters.length)}⟧`)) },
];
