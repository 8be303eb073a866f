import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '#core/rules/all.ts';
import { groupTitles } from '#core/rules/page.ts';
import { Refusal, isMain, root, runMain } from './project.mjs';

/** What a new rule adds: paths in the project, with the whole content. */
export type Scaffold = ReadonlyMap<string, string>;

const LIST = 'core/rules/all.ts';

/**
 * The files of a new rule, the list with its entry among them; `name` is `group/rule-name`, `list` the present text of
 * core/rules/all.ts. Throws a Refusal that says what to write instead.
 */
export function scaffold(name: string, list: string, version: string): Scaffold {
	const match = /^([a-z]+)\/([a-z]+(?:-[a-z0-9]+)+)$/u.exec(name);
	if (match === null) { throw new Refusal(`${name === '' ? 'The name is missing' : `“${name}” is no rule name`}: write “npm run new-rule GROUP/RULE-NAME”, such as invisible/stray-bidi-mark; the name has two words or more and says what is bad.`); }
	const [, group = '', id = ''] = match;
	if (!(group in groupTitles)) { throw new Refusal(`There is no group “${group}”: choose one of ${Object.keys(groupTitles).join(', ')}.`); }
	if (allRules.some(rule => rule.id === id)) { throw new Refusal(`The rule “${id}” exists already: see core/rules.`); }
	const variable = id.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
	return new Map([
		[`core/rules/${group}/${id}.ts`, ruleText(group, id, variable, version)],
		[`test/rules/${id}.test.ts`, testText(group, id, variable)],
		[LIST, listText(list, group, id, variable)],
	]);
}

function ruleText(group: string, id: string, variable: string, version: string): string {
	return `import { Kind, kindsOf } from '../../text/kinds.ts';
import { remove } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export const ${variable} = defineRule({
	id: '${id}',
	group: '${group}',
	severity: 'off',
	since: '${version}',
	fix: 'always',
	safety: 'unsafe',
	summary: 'One sentence: what the rule reports.',
	why: 'One or two sentences: why that matters for a corpus.',
	details: 'What the rule leaves alone on purpose, and when its fix is safe.',
	examples: [{
		bad: ' date 2025-03-04 https://example.com/a\\nعنوان\\nعنوان\\nنص ⟦⁂⟧الخبر.\\n',
		good: ' date 2025-03-04 https://example.com/a\\nعنوان\\nعنوان\\nنص الخبر.\\n',
	}],
	on: 'line',
	gate: { kinds: kindsOf(Kind.Other) },
	check(line, report) {
		for (const match of line.text.matchAll(/⁂/gu)) {
			const range = { start: line.start + match.index, end: line.start + match.index + 1 };
			report({
				range,
				message: 'What is wrong here, with the value.',
				fixes: [{ title: 'Delete the character', safety: 'unsafe', edits: [remove(range)] }],
			});
		}
	},
});
`;
}

function testText(group: string, id: string, variable: string): string {
	return `import { ${variable} as rule } from '#core/rules/${group}/${id}.ts';
import { article, expectProblems, expectUnsafeFix } from '../support/fixture.ts';

suite('${id}', () => {
	test('says what it mends', () => { expectUnsafeFix(rule, article({ body: 'أ ⟦⁂⟧ب.' }), article({ body: 'أ ب.' })); });
	test('leaves good text alone', () => { expectProblems(rule, article()); });
});
`;
}

/** The list with an import, in alphabetical order of the paths, and an entry behind the last rule of the same group. */
function listText(list: string, group: string, id: string, variable: string): string {
	const lines = list.split('\n');
	const added = `import { ${variable} } from './${group}/${id}.ts';`;
	const imports = lines.flatMap((line, index) => /^import .* from '\.\/\w+\/.*\.ts';$/u.test(line) ? [index] : []);
	const pathOf = (line: string): string => /from '(.*)'/u.exec(line)?.[1] ?? '';
	const before = imports.find(index => pathOf(lines[index] ?? '') > pathOf(added)) ?? (imports.at(-1) ?? 0) + 1;
	const siblings = imports.filter(index => pathOf(lines[index] ?? '').startsWith(`./${group}/`)).map(index => /\{ (\w+) \}/u.exec(lines[index] ?? '')?.[1]);
	const start = lines.findIndex(line => line.startsWith('export const allRules'));
	const end = lines.indexOf('];', start);
	if (start < 0 || end < 0) { throw new Error(`${LIST} has lost its shape: “export const allRules … = [”, an entry a line, “];”.`); }
	const sibling = lines.findLastIndex((line, index) => index > start && index < end && siblings.includes(line.trim().replace(/,$/u, '')));
	const entryAt = sibling < 0 ? end : sibling + 1;
	return [...lines.slice(0, before), added, ...lines.slice(before, entryAt), `\t${variable},`, ...lines.slice(entryAt)].join('\n');
}

/** Writes the files, none of them over another. */
function write(folder: string, name: string): string[] {
	const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
	const files = scaffold(name, readFileSync(path.join(folder, LIST), 'utf8'), version);
	for (const file of files.keys()) {
		if (file !== LIST && existsSync(path.join(folder, file))) { throw new Refusal(`${file} exists already: choose another name, or delete it first.`); }
	}
	for (const [file, text] of files) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
	return [...files.keys()];
}

if (isMain(import.meta.url)) {
	await runMain(([name = '']) => {
		const files = write(root, name);
		console.log(`Wrote ${files.join(', ')}.\nNext: fill in summary, why and an example, then “npm run test:unit -- -g ${name.split('/')[1] ?? ''}” and “npm run generate”; docs/contributing.md has the recipe.`);
	});
}
