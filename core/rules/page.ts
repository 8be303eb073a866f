import { describeCharacter } from '../text/characters.ts';
import { codePointName } from '../text/quote.ts';
import { frequencyOf, type RealText } from './frequency.ts';
import type { OptionSpec } from './options.ts';
import { realText } from './real-text.ts';
import type { AnyRule, Example, Group } from './rule.ts';

const PAGES = 'https://github.com/warraq/warraq/blob/main/docs/rules';

/** Address of a rule's page; the one place where it is made. */
export const rulePage = (id: string): string => `${PAGES}/${id}.md`;

/** What a group of rules is called where people read it. */
export const groupTitles: Readonly<Record<Group, string>> = {
	structure: 'Structure',
	header: 'Header values',
	title: 'Title',
	damage: 'Damage',
	invisible: 'Invisible and bidirectional characters',
	letters: 'Letters and digits',
	glued: 'Glued and broken text',
	normalisation: 'Normalisation',
	file: 'File',
	corpus: 'Corpus',
};

/** `safe`, `safe or unsafe`, `sometimes, unsafe`, `none`: what a table says about the fixes of a rule. */
export function fixSummary({ fix, safety }: AnyRule): string {
	if (fix === 'never' || safety === undefined) { return 'none'; }
	const kind = safety === 'both' ? 'safe or unsafe' : safety;
	return fix === 'sometimes' ? `sometimes, ${kind}` : kind;
}

const languageNames: Readonly<Record<string, string>> = { ar: 'Arabic', fa: 'Persian', ur: 'Urdu', he: 'Hebrew', en: 'English', fr: 'French' };

/** `all`, or the languages by name. */
export function languageSummary({ languages }: AnyRule): string {
	return languages === undefined ? 'all' : languages.map(language => languageNames[language] ?? language).join(', ');
}

/**
 * The page of a rule as Markdown, made of its own metadata. It holds no invisible character: those of the examples are
 * written as names, so that the page reads the same wherever it is shown.
 */
export const renderPage = (rule: AnyRule, counts: RealText = realText): string => page(rule, markDump, counts);

/** The same page for a terminal: examples are indented instead of marked up, names of characters stand in brackets. */
export const plainPage = (rule: AnyRule): string => page(rule, indentDump, realText);

type DumpRenderer = (text: string) => string;

function page(rule: AnyRule, renderDump: DumpRenderer, counts: RealText): string {
	const sections = [
		`# ${rule.id}`,
		rule.summary,
		facts(rule),
		'## Why it matters',
		rule.why,
		...rule.details === undefined ? [] : ['## Details', rule.details],
		'## How often',
		frequencyOf(rule, counts),
		...rule.examples.flatMap((example, index) => renderExample(example, rule.examples.length === 1 ? '' : ` ${index + 1}`, renderDump)),
		...renderOptions(rule),
		'## Fixes',
		fixSection(rule),
		'## Settings',
		settingsSection(rule),
		`*All rules: [index](README.md). In a terminal: \`warraq explain ${rule.id}\`.*`,
	];
	return `${sections.join('\n\n')}\n`;
}

function facts(rule: AnyRule): string {
	return [
		'| default | fix | languages | group | since |',
		'| --- | --- | --- | --- | --- |',
		`| ${rule.severity} | ${fixSummary(rule)} | ${languageSummary(rule)} | ${groupTitles[rule.group]} | ${rule.since} |`,
	].join('\n');
}

function renderExample(example: Example, number: string, renderDump: DumpRenderer): string[] {
	return [
		`## Example${number}`,
		...example.note === undefined ? [] : [example.note],
		'Reported, at the place in ⟦…⟧:',
		renderDump(example.bad),
		example.isFixed === false ? 'Not reported:' : 'Better:',
		renderDump(example.good),
	];
}

// A <pre> with dir="auto" gives every line the direction of its own first strong letter, on GitHub and in VS Code alike;
// a fenced block would lay out all lines from left to right. Raw HTML there ends at </pre>, so blank lines are kept.
// A name is an isolate of its own, else its Latin letters would turn the line round; browsers that still take its letters
// for the first of the line are told otherwise by a mark written as an entity.
function markDump(text: string): string {
	const escaped = unescape(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const lines = escaped.replace(/\n$/u, '').split('\n').map(line => (isTurned(line) ? '&rlm;' : '') + replaceInvisible(line, name => `<kbd dir="ltr">${name}</kbd>`));
	return `<pre dir="auto">\n${lines.join('\n')}\n</pre>`;
}

/** An invisible character stands before the first letter, and that letter runs from right to left. */
function isTurned(line: string): boolean {
	const first = line.search(/\p{L}/u);
	return first > 0 && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(line.charAt(first)) && /[\p{Cc}\p{Cf}\p{Zs}]/u.test(line.slice(0, first));
}

const indentDump = (text: string): string => nameInvisible(unescape(text)).replace(/\n$/u, '').split('\n').map(line => `    ${line}`).join('\n');

const unescape = (text: string): string => text.replace(/\\u([0-9a-fA-F]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A byte that is not UTF-8, as an example writes it. */
const byteEscape = /\\x([0-9a-fA-F]{2})/gu;

const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffff\ufffe]/gu;

/** Writes every character that cannot be seen, or has no shape of its own, as code point and short name: `[U+200E LRM]`. Line feeds stay. */
export const nameInvisible = (text: string): string => replaceInvisible(text, name => `[${name}]`);

function replaceInvisible(text: string, render: (name: string) => string): string {
	return text.replace(byteEscape, (_, byte: string) => render(`byte ${byte.toUpperCase()}`)).replace(unseen, character => {
		const unit = character.charCodeAt(0);
		const name = describeCharacter(unit)?.abbreviation;
		return render(`${codePointName(unit)}${name === undefined ? '' : ` ${name}`}`);
	});
}

function renderOptions({ options }: AnyRule): string[] {
	const entries = Object.entries(options ?? {});
	if (entries.length === 0) { return []; }
	const rows = entries.map(([name, spec]) => `| \`${name}\` | ${valuesOf(spec)} | \`${JSON.stringify(spec.default)}\` | ${spec.description.replaceAll('|', '\\|')} |`);
	return ['## Options', ['| option | values | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')];
}

function valuesOf(spec: OptionSpec): string {
	switch (spec.type) {
		case 'number': return spec.maximum === undefined ? `a number from ${spec.minimum}` : `a number from ${spec.minimum} to ${spec.maximum}`;
		case 'boolean': return '`true`, `false`';
		case 'choice': return spec.choices.map(choice => `\`"${choice}"\``).join(', ');
		case 'strings': return 'a list of texts';
	}
}

function fixSection(rule: AnyRule): string {
	const often = rule.fix === 'always' ? 'Every problem of this rule has a fix.' : 'Some problems of this rule have a fix.';
	if (rule.fix === 'never' || rule.safety === undefined) { return 'None: only somebody who knows the article can mend it.'; }
	switch (rule.safety) {
		case 'safe': return `${often} It is **safe**: nothing is lost. *Fix all*, fixing on save and \`warraq fix\` apply it unasked.`;
		case 'unsafe': return `${often} It is **unsafe**: it may lose or change what was meant. It is applied by hand, or by \`warraq fix --unsafe\` where it is the only one offered.`;
		case 'both': return `${often} A **safe** fix loses nothing and is applied by *Fix all*, on save and by \`warraq fix\`. Where only **unsafe** ones are offered they are applied by hand, or by \`warraq fix --unsafe\` if there is just one.`;
	}
}

function settingsSection(rule: AnyRule): string {
	const severity = rule.severity === 'off' ? 'warning' : 'off';
	const options = Object.entries(rule.options ?? {});
	const plain = `"${rule.id}": "${severity}"`;
	const withOptions = options.length === 0 ? [] : [`\t\t// or, with options:\n\t\t// "${rule.id}": ["${rule.severity === 'off' ? 'warning' : rule.severity}", { ${options.map(([name, spec]) => `"${name}": ${JSON.stringify(spec.default)}`).join(', ')} }]`];
	return [
		'In `warraq.config.json`, or under `warraq.rules` in the settings of VS Code:',
		['```jsonc', '{', '\t"rules": {', `\t\t${plain}`, ...withOptions, '\t}', '}', '```'].join('\n'),
	].join('\n\n');
}
