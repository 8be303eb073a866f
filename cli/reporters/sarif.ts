import { allRules } from '#core/rules/all.ts';
import { renderPage, rulePage } from '#core/rules/page.ts';
import type { FixRecord, ProblemRecord } from '#core/report/record.ts';
import type { Place } from '#core/report/places.ts';
import type { Severity } from '#core/rules/rule.ts';
import type { Settings } from '#core/settings.ts';
import { plainReporter, type Reporter, type ReportSetup } from './reporter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity | 'off', string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' };
const indexes = new Map(allRules.map((rule, index) => [rule.id, index]));

/** SARIF 2.1.0, one run. Columns and character offsets are UTF-16 units, byte offsets those of the file. */
export function sarifReporter({ version, settings }: ReportSetup): Reporter {
	return {
		...plainReporter,
		separator: ',\n',
		hasBytes: true,
		head: () => `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":${JSON.stringify(toolOf(version, settings[0]))},"columnKind":"utf16CodeUnits","defaultEncoding":"UTF-8","results":[\n`,
		article: (name, { problems }) => problems.map(problem => JSON.stringify(resultOf(name, problem))).join(',\n'),
		tail: () => '\n]}]}\n',
	};
}

function toolOf(version: string, settings: Settings | undefined): object {
	return {
		driver: {
			name: 'Warraq', version, semanticVersion: version, informationUri: 'https://github.com/warraq/warraq',
			rules: allRules.map(rule => {
				const severity = settings?.rules.get(rule.id)?.severity ?? rule.severity;
				return {
					id: rule.id,
					shortDescription: { text: rule.summary },
					fullDescription: { text: `${rule.summary} ${rule.why}` },
					helpUri: rulePage(rule.id),
					help: { text: `${rule.summary}\n\n${rule.why}`, markdown: renderPage(rule) },
					defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity] },
					properties: { tags: [rule.group], fix: rule.fix },
				};
			}),
		},
	};
}

function resultOf(name: string, { rule, severity, message, start, end, related, fixes }: ProblemRecord): object {
	const artifactLocation = { uri: uriOf(name) };
	return {
		ruleId: rule,
		...indexes.has(rule) ? { ruleIndex: indexes.get(rule) } : {},
		level: LEVELS[severity],
		message: { text: message },
		locations: [{ physicalLocation: { artifactLocation, region: regionOf(start, end) } }],
		...related.length === 0 ? {} : {
			relatedLocations: related.map((each, id) => ({ id, message: { text: each.message }, physicalLocation: { artifactLocation, region: regionOf(each.start, each.end) } })),
		},
		...fixes.length === 0 ? {} : { fixes: fixes.map(fix => fixOf(fix, artifactLocation)) },
		properties: { severity },
	};
}

const fixOf = ({ title, safety, edits }: FixRecord, artifactLocation: object): object => ({
	description: { text: title },
	artifactChanges: [{
		artifactLocation,
		replacements: edits.map(({ start, end, text }) => ({ deletedRegion: regionOf(start, end), ...text === '' ? {} : { insertedContent: { text } } })),
	}],
	properties: { safety },
});

const regionOf = (start: Place, end: Place): object => ({
	startLine: start.line, startColumn: start.unitColumn, endLine: end.line, endColumn: end.unitColumn,
	charOffset: start.unit, charLength: end.unit - start.unit, byteOffset: start.byte, byteLength: end.byte - start.byte,
});

/** A relative reference: each part of the path escaped; a drive letter or leading slash makes it absolute. */
function uriOf(name: string): string {
	const escaped = name.split('/').map(part => encodeURIComponent(part)).join('/');
	return /^[a-z]%3A/iu.test(escaped) ? `file:///${escaped.replace('%3A', ':')}` : name.startsWith('/') ? `file://${escaped}` : escaped;
}
