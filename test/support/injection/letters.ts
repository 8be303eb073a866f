import { choose, inText, insertAt, replaceOne, type Injection } from './injection.ts';

/** The isolated shape of each letter of the basic alphabet (Unicode, Arabic Presentation Forms-B), found by what it stands for. */
const shapes = new Map<string, string[]>();
for (let unit = 0xfe80; unit <= 0xfef4; unit++) {
	const shape = String.fromCharCode(unit);
	const letter = shape.normalize('NFKC');
	shapes.set(letter, [...shapes.get(letter) ?? [], shape]);
}

const scripts = ['ar', 'fa', 'ur'];

export const letterInjections: readonly Injection[] = [
	{
		rule: 'presentation-form', title: 'a word in shapes', languages: scripts, isMended: true,
		damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /[\u0621-\u064a]{2,}/gu, word => `⟦${[...word].map(letter => choose(dice, shapes.get(letter) ?? [letter])).join('')}⟧`)),
	},
	{ rule: 'tatweel-in-word', title: 'a stretched word', languages: scripts, isMended: true, damage: (parts, dice) => inText(parts, dice, line => insertAt(dice, line, /(?<=[بتسعفقلمن])(?!ال)[\u0621-\u063a\u0641-\u064a]/gu, choose(dice, ['ـ', 'ـــ']))) },
	{ rule: 'foreign-letter', title: 'a Persian letter in Arabic', languages: ['ar'], isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<![\u0621-\u0652])[\u0621-\u064a]*[يك][\u0621-\u064a]+(?![\u0621-\u0652])/gu, word => `⟦${word.replace('ي', 'ی').replace('ك', 'ک')}⟧`)) },
	{ rule: 'foreign-letter', title: 'an Arabic letter in Persian and Urdu', languages: ['fa', 'ur'], isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<![\u0621-\u06d3\u200c])[\u0621-\u0628\u062a-\u06d3]*[یک][\u0621-\u0628\u062a-\u06d3]+(?![\u0621-\u06d3\u200c])/gu, word => `⟦${word.replace('ی', 'ي').replace('ک', 'ك')}⟧`)) },
	{ rule: 'mixed-script-word', title: 'a letter that looks the same', languages: ['en', 'fr'], isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /(?<!\p{L})[a-z]*[aeo][a-z]{2,}(?!\p{L})/gu, word => `⟦${word.replace('a', '\u0430').replace('e', '\u0435').replace('o', '\u043e')}⟧`)) },
	{ rule: 'mixed-digits-in-number', title: 'one digit of another system', isMended: false, damage: (parts, dice) => inText(parts, dice, line => replaceOne(dice, line, /[0-9]{2,}/gu, found => `⟦${found.slice(0, -1)}${String.fromCharCode(0x660 + Number(found.at(-1)))}⟧`)) },
];
