import { allRules } from '#core/rules/all.ts';
import { fixSummary, groupTitles, languageSummary } from '#core/rules/page.ts';
import type { AnyRule, Group } from '#core/rules/rule.ts';

const groups = Object.keys(groupTitles) as Group[];

/** The rules as one Markdown table a group, in the order of the list; `link` gives the target for an id. */
export function ruleTables(link: (id: string) => string): string {
	return groups.flatMap(group => {
		const rules = allRules.filter(rule => rule.group === group);
		return rules.length === 0 ? [] : [`**${groupTitles[group]}**\n\n${table(['rule', 'default', 'fix', 'languages', 'what it reports'], rules.map(rule => rowOf(rule, link)))}`];
	}).join('\n\n');
}

function rowOf(rule: AnyRule, link: (id: string) => string): string[] {
	return [`[${rule.id}](${link(rule.id)})`, rule.severity, fixSummary(rule), languageSummary(rule), rule.summary];
}

/** The index of the rule pages. */
export function ruleIndex(): string {
	return `# Rules

${allRules.length} rules, each with a page that tells what it reports, why, and what its fixes do. Severities and options are set in \`warraq.config.json\` or, in VS Code, under \`warraq.rules\`: by rule, or by group as \`"group:<group>"\`.

*Safe* fixes lose nothing and may run unasked, on save and by \`warraq fix\`; *unsafe* ones are applied by hand, or by \`--unsafe\`. Groups: ${groups.map(group => `\`${group}\``).join(', ')}. Rules of the group \`corpus\` compare articles with each other, and report only by \`warraq check --corpus\`.

${ruleTables(id => `${id}.md`)}
`;
}

/** A property of `contributes.configuration`, as far as the table shows it. */
export interface Setting {
	readonly type?: string | readonly string[];
	readonly enum?: readonly unknown[];
	readonly default?: unknown;
	readonly description?: string;
	readonly markdownDescription?: string;
}

/** The settings of VS Code as a Markdown table; texts in `%…%` are looked up in package.nls.json. */
export function settingsTable(settings: Readonly<Record<string, Setting>>, texts: Readonly<Record<string, string>>): string {
	const rows = Object.entries(settings).map(([name, setting]) => [`\`${name}\``, valueOf(setting), described(setting, texts)]);
	return table(['setting', 'default', 'meaning'], rows);
}

const valueOf = (setting: Setting): string => (setting.default === undefined ? '' : `\`${JSON.stringify(setting.default)}\``);

function described({ description, markdownDescription }: Setting, texts: Readonly<Record<string, string>>): string {
	const text = markdownDescription ?? description ?? '';
	const key = /^%(.+)%$/u.exec(text)?.[1];
	// A setting's own links (`#warraq.x#`) are plain code outside VS Code.
	return (key === undefined ? text : texts[key] ?? '').replace(/`#([^#`]+)#`/gu, '`$1`').replace(/\s*\n\s*/gu, ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))].map(row => `| ${row.join(' | ')} |`).join('\n');
}
