import { ruleById, allRules } from '#core/rules/all.ts';
import type { AnyRule } from '#core/rules/rule.ts';
import { fixSummary, groupTitles, languageSummary, plainPage, rulePage } from '#core/rules/page.ts';
import { UsageError, knownRule, type Arguments } from '../arguments.ts';
import { Configs } from '../configs.ts';
import { Exit, type Host } from '../host.ts';
import { Output } from '../output.ts';
import { painter, wantsColour } from '../terminal.ts';

/** `warraq rules`: the rules with the severities in force in this folder. */
export async function rules(args: Arguments, host: Host): Promise<number> {
	let status: number = Exit.Fine;
	const configs = new Configs({ today: args.today, rules: args.rules }, args.config, message => { host.say(message); status = Exit.Trouble; });
	const settings = configs.settings[configs.of(process.cwd()).settingsOf(process.cwd())]?.rules;
	const rows = allRules.map(rule => ({ ...rowOf(rule), severity: settings?.get(rule.id)?.severity ?? rule.severity, languageNames: languageSummary(rule) }));
	const output = new Output();
	if (args.format === 'json') {
		await output.write(`${JSON.stringify({ version: 1, tool: { name: 'warraq', version: host.version }, rules: rows.map(publicRow) })}\n`);
	} else if (args.format === 'ndjson') {
		for (const row of rows) { await output.write(`${JSON.stringify(publicRow(row))}\n`); }
	} else {
		const paint = painter(wantsColour(process.stdout, args.isColourDeclined));
		const width = Math.max(...rows.map(({ id }) => id.length));
		let group: string | undefined;
		for (const row of rows) {
			if (row.group !== group) { await output.write(`${group === undefined ? '' : '\n'}${paint.bold(groupTitles[row.group])}${row.group === 'corpus' ? ': by “warraq check --corpus” only' : ''}\n`); group = row.group; }
			await output.write(`  ${row.id.padEnd(width)}  ${row.severity.padEnd(11)}  ${`fix: ${row.fix}`.padEnd(28)}${row.languages.length === 0 ? '' : `  ${row.languageNames}`}\n      ${paint.dim(row.summary)}\n`);
		}
	}
	await output.end();
	return status;
}

const rowOf = (rule: AnyRule) => ({
	id: rule.id, group: rule.group, severity: rule.severity, default: rule.severity,
	fix: fixSummary(rule), languages: rule.languages ?? [], options: Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, spec]) => [name, spec.default])),
	summary: rule.summary, page: rulePage(rule.id), since: rule.since,
});

const publicRow = ({ languageNames: _, ...row }: { readonly languageNames: string }): object => row;

/** `warraq explain RULE`: the rule's page, the same text as in the documentation, laid out for a terminal; with --format json what it is made of. */
export async function explain(args: Arguments, host: Host): Promise<number> {
	const [id, ...more] = args.paths;
	if (id === undefined || more.length > 0) { throw new UsageError('“warraq explain” needs the id of one rule; “warraq rules” lists them all.'); }
	const rule = ruleById(knownRule(id));
	const output = new Output();
	if (rule !== undefined) {
		const { why, details, examples, options } = rule;
		await output.write(args.format === 'json'
			? `${JSON.stringify({ version: 1, tool: { name: 'warraq', version: host.version }, rule: { ...rowOf(rule), why, details, examples, options: options ?? {} } })}\n`
			: plainPage(rule));
	}
	await output.end();
	return Exit.Fine;
}
