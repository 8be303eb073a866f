import { choose, inText, insertAt, replaceOne, type Injection } from './injection.ts';

/** In Persian U+200B may stand for U+200C, which is then put in its place. */
const widthless = ['\u2060', '\ufeff', '\u00ad'];

export const invisibleInjections: readonly Injection[] = [
	{ rule: 'unpaired-bidi-control', title: 'a start without an end', isMended: true, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /\p{L}/gu, choose(dice, ['\u202a', '\u202b', '\u2066', '\u2067', '\u2068']))) },
	{ rule: 'unpaired-bidi-control', title: 'an end without a start', isMended: true, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /\p{L}/gu, choose(dice, ['\u202c', '\u2069']))) },
	{ rule: 'bidi-override', title: 'a word turned round', isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /\p{L}{2,}/gu, word => `⟦${choose(dice, ['\u202d', '\u202e'])}${word}\u202c⟧`)) },
	{ rule: 'stray-bidi-mark', title: 'a mark at the end of a line', isMended: true, damage: (parts, dice) => inText(parts, dice, line => (/\p{L}$/u.test(line) ? `${line}⟦${choose(dice, ['\u200e', '\u200f'])}⟧` : undefined)) },
	{ rule: 'zero-width-character', title: 'a character without width in a word', isMended: true, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /(?<=\p{L})\p{L}/gu, choose(dice, parts.language === 'fa' ? widthless : ['\u200b', ...widthless]))) },
	{ rule: 'zero-width-character', title: 'a joiner in front of a blank', languages: ['ar', 'fa', 'ur', 'he', 'en', 'fr', 'ru', 'ps'], isMended: true, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /(?<=\p{L}{2}) /gu, choose(dice, ['\u200c', '\u200d']))) },
];
