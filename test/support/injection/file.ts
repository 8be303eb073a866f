import { choose, inBody, replaceOne, type Injection } from './injection.ts';
import { textOf } from './good.ts';

export const fileInjections: readonly Injection[] = [
	{ rule: 'byte-order-mark', title: 'a mark at the start', isMended: true, damage: parts => `⟦\ufeff⟧${textOf(parts)}` },
	{
		rule: 'noncanonical-line-ends', title: 'one line, or all, of another system', isMended: true,
		damage: (parts, dice) => {
			const end = choose(dice, ['\r\n', '\r']);
			const [first = '', ...rest] = textOf(parts).replace(/\n$/u, '').split('\n');
			return `${first}⟦${end}⟧${rest.join(choose(dice, ['\n', '\r\n']))}\n`;
		},
	},
	{ rule: 'invalid-utf8', title: 'a byte for a letter', isMended: false, damage: (parts, dice) => inBody(parts, dice, line => replaceOne(dice, line, /(?<=\p{L})\p{L}(?=\p{L})/gu, () => `⟦\\x${choose(dice, ['d8', 'c7', 'ff', '80'])}⟧`)) },
];
