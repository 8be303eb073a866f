import { choose, inBody, inText, insertAt, replaceOne, type Injection } from './injection.ts';
import { textOf } from './good.ts';

const decomposed: Readonly<Record<string, string>> = { آ: 'ا\u0653', أ: 'ا\u0654', إ: 'ا\u0655', ؤ: 'و\u0654', é: 'e\u0301', è: 'e\u0300', à: 'a\u0300' };

export const normalisationInjections: readonly Injection[] = [
	{ rule: 'leading-blank', title: 'an indented line', isMended: true, damage: (parts, dice) => inText(parts, dice, line => `⟦${choose(dice, [' ', '\u00a0\u00a0', '\t'])}⟧${line}`) },
	{ rule: 'trailing-blank', title: 'blanks at the end', isMended: true, damage: (parts, dice) => inText(parts, dice, line => `${line}⟦${choose(dice, [' ', '\u00a0', '  '])}⟧`) },
	{ rule: 'repeated-blank', title: 'another blank', isMended: true, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /(?<= )\p{L}/gu, choose(dice, [' ', '   ']))) },
	{ rule: 'unusual-space', title: 'another blank for a plain one', languages: ['ar', 'he', 'en'], isMended: true, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<=\p{L}) (?=\p{L})/gu, () => `⟦${choose(dice, ['\u00a0', '\u2009', '\t', '\u202f'])}⟧`)) },
	{ rule: 'space-before-punctuation', title: 'a blank before a mark', languages: ['ar', 'fa', 'ur', 'he', 'en'], isMended: true, damage: (parts, dice) => inBody(parts, dice, line => insertAt(dice, line, /(?<=\p{L})[،؛,.](?= |$)/gu, ' ')) },
	{ rule: 'latin-punctuation', title: 'a Latin comma', languages: ['ar', 'fa', 'ur'], isMended: false, damage: (parts, dice) => inBody(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})،(?= )/gu, () => '⟦,⟧')) },
	{ rule: 'decomposed-character', title: 'a letter and its mark', languages: ['ar', 'fr'], isMended: true, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /[آأإؤéèà](?!\p{M})/gu, letter => `⟦${decomposed[letter] ?? letter}⟧`)) },
	{ rule: 'missing-final-newline', title: 'the last line end is gone', isMended: true, damage: parts => `${textOf(parts).replace(/\n$/u, '')}⟦⟧` },
];
