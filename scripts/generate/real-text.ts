import type { Finds, RealText } from '#core/rules/frequency.ts';

const NUMBER = String.raw`(\d+) \| `;
const languageRow = new RegExp(String.raw`^\| (?!all )([a-z]{2,3}) \| ${NUMBER}${NUMBER}`, 'gmu');
const ruleRow = new RegExp(String.raw`^\| ${'`'}([\w-]+)${'`'} \| \w+ \| ([a-z]{2,3}) \| ${NUMBER}${NUMBER}[\d.]+ \| ${NUMBER}`, 'gmu');

/**
 * The counts that docs/trust.md holds between its marks, as data; the text they were counted in need not be here.
 * Throws where a row of a table is not understood.
 */
export function realTextOf(page: string): RealText {
	const counts = /<!-- generated: counts -->([^]*?)<!-- \/generated -->/u.exec(page)?.[1] ?? '';
	const read = [...counts.matchAll(languageRow)].map(([, language = '', articles, random]) => ({ language, articles: Number(articles), random: Number(random) }));
	const finds: Record<string, Finds[]> = {};
	const rows = [...counts.matchAll(ruleRow)];
	for (const [, rule = '', language = '', articles, findings, random] of rows) {
		const own = (finds[rule] ??= []);
		const same = own.findIndex(each => each.language === language);
		const { articles: a, random: r, findings: f } = own[same] ?? { articles: 0, random: 0, findings: 0 };
		// A rule that reports with two severities has a row for each; an article may count in both.
		const merged = { language, articles: a + Number(articles), random: r + Number(random), findings: f + Number(findings) };
		if (same < 0) { own.push(merged); } else { own[same] = merged; }
	}
	const expected = counts.split('\n').filter(line => /^\| (?!---|language|rule|all )/u.test(line)).length;
	if (read.length === 0 || read.length + rows.length !== expected) { throw new Error(`docs/trust.md has ${expected} rows of counts, of which ${read.length + rows.length} are understood: see scripts/generate/real-text.ts.`); }
	return { read, finds };
}

/** The module that gives the counts to the command line. */
export const realTextModule = (counts: RealText): string => `// Written by “npm run generate” from the tables of docs/trust.md.
import type { RealText } from './frequency.ts';

export const realText: RealText = {
	read: [
${counts.read.map(each => `\t\t${literal(each)},\n`).join('')}	],
	finds: {
${Object.entries(counts.finds).map(([rule, finds]) => `\t\t'${rule}': [${finds.map(literal).join(', ')}],\n`).join('')}	},
};
`;

const literal = (value: object): string => `{ ${Object.entries(value).map(([key, each]) => `${key}: ${typeof each === 'string' ? `'${each}'` : String(each)}`).join(', ')} }`;
