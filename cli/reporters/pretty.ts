import type { ProblemRecord } from '#core/report/record.ts';
import type { Tally } from '#core/report/tally.ts';
import type { Severity } from '#core/rules/rule.ts';
import { counted } from '#core/text/quote.ts';
import type { Painter } from '#core/report/painter.ts';
import { painter } from '../terminal.ts';
import { plainReporter, type Reporter, type ReportSetup } from './reporter.ts';

const HUES: Readonly<Record<Severity, keyof Painter>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' };
const LONGEST = 'information'.length;

/** For people: the problems under the name of their file. */
export function prettyReporter({ isColoured, isQuiet, isCorpus }: ReportSetup): Reporter {
	const paint = painter(isColoured);
	return {
		...plainReporter,
		fileHead: name => `${paint.underlined(name)}\n`,
		article: (_, { problems }) => problems.map(problem => `${line(problem, paint)}\n`).join(''),
		fileTail: () => '\n',
		tail: tally => (isQuiet ? '' : summaryLines(tally, isCorpus ? 'warraq fix --corpus' : 'warraq fix')),
	};
}

function line({ rule, severity, message, start, fixes }: ProblemRecord, paint: Painter): string {
	const place = `${start.line}:${start.column}`.padEnd(9);
	const [fix] = fixes;
	const note = fix === undefined ? '' : paint.dim(fix.safety === 'safe' ? '  fixable' : '  fixable by --unsafe');
	return `  ${paint.dim(place)} ${paint[HUES[severity]](severity.padEnd(LONGEST))}  ${message}  ${paint.dim(rule)}${note}`;
}

function summaryLines({ files, articles, severities, safe, unsafe, accepted }: Tally, fix: string): string {
	const all = severities.error + severities.warning + severities.information + severities.hint;
	const scope = `${counted(articles, 'article')} in ${counted(files, 'file')}`;
	if (files === 0) { return ''; }
	const stand = accepted === 0 ? '' : ` The baseline accepts ${counted(accepted, all === 0 ? 'problem' : 'other')}.`;
	if (all === 0) { return `No problems in ${scope}.${stand}\n`; }
	const parts = [counted(severities.error, 'error'), counted(severities.warning, 'warning'), `${severities.information} information`, counted(severities.hint, 'hint')];
	const fixable = safe > 0 ? ` “${fix}” mends ${safe} of them safely${unsafe > 0 ? `, and ${unsafe} more with --unsafe` : ''}.` : unsafe > 0 ? ` “${fix} --unsafe” mends up to ${unsafe} of them.` : '';
	return `${counted(all, 'problem')} (${parts.join(', ')}) in ${scope}.${fixable}${stand}\n`;
}
