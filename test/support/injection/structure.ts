import { choose, type Injection } from './injection.ts';
import { headerOf, textOf } from './good.ts';

export const structureInjections: readonly Injection[] = [
	{ rule: 'missing-header', title: 'the header is gone', isMended: false, damage: parts => `⟦${parts.title}\n${parts.copy}\n${parts.body.join('\n')}⟧\n` },
	{
		rule: 'damaged-header', title: 'blanks and signs between the fields', isMended: true,
		damage: (parts, dice) => textOf(parts, choose(dice, [`⟦date ${parts.date} ${parts.address}⟧`, `⟦  date ${parts.date} ${parts.address}⟧`, `⟦ Date: ${parts.date} ${parts.address}⟧`, `⟦ date\t${parts.date}\u00a0${parts.address}⟧`, `⟦ date ${parts.date} ${parts.address} ⟧`, `⟦\u200f date ${parts.date} ${parts.address}⟧`, `⟦ date ${parts.address} ${parts.date}⟧`])),
	},
	{ rule: 'missing-title', title: 'the first copy is empty', isMended: true, damage: parts => textOf({ ...parts, title: '⟦⟧' }) },
	{ rule: 'missing-title-copy', title: 'the second copy is gone', isMended: true, damage: parts => textOf(parts).replace(`${parts.title}\n${parts.copy}\n`, `⟦${parts.title}⟧\n`) },
	{ rule: 'differing-title-copies', title: 'one copy ends in a blank', isMended: true, damage: (parts, dice) => textOf(choose(dice, [{ ...parts, title: `⟦${parts.title} `, copy: `${parts.copy}⟧` }, { ...parts, title: `⟦${parts.title}`, copy: `${parts.copy} ⟧` }])) },
	{
		rule: 'differing-title-copies', title: 'one copy has lost a letter', isMended: false,
		damage: (parts, dice) => {
			const at = choose(dice, [...parts.title.matchAll(/(?<=\p{L})\p{L}(?=\p{L})/gu)].map(({ index }) => index));
			return textOf({ ...parts, copy: `⟦${parts.copy.slice(0, at)}${parts.copy.slice(at + 1)}⟧` });
		},
	},
	{ rule: 'extra-title-copy', title: 'a third copy', isMended: true, damage: parts => textOf({ ...parts, copy: `${parts.copy}\n⟦${parts.copy}⟧` }) },
	{ rule: 'missing-body', title: 'the body is gone', isMended: false, damage: parts => `⟦${headerOf(parts)}\n${parts.title}\n${parts.copy}⟧\n` },
	{
		rule: 'blank-line', title: 'a line that shows nothing', isMended: true,
		damage: (parts, dice) => {
			if (parts.body.length < 2) { return undefined; }
			const at = choose(dice, parts.body.slice(1).map((_, index) => index + 1));
			return textOf({ ...parts, body: parts.body.toSpliced(at, 0, choose(dice, ['⟦⟧', '⟦ ⟧', '⟦\u00a0\u00a0⟧', '⟦\t⟧'])) });
		},
	},
];
