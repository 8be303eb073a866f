import type { ArticleRecord, FixRecord, ProblemRecord } from '#core/report/record.ts';
import type { Place } from '#core/report/places.ts';
import type { Tally } from '#core/report/tally.ts';
import { plainReporter, type Reporter, type ReportSetup } from './reporter.ts';

/** One JSON object an article and line, clean articles included. */
export const ndjsonReporter: Reporter = { ...plainReporter, detail: 'all', hasBytes: true, article: (name, record) => `${JSON.stringify(articleJson(name, record))}\n` };

/** One JSON object for the whole run. The summary stands last, because only then it is known. */
export function jsonReporter({ version }: ReportSetup): Reporter {
	return {
		...plainReporter,
		detail: 'all',
		hasBytes: true,
		separator: ',\n',
		head: () => `{"version":1,"tool":${JSON.stringify({ name: 'warraq', version })},"articles":[\n`,
		article: (name, record) => JSON.stringify(articleJson(name, record)),
		tail: tally => `\n],"summary":${JSON.stringify(summaryJson(tally))}}\n`,
	};
}

export function summaryJson({ files, articles, severities, accepted }: Tally): object {
	return { files, articles, errors: severities.error, warnings: severities.warning, information: severities.information, hints: severities.hint, ...accepted === 0 ? {} : { accepted } };
}

function articleJson(file: string, record: ArticleRecord): object {
	const { index, line, lines, byteStart, byteEnd, date, url, title, language, words, problems } = record;
	return { file, index, line, lines, byteStart, byteEnd, date: date ?? null, url: url ?? null, title, language, words, problems: problems.map(problemJson) };
}

function problemJson({ rule, severity, message, start, end, related, fixes }: ProblemRecord): object {
	const [fix, ...alternatives] = fixes;
	return {
		rule, severity, message, start: placeJson(start), end: placeJson(end),
		...related.length === 0 ? {} : { related: related.map(each => ({ message: each.message, start: placeJson(each.start), end: placeJson(each.end) })) },
		...fix === undefined ? {} : { fix: fixJson(fix) },
		...alternatives.length === 0 ? {} : { alternatives: alternatives.map(fixJson) },
	};
}

const placeJson = ({ line, column, byte }: Place): object => ({ line, column, byte });

const fixJson = ({ title, safety, edits }: FixRecord): object => ({
	title, safety, edits: edits.map(({ start, end, text }) => ({ byteStart: start.byte, byteEnd: end.byte, text })),
});
