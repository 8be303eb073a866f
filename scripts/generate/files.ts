import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { jsonSchema } from '#contract/config-json-schema.ts';
import { allRules } from '#core/rules/all.ts';
import { renderPage } from '#core/rules/page.ts';
import { at } from '../project.mjs';
import { realTextModule, realTextOf } from './real-text.ts';
import { samplesPage } from './samples.ts';
import { ruleIndex, ruleTables, settingsTable, type Setting } from './tables.ts';
import { englishWords, translatedWords } from './words.ts';

/** What a generated file, or a file with a generated part, shall hold; undefined: it shall not exist. */
export type Outputs = ReadonlyMap<string, string | undefined>;

/**
 * Every generated file, by path in the project, computed from the rules, the configuration schema and, for files that are
 * generated only in part, from what they hold now. Throws where a file lacks the place for its generated part.
 */
export function outputs(): Outputs {
	const manifest = generatedManifest(read('package.json'));
	const counts = realTextOf(read('docs/trust.md'));
	return new Map<string, string | undefined>([
		...stalePages(),
		...allRules.map(rule => [`docs/rules/${rule.id}.md`, renderPage(rule, counts)] as const),
		['docs/rules/README.md', ruleIndex()],
		['core/rules/real-text.ts', realTextModule(counts)],
		['docs/samples.md', samplesPage()],
		['schemas/warraq.config.schema.json', `${JSON.stringify(jsonSchema(), undefined, '\t')}\n`],
		['l10n/bundle.l10n.json', englishWords()],
		['l10n/bundle.l10n.ar.json', translatedWords('ar')],
		['package.json', manifest],
		['README.md', generatedReadme(read('README.md'), manifest)],
	]);
}

const read = (file: string): string => readFileSync(at(file), 'utf8');

function stalePages(): [string, undefined][] {
	if (!existsSync(at('docs/rules'))) { return []; }
	const known = new Set(['README.md', ...allRules.map(rule => `${rule.id}.md`)]);
	return readdirSync(at('docs/rules')).filter(name => !known.has(name)).map(name => [`docs/rules/${name}`, undefined]);
}

interface Configuration {
	readonly properties?: Readonly<Record<string, Setting>>;
}

interface Manifest {
	readonly contributes: { readonly configuration?: Configuration | readonly Configuration[] };
}

const RULES = 'warraq.rules';

/** package.json with the rules as properties of the setting `warraq.rules`, so that the settings file completes them. */
function generatedManifest(text: string): string {
	const { configuration } = (JSON.parse(text) as Manifest).contributes;
	const sections = configuration === undefined ? [] : Array.isArray(configuration) ? configuration as readonly Configuration[] : [configuration as Configuration];
	const index = sections.findIndex(section => section.properties?.[RULES] !== undefined);
	const setting = sections[index]?.properties?.[RULES];
	if (setting === undefined) { return text; }
	const path = ['contributes', 'configuration', ...Array.isArray(configuration) ? [index] : [], 'properties', RULES];
	const tree = parseTree(text);
	const node = tree === undefined ? undefined : findNodeAtLocation(tree, path);
	if (node === undefined) { return text; }
	const { rules } = (jsonSchema() as { properties: { rules: { properties: Record<string, object> } } }).properties;
	const value = { ...setting, type: 'object', additionalProperties: false, properties: rules.properties };
	const indent = /(?:^|\n)(\t*)[^\t\n]*$/u.exec(text.slice(0, node.offset))?.[1] ?? '';
	return text.slice(0, node.offset) + oneLineEach(value, indent) + text.slice(node.offset + node.length);
}

/** JSON with a line for each rule: written out in full the rules would make the manifest ten times as long. */
function oneLineEach(setting: { readonly properties: Readonly<Record<string, object>> }, indent: string): string {
	const rest = Object.entries(setting).filter(([key]) => key !== 'properties').map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	const rules = Object.entries(setting.properties).map(([id, schema]) => `\n${indent}\t\t${JSON.stringify(id)}: ${JSON.stringify(schema, withoutMarkdown)}`);
	return `{\n${[...rest, `"properties": {${rules.join(',')}\n${indent}\t}`].map(line => `${indent}\t${line}`).join(',\n')}\n${indent}}`;
}

/** The settings editor shows an object as JSON, so the Markdown twins of descriptions would only fill the manifest. */
const withoutMarkdown = (key: string, value: unknown): unknown => (key === 'markdownDescription' ? undefined : value);

function generatedReadme(text: string, manifest: string): string {
	const { configuration } = (JSON.parse(manifest) as Manifest).contributes;
	const sections = (Array.isArray(configuration) ? configuration : [configuration ?? {}]) as readonly Configuration[];
	const settings = Object.assign({}, ...sections.map(section => section.properties ?? {})) as Record<string, Setting>;
	const texts = existsSync(at('package.nls.json')) ? JSON.parse(read('package.nls.json')) as Record<string, string> : {};
	const withSettings = between(text, 'settings', settingsTable(settings, texts));
	return between(withSettings, 'rules', ruleTables(id => `docs/rules/${id}.md`));
}

/** Replaces what stands between `<!-- generated: name -->` and the next `<!-- /generated -->`; throws where these lines are missing. */
export function between(text: string, name: string, content: string): string {
	const open = `<!-- generated: ${name} -->\n`;
	const start = text.indexOf(open);
	const end = text.indexOf('<!-- /generated -->', start);
	if (start < 0 || end < 0) { throw new Error(`The lines ${open.trim()} and <!-- /generated -->, between which a table is written, are missing.`); }
	return `${text.slice(0, start + open.length)}\n${content}\n\n${text.slice(end)}`;
}
