import { readFileSync, readdirSync } from 'node:fs';
import { readText } from '#core/format/read.ts';
import { Linter } from '#core/lint.ts';
import { allRules } from '#core/rules/all.ts';
import { defaultSettings } from '#core/settings.ts';
import { at } from '../project.mjs';

/** The day on which the samples are read: counts do not change as time goes by. */
const TODAY = { year: 2026, month: 6, day: 1 };

/** What every rule finds in the project's own samples, those that are off by default included: a change of a rule shows here. */
export function samplesPage(): string {
	const names = readdirSync(at('samples')).sort();
	const counts = names.map(name => countsOf(readFileSync(at(`samples/${name}`), 'utf8')));
	const rows = allRules.map(({ id }) => ({ id, cells: counts.map(count => count.get(id) ?? 0) }));
	const found = rows.filter(({ cells }) => cells.some(cell => cell > 0));
	const silent = rows.filter(({ cells }) => cells.every(cell => cell === 0));
	return `<!-- Written by “npm run generate”. -->

# Counts on the samples

Findings of every rule in \`samples/\`, rules that are off by default switched on. A change of a rule shows here, in review.

| rule | ${names.map(name => `\`${name}\``).join(' | ')} |
| --- | ${names.map(() => '--:').join(' | ')} |
${found.map(({ id, cells }) => `| \`${id}\` | ${cells.map(cell => (cell === 0 ? '' : String(cell))).join(' | ')} |\n`).join('')}
Without a finding: ${silent.length === 0 ? 'none' : silent.map(({ id }) => `\`${id}\``).join(', ')}.
`;
}

function countsOf(text: string): ReadonlyMap<string, number> {
	const settings = defaultSettings(TODAY);
	const linter = new Linter({ ...settings, rules: new Map([...settings.rules].map(([id, own]) => [id, own.severity === 'off' ? { ...own, severity: 'hint' } : own])) });
	const counts = new Map<string, number>();
	for (const article of readText(text)) {
		for (const { rule } of linter.check(article)) { counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1); }
	}
	return counts;
}
