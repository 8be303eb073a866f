import type { Tally } from '#core/report/tally.ts';
import { plainReporter, type Reporter } from './reporter.ts';

/** One suite a file, one failed case a problem at error or warning level, or one passed case for the file. */
export const junitReporter: Reporter = {
	...plainReporter,
	isHeadCounted: true,
	head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="warraq">\n',
	fileHead(name, { failures, articles }) {
		return `\t<testsuite name="${escaped(name)}" tests="${Math.max(1, failures)}" failures="${failures}" errors="0" skipped="0">\n`
			+ (failures === 0 ? `\t\t<testcase classname="${escaped(name)}" name="${articles} articles"/>\n` : '');
	},
	article: (name, { problems }) => problems.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule, severity, message, start }) => {
		const place = `${start.line}:${start.column}`;
		return `\t\t<testcase classname="${escaped(name)}" name="${escaped(`${place} ${rule}`)}">\n`
			+ `\t\t\t<failure type="${severity}" message="${escaped(message)}">${escaped(`${name}:${place}: ${severity} ${rule}: ${message}`)}</failure>\n\t\t</testcase>\n`;
	}).join(''),
	fileTail: () => '\t</testsuite>\n',
	tail: (_tally: Tally) => '</testsuites>\n',
};

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** Characters that XML 1.0 forbids even as references become U+FFFD. */
function escaped(text: string): string {
	return text.replace(/[&<>"\t\n\r]/gu, character => names[character] ?? character)
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '\ufffd');
}
