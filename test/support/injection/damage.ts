import { choose, inText, insertAt, replaceOne, type Injection } from './injection.ts';

const ENTITIES: Readonly<Record<string, readonly string[]>> = { '"': ['&quot;', '&#34;', '&#x22;'], '«': ['&laquo;', '&#171;'], '»': ['&raquo;'], '’': ['&rsquo;'], '،': ['&#1548;'], ',': ['&#44;'] };

export const damageInjections: readonly Injection[] = [
	{ rule: 'html-entity', title: 'a sign as a character reference', isMended: true, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /["«»’،,]/gu, sign => `⟦${choose(dice, ENTITIES[sign] ?? ['&quot;'])}⟧`)) },
	{ rule: 'control-character', title: 'a control character', isMended: false, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /[\p{L} ]/gu, choose(dice, ['\u0000', '\u0008', '\u001a', '\u0092', '\u007f']))) },
	{ rule: 'replacement-character', title: 'U+FFFD for a letter', isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}(?=\p{L})/gu, () => '⟦\ufffd⟧')) },
	{ rule: 'replacement-character', title: 'question marks for letters', languages: ['ar', 'fa', 'ur'], isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}{3,}(?=\p{L})/gu, letters => `⟦${'?'.repeat(letters.length)}⟧`)) },
];
