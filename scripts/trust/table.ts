import { allRules } from '#core/rules/all.ts';
import type { Severity } from '#core/rules/rule.ts';
import type { RealArticle } from './real-text.ts';

interface Row {
	readonly rule: string;
	readonly severity: Severity;
	readonly language: string;
	articles: number;
	findings: number;
	randomArticles: number;
	randomFindings: number;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The tables of docs/trust.md, as Markdown: what was read, what each rule found in each language, and which rules found nothing. */
export function tablesOf(real: readonly RealArticle[]): string {
	const rows = rowsOf(real);
	const offRows = rowsOf(real.map(each => ({ ...each, problems: each.off })));
	const found = new Set(rows.map(({ rule }) => rule));
	const silent = allRules.filter(({ id, severity }) => severity !== 'off' && !found.has(id)).map(({ id }) => `\`${id}\``);
	const off = allRules.filter(({ id, severity }) => severity === 'off' && !offRows.some(({ rule }) => rule === id)).map(({ id }) => `\`${id}\``);
	return [
		languageTable(real),
		ruleTable(rows, real),
		`On, and without a finding: ${listed(silent)}.`,
		'Off by default, and counted as if they were on, each as a *hint*:',
		ruleTable(offRows, real),
		`Off by default, and without a finding: ${listed(off)}.`,
	].join('\n\n');
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

const isRandom = ({ entry }: RealArticle): boolean => entry.selection === 'random';

function languageTable(real: readonly RealArticle[]): string {
	const row = (name: string, all: readonly RealArticle[]): string => {
		const isMarked = ({ problems }: RealArticle): boolean => problems.some(({ severity }) => severity === 'error' || severity === 'warning');
		const agree = all.filter(({ entry, article }) => article.language === entry.lang).length;
		return `| ${[name, all.length, all.filter(isRandom).length, agree, all.filter(isMarked).length, all.filter(each => isRandom(each) && isMarked(each)).length].join(' | ')} |`;
	};
	return [
		'| language | articles | of them random | recognised | with an error or a warning | of them random |',
		'| --- | --: | --: | --: | --: | --: |',
		...languagesOf(real).map(language => row(language, real.filter(({ entry }) => entry.lang === language))),
		row('all', real),
	].join('\n');
}

const languagesOf = (real: readonly RealArticle[]): string[] => [...new Set(real.map(({ entry }) => entry.lang))].sort();

function rowsOf(real: readonly RealArticle[]): Row[] {
	const rows = new Map<string, Row>();
	for (const each of real) {
		const seen = new Set<Row>();
		for (const { rule, severity } of each.problems) {
			const key = `${rule.id} ${severity} ${each.entry.lang}`;
			const row = rows.get(key) ?? { rule: rule.id, severity, language: each.entry.lang, articles: 0, findings: 0, randomArticles: 0, randomFindings: 0 };
			rows.set(key, row);
			row.findings++;
			if (isRandom(each)) { row.randomFindings++; }
			if (seen.has(row)) { continue; }
			seen.add(row);
			row.articles++;
			if (isRandom(each)) { row.randomArticles++; }
		}
	}
	const order = new Map(allRules.map(({ id }, index) => [id, index]));
	const place = ({ rule, severity }: Row): number => (order.get(rule) ?? 0) * SEVERITIES.length + SEVERITIES.indexOf(severity);
	return [...rows.values()].sort((a, b) => place(a) - place(b) || (a.language < b.language ? -1 : 1));
}

function ruleTable(rows: readonly Row[], real: readonly RealArticle[]): string {
	const articles = new Map(languagesOf(real).map(language => {
		const own = real.filter(({ entry }) => entry.lang === language);
		return [language, { all: own.length, random: own.filter(isRandom).length }];
	}));
	const rate = (findings: number, of: number | undefined): string => (of === undefined || of === 0 ? '' : (findings * 1000 / of).toFixed(1));
	return [
		'| rule | severity | language | articles | findings | findings per 1,000 articles | random articles | findings in them | per 1,000 random articles |',
		'| --- | --- | --- | --: | --: | --: | --: | --: | --: |',
		...rows.map(row => {
			const of = articles.get(row.language);
			return `| ${[`\`${row.rule}\``, row.severity, row.language, row.articles, row.findings, rate(row.findings, of?.all), row.randomArticles, row.randomFindings, rate(row.randomFindings, of?.random)].join(' | ')} |`;
		}),
	].join('\n');
}
